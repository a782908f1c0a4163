// Bytes-like objects.
import { PyByteArray, PyBytes } from '../data/bytes.ts'
import { typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { BufferError, TypeError as PyTypeError } from './exceptions.ts'
import { isRaised, raise } from './raise.ts'

/** Flags of a buffer request (PEP 3118). */
export const BufferFlags = { SIMPLE: 0, WRITABLE: 1, FORMAT: 4, ND: 8, STRIDES: 24 } as const

/** The bytes of any bytes-like object, valid until Python code runs; not to be written. */
export function bytesOf(value: Value, py: Thread): Uint8Array {
  return bytesOrUndefined(value, py) ?? raise(PyTypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`)
}

/** The same; undefined for what is not bytes-like. */
export function bytesOrUndefined(value: Value, py: Thread): Uint8Array | undefined {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes
  const slots = typeOf(value).slots
  if (slots.buffer === undefined) return undefined
  const view = slots.buffer(value, BufferFlags.SIMPLE, py)
  slots.releaseBuffer?.(value, view, py)
  return view.bytes
}

/** The same, undefined also for memory that lies in pieces: numbers are read from texts, and else it is no text. */
export function textBytes(value: Value, py: Thread): Uint8Array | undefined {
  try {
    return bytesOrUndefined(value, py)
  } catch (caught) {
    if (isRaised(caught, BufferError)) return undefined
    throw caught
  }
}
