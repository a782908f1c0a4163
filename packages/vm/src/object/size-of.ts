// Bytes of an object in CPython, by its structure: what `object.__sizeof__` answers.
import { PyBytes } from '../data/bytes.ts'
import { PyCode } from '../data/code.ts'
import { PyFrame, PyGenerator } from '../data/frame.ts'
import { PyMemoryView } from '../data/memory-view.ts'
import { PyTuple } from '../data/sequences.ts'
import { structOf } from '../data/struct-sizes.ts'
import { typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'

/** Locals and value stack. */
const placesOf = ({ data }: PyCode): number => data.localsplusnames.length + data.stacksize

function countOf(value: Value): number {
  if (value instanceof PyTuple) return value.items.length
  if (value instanceof PyBytes) return value.bytes.length
  if (value instanceof PyMemoryView) return 3 * (value.view?.shape.length ?? 1)
  if (value instanceof PyCode) return Math.ceil(value.data.code.length / 8) * 4
  if (value instanceof PyFrame) return placesOf(value.code)
  return value instanceof PyGenerator ? placesOf(value.frame.code) : 0
}

export function structSize(value: Value): number {
  const { basic, item } = structOf(typeOf(value))
  return item === 0 ? basic : basic + item * countOf(value)
}
