// Reads marshalled bytes into objects that a factory makes. Total: any bytes give an object or a
// MarshalError, in time linear in the input; no declared size is believed before its bytes are there.
//
// Invariant: `#references` has one slot for each flagged object in the order they begin, so code
// objects and frozensets, which exist only after their parts, reserve theirs first.
import { readAscii } from './ascii.ts'
import { fromDigits, normal } from './digits.ts'
import { faults } from './errors.ts'
import type { Factory } from './factory.ts'
import { readFloatText } from './float-text.ts'
import { FLAG_REF, MAX_DEPTH, TYPE } from './type-codes.ts'
import { decodeUtf8 } from './utf8.ts'

/** Says that a NULL was read, which only the end of a dict may be. */
const NULL = Symbol('NULL')

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
  #depth = 0

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
    const value = this.#object()
    if (value === NULL) throw faults.nullObject('object')
    return value
  }

  #object(): V | typeof NULL {
    const head = this.#bytes[this.position++]
    if (head === undefined) throw faults.noObject()
    if (++this.#depth > MAX_DEPTH) throw faults.readTooDeep()
    const value = this.#body(head & ~FLAG_REF, (head & FLAG_REF) !== 0)
    this.#depth--
    return value
  }

  #body(type: number, flagged: boolean): V | typeof NULL {
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
      case TYPE.FROZENSET: return this.#frozenset(flagged)
      case TYPE.LONG: return this.#keep(flagged, factory.int(this.#long()))
      case TYPE.LIST: return this.#sequence(this.#size('list'), flagged, 'list')
      case TYPE.DICT: return this.#dict(flagged)
      case TYPE.SET: return this.#set(flagged)
      case TYPE.INT64: return this.#keep(flagged, factory.int(normal(this.#view.getBigInt64(this.#advance(8), true))))
      case TYPE.FLOAT: return this.#keep(flagged, factory.float(this.#floatText()))
      case TYPE.COMPLEX: {
        const real = this.#floatText()
        return this.#keep(flagged, factory.complex(real, this.#floatText()))
      }
      case TYPE.NULL: return NULL
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

  #sequence(size: number, flagged: boolean, what: 'tuple' | 'list'): V {
    const items: V[] = []
    const sequence = this.#keep(flagged, what === 'tuple' ? this.#factory.tuple(items) : this.#factory.list(items))
    for (let index = 0; index < size; index++) items.push(this.#item(what))
    return sequence
  }

  #item(where: string): V {
    const value = this.#object()
    if (value === NULL) throw faults.nullObject(where)
    return value
  }

  #dict(flagged: boolean): V {
    const dict = this.#keep(flagged, this.#factory.dict())
    for (;;) {
      const key = this.#object()
      if (key === NULL) return dict
      const value = this.#object()
      if (value === NULL) return dict
      this.#factory.setItem(dict, key, value)
    }
  }

  #set(flagged: boolean): V {
    const size = this.#size('set')
    const set = this.#keep(flagged, this.#factory.set())
    for (let index = 0; index < size; index++) this.#factory.add(set, this.#item('set'))
    return set
  }

  #frozenset(flagged: boolean): V {
    const size = this.#size('set')
    const slot = this.#reserve(flagged)
    const items: V[] = []
    for (let index = 0; index < size; index++) {
      const item = this.#item('set')
      this.#factory.hashable(item)
      items.push(item)
    }
    return this.#settle(slot, this.#factory.frozenset(items))
  }

  #code(flagged: boolean): V {
    if (!this.#allowCode) throw faults.codeDisallowed()
    const slot = this.#reserve(flagged)
    const where = 'code object'
    const argcount = this.#int32()
    const posonlyargcount = this.#int32()
    const kwonlyargcount = this.#int32()
    const stacksize = this.#int32()
    const flags = this.#int32()
    const code = this.#item(where)
    const consts = this.#item(where)
    const names = this.#item(where)
    const localsplusnames = this.#item(where)
    const localspluskinds = this.#item(where)
    const filename = this.#item(where)
    const name = this.#item(where)
    const qualname = this.#item(where)
    const firstlineno = this.#int32()
    const linetable = this.#item(where)
    const exceptiontable = this.#item(where)
    return this.#settle(slot, this.#factory.code({
      argcount, posonlyargcount, kwonlyargcount, stacksize, flags, code, consts, names, localsplusnames,
      localspluskinds, filename, name, qualname, firstlineno, linetable, exceptiontable,
    }))
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

  #byte(): number {
    const byte = this.#bytes[this.position++]
    if (byte === undefined) throw faults.noByte()
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
