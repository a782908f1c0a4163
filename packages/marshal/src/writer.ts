// Writes objects as an inspector shows them.
//
// Containers whose parts are still to be written wait on a stack of their own: nesting costs no JavaScript
// stack.
//
// Invariant: an object is looked up before it is written and numbered before its parts are, so that
// numbers follow the order in which the reader meets the objects.
import type { TextConstant } from '@pellucid/primitives'
import { ByteWriter } from './byte-writer.ts'
import { toDigits } from './digits.ts'
import { faults } from './errors.ts'
import type { CodeParts } from './factory.ts'
import { writeFloatText } from './float-text.ts'
import { SHARED } from './inspector.ts'
import type { Inspector, Kind } from './inspector.ts'
import { FLAG_REF, MAX_DEPTH, TYPE, VERSION } from './type-codes.ts'

/** How to write. */
export interface WriteOptions {
  /** 0–4; 3 brought references, 4 short forms. */
  readonly version?: number
  /** Whether code objects may be written; they may, by default. */
  readonly allowCode?: boolean
  /** Whether the caller, too, holds the object, so that it is shared in any case; true by default. */
  readonly held?: boolean
}

/** The bytes of an object. */
export function write<V>(inspector: Inspector<V>, value: V, options: WriteOptions = {}): Uint8Array {
  const writer = new Writer(inspector, options)
  return writer.write(value, options.held ?? true)
}

/** A container whose parts are being written. */
interface Frame<V> {
  readonly kind: 'items' | 'dict' | 'set'
  readonly items: readonly V[]
  next: number
  readonly code: CodeParts<V> | undefined
}

class Writer<V> {
  readonly #out = new ByteWriter()
  readonly #inspector: Inspector<V>
  readonly #version: number
  readonly #allowCode: boolean
  readonly #frames: Frame<V>[] = []
  #next = 0

  constructor(inspector: Inspector<V>, options: WriteOptions) {
    this.#inspector = inspector
    this.#version = options.version ?? VERSION
    this.#allowCode = options.allowCode ?? true
  }

  write(root: V, held: boolean): Uint8Array {
    const frames = this.#frames
    this.#object(root, held)
    for (let frame = frames[0]; frame !== undefined; frame = frames[frames.length - 1]) {
      if (frame.code !== undefined) this.#codePart(frame.code, frame.next++)
      else this.#items(frame)
    }
    return this.#out.finish()
  }

