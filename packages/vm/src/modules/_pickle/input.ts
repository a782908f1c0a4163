// The bytes of a pickle being read, from memory or a file. A file that can `peek` shows what is to come; what was used
// of it is read, and thrown away, before anything else is asked of the file.
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { PyMemoryView } from '../../data/memory-view.ts'
import { typeOf } from '../../data/type.ts'
import { newInt, type Value } from '../../data/values.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { call } from '../../protocols/call.ts'
import { MemoryError, NotImplementedError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { nameOf } from './dotted.ts'
import { UnpicklingError } from './errors.ts'

const PREFETCH = 128 * 1024
const NEWLINE = 0x0a
/** More than any buffer of JavaScript holds, and more than CPython can count. */
const TOO_MUCH = 2 ** 33
const BEYOND = 2 ** 63 - 2 ** 20

export const truncated = (): never => raise(UnpicklingError, 'pickle data was truncated')

interface PickleFile {
  readonly read: Value
  readonly readline: Value
  readonly readinto: Value | undefined
  peek: Value | undefined
}

export class PickleInput {
  readonly #file: PickleFile | undefined
  #bytes: Uint8Array
  #at = 0
  /** Up to where the file itself has been read. */
  #fetched = 0

  constructor(bytes: Uint8Array, file?: PickleFile) {
    this.#bytes = bytes
    this.#file = file
  }
  static ofBytes(data: Value, py: Thread): PickleInput {
    return new PickleInput(bytesOf(data, py))
  }
  static ofFile(file: Value, py: Thread): PickleInput {
    const [peek, readinto, read, readline] = ['peek', 'readinto', 'read', 'readline'].map((name) => nameOf(file, name, py))
    if (read === undefined || readline === undefined) return raise(PyTypeError, "file must have 'read' and 'readline' attributes")
    return new PickleInput(new Uint8Array(0), { read, readline, readinto, peek })
  }
  /** What Python objects the input holds. */
  parts(): Value[] {
    const { read, readline, readinto, peek } = this.#file ?? {}
    return [read, readline, readinto, peek].filter((part) => part !== undefined)
  }

  /** The next byte; undefined at the end. */
  opcode(py: Thread): number | undefined {
    if (this.#at >= this.#bytes.length && (this.#file === undefined || this.#fetch(1, py) < 1)) return undefined
    return this.#bytes[this.#at++]
  }
  byte(py: Thread): number {
    return this.opcode(py) ?? truncated()
  }

  /** The next bytes, valid until the next call. */
  read(count: number, py: Thread): Uint8Array {
    if (count > this.#bytes.length - this.#at) {
      if (count >= BEYOND) raise(UnpicklingError, 'read would overflow (invalid bytecode)')
      if (this.#file === undefined || this.#fetch(count, py) < count) return truncated()
    }
    return this.#bytes.subarray(this.#at, (this.#at += count))
  }

  /** Look that many bytes ahead: they must be there. */
  expect(count: number, py: Thread): void {
    this.read(count, py)
    this.#at -= count
  }

  /** The next bytes as an array of their own, which a file may fill itself. */
  take(count: number, py: Thread): Uint8Array {
    const there = Math.min(this.#bytes.length - this.#at, count)
    if (there === count) return this.#bytes.slice(this.#at, (this.#at += count))
    if (count >= BEYOND) raise(OverflowError, 'byte string is too large')
    if (count > TOO_MUCH) raise(MemoryError)
    if (this.#file === undefined) return truncated()
    const made = new Uint8Array(count)
    made.set(this.#bytes.subarray(this.#at, this.#bytes.length))
    this.#at += there
    this.#fill(made.subarray(there), this.#file as PickleFile, py)
    return made
  }

  #fill(into: Uint8Array, file: PickleFile, py: Thread): void {
    this.skipConsumed(py)
    if (file.readinto === undefined) {
      const data = call(file.read, [newInt(into.length)], py)
      if (!(data instanceof PyBytes)) return raise(ValueError, `read() returned non-bytes object (${reprText(typeOf(data), py)})`)
      if (data.bytes.length < into.length) truncated()
      into.set(data.bytes.subarray(0, into.length))
      return
    }
    const view = new PyMemoryView({
      owner: newBytes(into), bytes: into, readonly: false, format: 'B', itemsize: 1, shape: [into.length], strides: [1],
    })
    const got = size(call(file.readinto, [view], py), py)
    if (got < 0) raise(ValueError, 'readinto() returned negative size')
    if (got < into.length) truncated()
  }

  /** The next line with its end. */
  line(py: Thread): Uint8Array {
    const end = this.#bytes.indexOf(NEWLINE, this.#at)
    if (end >= 0) return this.#bytes.subarray(this.#at, (this.#at = end + 1))
    if (this.#file === undefined) return truncated()
    this.skipConsumed(py)
    this.#take(call(this.#file.readline, [], py), py)
    if (this.#bytes[this.#bytes.length - 1] !== NEWLINE) return truncated()
    this.#at = this.#bytes.length
    return this.#bytes
  }

  /** Have the file read what was only looked at. */
  skipConsumed(py: Thread): void {
    const consumed = this.#at - this.#fetched
    if (consumed <= 0 || this.#file === undefined) return
    call(this.#file.read, [newInt(consumed)], py)
    this.#fetched = this.#at
  }

  /** New bytes from the file, from where the last ones were used up to; how many there are. */
  #fetch(count: number, py: Thread): number {
    const file = this.#file as PickleFile
    this.skipConsumed(py)
    if (file.peek !== undefined && count < PREFETCH) {
      const seen = this.#peek(file, file.peek, py)
      if (seen !== undefined) {
        this.#take(seen, py)
        this.#fetched = 0
        if (this.#bytes.length >= count) return this.#bytes.length
      }
    }
    this.#take(call(file.read, [newInt(count)], py), py)
    return this.#bytes.length
  }
  #peek(file: PickleFile, peek: Value, py: Thread): Value | undefined {
    try {
      return call(peek, [newInt(PREFETCH)], py)
    } catch (caught) {
      if (!isRaised(caught, NotImplementedError)) throw caught
      file.peek = undefined
      return undefined
    }
  }
  #take(data: Value, py: Thread): void {
    this.#bytes = bytesOf(data, py)
    this.#at = 0
    this.#fetched = this.#bytes.length
  }
}
