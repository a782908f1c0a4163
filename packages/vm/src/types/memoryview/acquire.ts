// The memory of any object that has some, as a view.
import type { PyBufferView } from '../../data/buffer.ts'
import { PyMemoryView } from '../../data/memory-view.ts'
import { typeOf } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { BufferFlags } from '../../protocols/buffer.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

/** The view that an exporter gives; it is not held, so the exporter may still change its size. */
export function bufferView(
  value: Value,
  py: Thread,
  flags: number = BufferFlags.STRIDES | BufferFlags.FORMAT,
  who = 'memoryview: ',
): PyBufferView {
  if (value instanceof PyMemoryView && value.view !== undefined) return value.view
  const { slots, tpName } = typeOf(value)
  if (slots.buffer === undefined) return raise(
    PyTypeError,
    `${who}a bytes-like object is required, not '${tpName}'`,
  )
  const view = slots.buffer(value, flags, py)
  slots.releaseBuffer?.(value, view, py)
  return view
}
