// Bytes from anything: what bytes(x), bytearray(x) and int.from_bytes accept.
import { PyBytes } from '../../data/bytes.ts'
import { contiguousBytes, PyMemoryView } from '../../data/memory-view.ts'
import type { PyObject } from '../../data/object.ts'
import { TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, type Str, type Value } from '../../data/values.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import {
  MemoryError, OverflowError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { index, size } from '../../protocols/index-number.ts'
import { forEach, iterate } from '../../protocols/iterate.ts'
import { lengthHint } from '../../protocols/length-hint.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { encodeStr } from '../../protocols/codecs.ts'
import { codecName } from '../str/encode.ts'

/** Zeros; MemoryError for more than a host can hold. */
export function blankBytes(length: number): Uint8Array {
  if (length > 0xffff_ffff) raise(MemoryError)
  try {
    return new Uint8Array(length)
  } catch {
    return raise(MemoryError)
  }
}

/** One byte, `kind` being who asks (`bytes`, `byte`). */
export function byteOf(value: Value, py: Thread, message = 'bytes must be in range(0, 256)'): number {
  const int = index(value, py)
  if (int < 0 || int > 255) raise(ValueError, message)
  return int as number
}

/** A copy of a bytes-like object, whose memory may lie in pieces; undefined for what is none. */
export function copyOfBuffer(value: Value, py: Thread): Uint8Array | undefined {
  if (value instanceof PyMemoryView && value.view !== undefined) return contiguousBytes(value.view).slice()
  return bytesOrUndefined(value, py)?.slice()
}

/** The bytes of a bytes-like object (copied) or of an iterable of ints. */
export function bytesOfItems(
  value: Value,
  kind: string,
  message: string,
  py: Thread,
  refusal = `cannot convert '${typeOf(value).tpName}' object to ${kind}`,
): Uint8Array {
  const direct = copyOfBuffer(value, py)
  if (direct !== undefined) return direct
  if (asStr(value) !== undefined) raise(PyTypeError, refusal)
  let iterator: PyObject
  try {
    iterator = iterate(value, py)
  } catch (caught) {
    if (!isRaised(caught, PyTypeError)) throw caught
    return raise(PyTypeError, refusal)
  }
  if (kind === 'bytes' && typeOf(value).flags & TypeFlags.HEAPTYPE) lengthHint(value, 0, py)
  const out: number[] = []
  forEach(iterator, py, (item) => {
    out.push(byteOf(item, py, message))
  })
  return Uint8Array.from(out)
}

/** `__bytes__` of an object that has it. */
export function specialBytes(value: Value, py: Thread): PyBytes | undefined {
  const method = lookupSpecial(value, '__bytes__', py)
  if (method === undefined) return undefined
  const made = call(method, [], py)
  return made instanceof PyBytes ? made : raise(
    PyTypeError,
    `__bytes__ returned non-bytes (type ${typeOf(made).tpName})`,
  )
}

/** `PyObject_Bytes`: no str, no count. */
export function bytesOfObject(value: Value, py: Thread): Uint8Array {
  if (value instanceof PyBytes && !Object.hasOwn(value, 'type')) return value.bytes
  return specialBytes(value, py)?.bytes ?? bytesOfItems(value, 'bytes', 'bytes must be in range(0, 256)', py)
}

/** A length given in place of contents; undefined when the object is no number. */
export function countOf(value: Value, py: Thread): number | undefined {
  if (typeof value === 'object' && typeOf(value).slots.index === undefined) return undefined
  if (typeof value === 'string') return undefined
  try {
    const count = size(value, py, OverflowError)
    if (count < 0) raise(ValueError, 'negative count')
    return count
  } catch (caught) {
    if (isRaised(caught, PyTypeError)) return undefined
    throw caught
  }
}

/** The text form of the constructors: `bytes(text, encoding, errors)`; undefined when none of that is meant. */
export function bytesOfText(
  source: Value | undefined,
  encoding: Str | undefined,
  errors: Str | undefined,
  py: Thread,
): Uint8Array | undefined {
  const text = source === undefined ? undefined : asStr(source)
  if (encoding !== undefined) {
    if (text === undefined) return raise(PyTypeError, 'encoding without a string argument')
    return encodeStr(text, codecName(encoding) as string, codecName(errors), py).bytes
  }
  if (errors !== undefined) {
    raise(
      PyTypeError,
      text === undefined ? 'errors without a string argument' : 'string argument without an encoding',
    )
  }
  return undefined
}