  /** Writes items up to one with parts of its own, which come first. */
  #items(frame: Frame<V>): void {
    const frames = this.#frames
    const { kind, items } = frame
    const depth = frames.length
    while (frame.next < items.length) {
      // While CPython sorts a set it holds each element once more.
      this.#object(items[frame.next++]!, kind === 'set')
      if (frames.length > depth) return
    }
    frames.pop()
    if (kind === 'dict') this.#out.byte(TYPE.NULL)
  }

  /** Each part but the flat ones may open a frame. */
  #codePart(parts: CodeParts<V>, at: number): void {
    switch (at) {
      case 0:
        // `co_code` is a copy that the code object keeps, too.
        this.#object(parts.code, true)
        return this.#object(parts.consts, false)
      case 1: return this.#object(parts.names, false)
      case 2: return this.#object(parts.localsplusnames, false)
      case 3:
        this.#object(parts.localspluskinds, false)
        return this.#object(parts.filename, false)
      case 4: return this.#object(parts.name, false)
      case 5: return this.#object(parts.qualname, false)
      case 6:
        this.#out.int32(parts.firstlineno)
        return this.#object(parts.linetable, false)
      case 7: return this.#object(parts.exceptiontable, false)
      default: this.#frames.pop()
    }
  }

  #object(value: V, held: boolean): void {
    if (this.#frames.length >= MAX_DEPTH) throw faults.writeTooDeep()
    const kind = this.#inspector.kind(value)
    switch (kind) {
      case 'none': return this.#out.byte(TYPE.NONE)
      case 'true': return this.#out.byte(TYPE.TRUE)
      case 'false': return this.#out.byte(TYPE.FALSE)
      case 'ellipsis': return this.#out.byte(TYPE.ELLIPSIS)
      case 'stopIteration': return this.#out.byte(TYPE.STOPITER)
      default:
        if (this.#version < 3) this.#body(kind, value, 0)
        else this.#referable(kind, value, held)
    }
  }

  #open(kind: Frame<V>['kind'], items: readonly V[], code?: CodeParts<V>): void {
    this.#frames.push({ kind, items, next: 0, code })
  }

  #referable(kind: Kind, value: V, held: boolean): void {
    const reference = this.#inspector.reference(value)
    if (reference >= 0) {
      this.#out.byte(TYPE.REF)
      this.#out.int32(reference)
      return
    }
    if (reference !== SHARED && !held) {
      this.#body(kind, value, 0)
      return
    }
    this.#inspector.remember(value, this.#next++)
    this.#body(kind, value, FLAG_REF)
  }

  #body(kind: Kind, value: V, flag: number): void {
    const inspector = this.#inspector
    switch (kind) {
      case 'text': return this.#text(inspector.text(value), flag, inspector.interned(value))
      case 'tuple': return this.#tuple(inspector.items(value), flag)
      case 'bytes': {
        const bytes = inspector.bytes(value)
        this.#head(TYPE.STRING | flag, bytes.length)
        return this.#out.bytes(bytes)
      }
      case 'code': return this.#code(value, flag)
      case 'int': return this.#int(inspector.int(value), flag)
      case 'float': return this.#float(inspector.float(value), flag)
      case 'complex': return this.#complex(inspector.complex(value), flag)
      case 'list': {
        const items = inspector.items(value)
        this.#head(TYPE.LIST | flag, items.length)
        return this.#open('items', items)
      }
      case 'dict': {
        this.#out.byte(TYPE.DICT | flag)
        return this.#open('dict', [...inspector.entries(value)].flat() as V[])
      }
      case 'set': return this.#set(TYPE.SET | flag, inspector.items(value))
      case 'frozenset': return this.#set(TYPE.FROZENSET | flag, inspector.items(value))
      default: throw faults.unmarshallable()
    }
  }

  #head(type: number, size: number): void {
    this.#out.byte(type)
    this.#out.int32(size)
  }

  #text(text: TextConstant, flag: number, interned: boolean): void {
    const out = this.#out
    if (this.#version >= 4 && typeof text === 'string') {
      const type = text.length < 256
        ? (interned ? TYPE.SHORT_ASCII_INTERNED : TYPE.SHORT_ASCII)
        : (interned ? TYPE.ASCII_INTERNED : TYPE.ASCII)
      if (out.sizedAscii(type | flag, text)) return
    }
    out.byte((interned && this.#version >= 3 ? TYPE.INTERNED : TYPE.UNICODE) | flag)
    out.sizedUtf8(text)
  }

  #tuple(items: readonly V[], flag: number): void {
    if (this.#version >= 4 && items.length < 256) {
      this.#out.byte(TYPE.SMALL_TUPLE | flag)
      this.#out.byte(items.length)
    } else {
      this.#head(TYPE.TUPLE | flag, items.length)
    }
    if (items.length > 0) this.#open('items', items)
  }

  #int(value: number | bigint, flag: number): void {
    if (typeof value === 'number' && (value | 0) === value) return this.#head(TYPE.INT | flag, value)
    const digits = toDigits(value)
    this.#head(TYPE.LONG | flag, value < 0 ? -digits.length : digits.length)
    for (const digit of digits) this.#out.int16(digit)
  }

  #float(value: number, flag: number): void {
    if (this.#version > 1) {
      this.#out.byte(TYPE.BINARY_FLOAT | flag)
      this.#out.double(value)
    } else {
      this.#out.byte(TYPE.FLOAT | flag)
      this.#floatText(value)
    }
  }

  #complex({ real, imag }: { readonly real: number; readonly imag: number }, flag: number): void {
    if (this.#version > 1) {
      this.#out.byte(TYPE.BINARY_COMPLEX | flag)
      this.#out.double(real)
      this.#out.double(imag)
    } else {
      this.#out.byte(TYPE.COMPLEX | flag)
      this.#floatText(real)
      this.#floatText(imag)
    }
  }

  #floatText(value: number): void {
    const text = writeFloatText(value)
    this.#out.byte(text.length)
    this.#out.ascii(text)
  }

  // A set is written in the order of its elements' own bytes, so that hashing leaves no trace.
  #set(type: number, items: readonly V[]): void {
    this.#head(type, items.length)
    if (items.length < 2) return this.#open('set', items)
    const options = { version: this.#version, allowCode: this.#allowCode }
    const keyed = items.map((item) => ({ item, bytes: write(this.#inspector.fresh(), item, options) }))
    keyed.sort((one, other) => compareBytes(one.bytes, other.bytes))
    this.#open('set', keyed.map(({ item }) => item))
  }

  #code(value: V, flag: number): void {
    if (!this.#allowCode) throw faults.codeUnwritable()
    const out = this.#out
    const parts = this.#inspector.code(value)
    this.#head(TYPE.CODE | flag, parts.argcount)
    out.int32(parts.posonlyargcount)
    out.int32(parts.kwonlyargcount)
    out.int32(parts.stacksize)
    out.int32(parts.flags)
    this.#open('items', [], parts)
  }
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) {
    const difference = one[index]! - other[index]!
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
