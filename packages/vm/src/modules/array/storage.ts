// The memory of an array: items side by side, with room to grow.
import { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { BufferError, MemoryError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { Kind } from './kinds.ts'

const LARGEST = 2 ** 31

export class PyArray extends PyObject {
  readonly kind: Kind
  /** Number of items; the memory may be larger. */
  length = 0
  /** Views that are out: resizing raises BufferError while there are any. */
  exports = 0
  #view: DataView = new DataView(new ArrayBuffer(0))
  constructor(kind: Kind, bytes?: Uint8Array) {
    super()
    this.kind = kind
    if (bytes !== undefined) {
      this.#view = new DataView(bytes.slice().buffer)
      this.length = bytes.length / kind.size
    }
  }

  /** The items' memory, shared. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.length * this.kind.size)
  }
  at(place: number): Value {
    return this.kind.read(this.#view, place * this.kind.size)
  }
  put(place: number, item: number | bigint): void {
    this.kind.write(this.#view, place * this.kind.size, item)
  }
  values(): Value[] {
    return Array.from({ length: this.length }, (_, place) => this.at(place))
  }

  /** Open or close a gap: `count` items from `start` become room for `room` items. */
  splice(start: number, count: number, room: number): void {
    if (room === count) return
    if (this.exports > 0) raise(BufferError, 'cannot resize an array that is exporting buffers')
    const { size } = this.kind
    const length = this.length - count + room
    if (length * size > LARGEST) raise(MemoryError)
    const old = new Uint8Array(this.#view.buffer)
    const end = this.length * size
    let bytes = old
    if (length * size > old.length) {
      bytes = new Uint8Array(Math.max(length * size, Math.min(old.length * 2, LARGEST)))
      bytes.set(old.subarray(0, start * size))
    }
    bytes.set(old.subarray((start + count) * size, end), (start + room) * size)
    this.#view = new DataView(bytes.buffer)
    this.length = length
  }

  /** Replace items by the memory of others of the same kind. */
  replace(start: number, count: number, bytes: Uint8Array): void {
    const source = bytes.buffer === this.#view.buffer ? bytes.slice() : bytes
    this.splice(start, count, source.length / this.kind.size)
    this.bytes.set(source, start * this.kind.size)
  }

  append(value: Value, py: Thread): void {
    const item = this.kind.convert(value, py)
    this.splice(this.length, 0, 1)
    this.put(this.length - 1, item)
  }
  appendBytes(bytes: Uint8Array): void {
    if (bytes.length % this.kind.size !== 0) raise(ValueError, 'bytes length not a multiple of item size')
    this.replace(this.length, 0, bytes)
  }

  /** The items at some places, as a new array. */
  pick(start: number, step: number, count: number): PyArray {
    const { size } = this.kind
    const { bytes } = this
    if (step === 1) return new PyArray(this.kind, bytes.subarray(start * size, (start + count) * size))
    const picked = new Uint8Array(count * size)
    for (let i = 0; i < count; i++) {
      const at = (start + i * step) * size
      picked.set(bytes.subarray(at, at + size), i * size)
    }
    return new PyArray(this.kind, picked)
  }
}
