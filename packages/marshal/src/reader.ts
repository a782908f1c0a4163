// Reads marshalled bytes into objects that a factory makes. Total: any bytes give an object or a
// MarshalError, in time linear in the input; no declared size is believed before its bytes are there.
//
// Containers that are not complete yet wait on a stack of their own: nesting costs no JavaScript stack.
//
// Invariant: `#references` has one slot for each flagged object in the order they begin, so code
// objects and frozensets, which exist only after their parts, reserve theirs first.
import { readAscii } from './ascii.ts'
import { fromDigits, normal } from './digits.ts'
import { faults } from './errors.ts'
import type { CodeParts, Factory } from './factory.ts'
import { readFloatText } from './float-text.ts'
import { FLAG_REF, MAX_DEPTH, TYPE } from './type-codes.ts'
import { decodeUtf8 } from './utf8.ts'

/** Stands for a value that is not complete yet. */
const PENDING = Symbol('PENDING')

/** A container that waits for its parts. */
interface Frame<V> {
  readonly kind: 'tuple' | 'list' | 'set' | 'frozenset' | 'dict' | 'code object'
  /** Parts still to come; a dict does not know. */
  missing: number
  readonly items: V[]
  /** The container, where it exists before its parts. */
  readonly container: V | undefined
  /** The reserved reference number, or -1. */
  readonly slot: number
  /** The five numbers a code object begins with, and its first line. */
  readonly numbers: number[] | undefined
}

/** Reads one marshalled object after another. */
export class Reader<V> {
  /** Where the next object begins. */
  position: number
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #factory: Factory<V>
  readonly #allowCode: boolean
  readonly #start: number
  #copy: Uint8Array | undefined
  readonly #references: (V | undefined)[] = []
  readonly #frames: Frame<V>[] = []

