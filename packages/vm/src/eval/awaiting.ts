// What `await` accepts.
import { codeFlags } from '@pellucid/opcode-spec'
import { PyCoroutine, PyGenerator } from '../data/frame.ts'
import { typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** The iterator that drives an awaitable; undefined when it is none. */
export function awaitable(value: Value, py: Thread): Value | undefined {
  if (value instanceof PyCoroutine) return value
  if (value instanceof PyGenerator && (value.frame.code.data.flags & codeFlags.CO_ITERABLE_COROUTINE) !== 0) return value
  const slot = typeOf(value).slots.await
  if (slot === undefined) return undefined
  const iterator = slot(value, py)
  if (iterator instanceof PyCoroutine) raise(PyTypeError, '__await__() returned a coroutine')
  if (typeOf(iterator).slots.next === undefined) {
    raise(PyTypeError, `__await__() returned non-iterator of type '${typeOf(iterator).tpName}'`)
  }
  return iterator
}
