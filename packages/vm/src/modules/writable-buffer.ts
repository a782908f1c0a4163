// Memory of bytes-like objects that a function may write to.
import { PyByteArray } from '../data/bytes.ts'
import { typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { BufferFlags } from '../protocols/buffer.ts'
import { BufferError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** The memory, valid until Python code runs; TypeError for what is read-only or not bytes-like. */
export function writableBytes(value: Value, what: string, py: Thread): Uint8Array {
  if (value instanceof PyByteArray) return value.bytes
  const slots = typeOf(value).slots
  if (slots.buffer !== undefined) {
    try {
      const view = slots.buffer(value, BufferFlags.WRITABLE, py)
      slots.releaseBuffer?.(value, view, py)
      if (!view.readonly) return view.bytes
    } catch (caught) {
      if (!isRaised(caught, BufferError)) throw caught
    }
  }
  return raise(PyTypeError, `${what} must be read-write bytes-like object, not ${typeOf(value).tpName}`)
}