  constructor(bytes: Uint8Array, factory: Factory<V>, start = 0, allowCode = true) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#factory = factory
    this.position = start
    this.#start = start
    this.#allowCode = allowCode
  }

  /** The next object. */
  read(): V {
    const frames = this.#frames
    for (;;) {
      const head = this.#byteOrNone()
      if (head < 0) throw faults.noObject()
      if (frames.length >= MAX_DEPTH) throw faults.readTooDeep()
      let value: V | typeof PENDING
      if (head === TYPE.NULL || head === (TYPE.NULL | FLAG_REF)) value = this.#null()
      else value = this.#object(head & ~FLAG_REF, (head & FLAG_REF) !== 0)
      while (value !== PENDING) {
        const frame = frames[frames.length - 1]
        if (frame === undefined) return value
        value = this.#deliver(frame, value)
      }
    }
  }

  #object(type: number, flagged: boolean): V | typeof PENDING {
    const factory = this.#factory
    switch (type) {
      case TYPE.REF: return this.#reference()
      case TYPE.SHORT_ASCII_INTERNED: return this.#keep(flagged, this.#ascii(this.#byte(), true))
      case TYPE.SHORT_ASCII: return this.#keep(flagged, this.#ascii(this.#byte(), false))
      case TYPE.SMALL_TUPLE: return this.#sequence(this.#byte(), flagged, 'tuple')
      case TYPE.STRING: return this.#keep(flagged, factory.bytes(this.#copied(this.#size('bytes object'))))
      case TYPE.CODE: return this.#code(flagged)
      case TYPE.NONE: return factory.none
      case TYPE.INT: return this.#keep(flagged, factory.int(this.#int32()))
      case TYPE.TUPLE: return this.#sequence(this.#size('tuple'), flagged, 'tuple')
      case TYPE.UNICODE: return this.#keep(flagged, this.#utf8(false))
      case TYPE.INTERNED: return this.#keep(flagged, this.#utf8(true))
      case TYPE.ASCII: return this.#keep(flagged, this.#ascii(this.#size('string'), false))
      case TYPE.ASCII_INTERNED: return this.#keep(flagged, this.#ascii(this.#size('string'), true))
      case TYPE.TRUE: return factory.true
      case TYPE.FALSE: return factory.false
      case TYPE.ELLIPSIS: return factory.ellipsis
      case TYPE.STOPITER: return factory.stopIteration
      case TYPE.BINARY_FLOAT: return this.#keep(flagged, factory.float(this.#double()))
      case TYPE.BINARY_COMPLEX: {
        const real = this.#double()
        return this.#keep(flagged, factory.complex(real, this.#double()))
      }
      case TYPE.LONG: return this.#keep(flagged, factory.int(this.#long()))
      case TYPE.LIST: return this.#sequence(this.#size('list'), flagged, 'list')
      case TYPE.DICT: return this.#open('dict', -1, this.#keep(flagged, factory.dict()))
      case TYPE.SET: {
        const size = this.#size('set')
        return this.#open('set', size, this.#keep(flagged, factory.set()))
      }
      case TYPE.FROZENSET: {
        const size = this.#size('set')
        return this.#open('frozenset', size, undefined, [], this.#reserve(flagged))
      }
      case TYPE.INT64: return this.#keep(flagged, factory.int(this.#int64()))
      case TYPE.FLOAT: return this.#keep(flagged, factory.float(this.#floatText()))
      case TYPE.COMPLEX: {
        const real = this.#floatText()
        return this.#keep(flagged, factory.complex(real, this.#floatText()))
      }
      default: throw faults.badData('unknown type code')
    }
  }

  #keep(flagged: boolean, value: V): V {
    if (flagged) this.#references.push(value)
    return value
  }

  #reference(): V {
    const index = this.#int32()
    const value = this.#references[index]
    if (value === undefined) throw faults.badData('invalid reference')
    return value
  }

  #sequence(size: number, flagged: boolean, kind: 'tuple' | 'list'): V | typeof PENDING {
    const items: V[] = []
    const made = kind === 'tuple' ? this.#factory.tuple(items, size) : this.#factory.list(items)
    const sequence = this.#keep(flagged, made)
    return size === 0 ? sequence : this.#open(kind, size, sequence, items)
  }

  #code(flagged: boolean): typeof PENDING {
    if (!this.#allowCode) throw faults.codeDisallowed()
    const slot = this.#reserve(flagged)
    const numbers = [this.#int32(), this.#int32(), this.#int32(), this.#int32(), this.#int32()]
    this.#frames.push({ kind: 'code object', missing: 10, items: [], container: undefined, slot, numbers })
    return PENDING
  }

  #open(
    kind: Frame<V>['kind'], missing: number, container: V | undefined, items: V[] = [], slot = -1,
  ): V | typeof PENDING {
    const frame: Frame<V> = { kind, missing, items, container, slot, numbers: undefined }
    this.#frames.push(frame)
    return missing === 0 ? this.#close(frame) : PENDING
  }

  /** Gives a part to the container that waits for it; the container itself, once it is complete. */
  #deliver(frame: Frame<V>, value: V): V | typeof PENDING {
    const { kind, items } = frame
    if (kind === 'set') this.#factory.add(frame.container as V, value)
    else {
      if (kind === 'frozenset') this.#factory.hashable(value)
      items.push(value)
      if (kind === 'dict' && items.length === 2) {
        this.#factory.setItem(frame.container as V, items[0] as V, items[1] as V)
        items.length = 0
      }
    }
    frame.missing--
    // Between a code object's names and its tables stands its first line.
    if (kind === 'code object' && frame.missing === 2) frame.numbers?.push(this.#int32())
    return frame.missing === 0 ? this.#close(frame) : PENDING
  }

  #close(frame: Frame<V>): V {
    this.#frames.pop()
    if (frame.kind === 'frozenset') return this.#settle(frame.slot, this.#factory.frozenset(frame.items))
    if (frame.kind === 'code object') return this.#settle(frame.slot, this.#factory.code(partsOf(frame)))
    return frame.container as V
  }

  #null(): V {
    const frame = this.#frames.at(-1)
    if (frame === undefined) throw faults.nullObject('object')
    if (frame.kind !== 'dict') throw faults.nullObject(frame.kind === 'frozenset' ? 'set' : frame.kind)
    return this.#close(frame)
  }

  #reserve(flagged: boolean): number {
    return flagged ? this.#references.push(undefined) - 1 : -1
  }

  #settle(slot: number, value: V): V {
    if (slot >= 0) this.#references[slot] = value
    return value
  }

  #ascii(size: number, interned: boolean): V {
    const at = this.#advance(size)
    return this.#factory.text(readAscii(this.#bytes, at, size), interned)
  }

  #utf8(interned: boolean): V {
    return this.#factory.text(decodeUtf8(this.#take(this.#size('string'))), interned)
  }

  #long(): number | bigint {
    const count = this.#int32()
    if (count === -0x80000000) throw faults.badData('long size out of range')
    const digits: number[] = []
    for (let left = Math.abs(count); left > 0; left--) {
      const digit = this.#view.getInt16(this.#advance(2), true)
      if (digit < 0) throw faults.badData('digit out of range in long')
      digits.push(digit)
    }
    if (digits.at(-1) === 0) throw faults.badData('unnormalized long data')
    return fromDigits(digits, count < 0)
  }

  #int64(): number | bigint {
    return normal(this.#view.getBigInt64(this.#advance(8), true))
  }

  #floatText(): number {
    return readFloatText(this.#take(this.#byte()))
  }

  #double(): number {
    return this.#view.getFloat64(this.#advance(8), true)
  }

  #int32(): number {
    const bytes = this.#bytes
    const at = this.#advance(4)
    return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
  }

  #size(what: string): number {
    const size = this.#int32()
    if (size < 0) throw faults.badData(`${what} size out of range`)
    return size
  }

  #byteOrNone(): number {
    return this.position < this.#bytes.length ? this.#bytes[this.position++]! : -1
  }

  #byte(): number {
    const byte = this.#byteOrNone()
    if (byte < 0) throw faults.noByte()
    return byte
  }

  // One copy of the input serves all bytes objects: thousands of small buffers cost more than the rest of
  // the reading.
  #copied(size: number): Uint8Array {
    const at = this.#advance(size) - this.#start
    this.#copy ??= this.#bytes.slice(this.#start)
    return this.#copy.subarray(at, at + size)
  }

  #take(size: number): Uint8Array {
    const at = this.#advance(size)
    return this.#bytes.subarray(at, at + size)
  }

  #advance(size: number): number {
    const at = this.position
    if (size > this.#bytes.length - at) throw faults.tooShort()
    this.position = at + size
    return at
  }
}

function partsOf<V>({ items, numbers = [] }: Frame<V>): CodeParts<V> {
  return {
    argcount: numbers[0]!, posonlyargcount: numbers[1]!, kwonlyargcount: numbers[2]!, stacksize: numbers[3]!,
    flags: numbers[4]!, code: items[0]!, consts: items[1]!, names: items[2]!, localsplusnames: items[3]!,
    localspluskinds: items[4]!, filename: items[5]!, name: items[6]!, qualname: items[7]!,
    firstlineno: numbers[5]!, linetable: items[8]!, exceptiontable: items[9]!,
  }
}
