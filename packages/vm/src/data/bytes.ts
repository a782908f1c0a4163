// bytes and bytearray.
import { PyObject } from './object.ts'

export class PyBytes extends PyObject {
  /** Never written after construction. */
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    super()
    this.bytes = bytes
  }
}

export class PyByteArray extends PyObject {
  /** Storage; its first `length` bytes are the contents. */
  buffer: Uint8Array
  length: number
  /** Views that are out: resizing raises BufferError while there are any. */
  exports = 0
  constructor(bytes: Uint8Array) {
    super()
    this.buffer = bytes
    this.length = bytes.length
  }
  get bytes(): Uint8Array {
    return this.buffer.length === this.length ? this.buffer : this.buffer.subarray(0, this.length)
  }
}

const singles: PyBytes[] = []
/** A bytes object that takes the array over: the caller must not write to it again. */
export function newBytes(bytes: Uint8Array): PyBytes {
  if (bytes.length > 1) return new PyBytes(bytes)
  const key = bytes.length === 0 ? 256 : (bytes[0] as number)
  return (singles[key] ??= new PyBytes(bytes))
}
