// split, rsplit, splitlines and join of bytes and bytearray.
import {
  rsplitUnitsOn, rsplitUnitsOnBlanks, splitUnitLines, splitUnitsOn, splitUnitsOnBlanks,
} from '@pellucid/primitives'
import { PyByteArray, type PyBytes } from '../../data/bytes.ts'
import { newList } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { bytesOf, bytesOrUndefined } from '../../protocols/buffer.ts'
import { BufferError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { iterate, toArray } from '../../protocols/iterate.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { blankBytes } from './construct.ts'

type AnyBytes = PyBytes | PyByteArray
type Make = (bytes: Uint8Array) => Value
const method = methods<AnyBytes>()

function separatorOf(value: Value, py: Thread): Uint8Array | undefined {
  if (value === None) return undefined
  const bytes = bytesOf(value, py)
  if (bytes.length === 0) raise(ValueError, 'empty separator')
  return bytes
}

function itemsOf(iterable: Value, py: Thread): Value[] {
  let iterator: Value
  try {
    iterator = iterate(iterable, py)
  } catch (caught) {
    if (isRaised(caught, PyTypeError)) raise(PyTypeError, 'can only join an iterable')
    throw caught
  }
  return toArray(iterator, py)
}

/** A view with gaps counts as no bytes here. */
function bytesOrNothing(item: Value, py: Thread): Uint8Array | undefined {
  try {
    return bytesOrUndefined(item, py)
  } catch (caught) {
    if (isRaised(caught, BufferError)) return undefined
    throw caught
  }
}

function join(separator: Uint8Array, iterable: Value, py: Thread): Uint8Array {
  const parts = itemsOf(iterable, py).map((item, place) => {
    const bytes = bytesOrNothing(item, py)
    if (bytes !== undefined) return bytes
    return raise(
      PyTypeError,
      `sequence item ${place}: expected a bytes-like object, ${typeOf(item).tpName} found`,
    )
  })
  const length = parts.reduce((sum, part) => sum + part.length, separator.length * Math.max(0, parts.length - 1))
  const out = blankBytes(length)
  let at = 0
  parts.forEach((part, place) => {
    if (place > 0) {
      out.set(separator, at)
      at += separator.length
    }
    out.set(part, at)
    at += part.length
  })
  return out
}

export function splitMethods(make: Make) {
  const list = (pieces: readonly Uint8Array[]): Value => newList(pieces.map(make))
  return {
    join: method(
      'join(self, iterable_of_bytes: object, /)',
      'Join bytes, with these bytes between them.',
      (self, iterable, py) => {
        if (!(self instanceof PyByteArray)) return make(join(self.bytes, iterable, py))
        // Its size may not change while the parts are asked for.
        self.exports++
        try {
          return make(join(self.bytes, iterable, py))
        } finally {
          self.exports--
        }
      },
    ),
    split: method(
      'split(self, /, sep: object = None, maxsplit: index = -1)',
      'Cut at a separator, or at blanks, from the left.',
      (self, sep, limit, py) => {
        const separator = separatorOf(sep, py)
        return list(separator === undefined ? splitUnitsOnBlanks(self.bytes, limit) : splitUnitsOn(self.bytes, separator, limit))
      },
    ),
    rsplit: method(
      'rsplit(self, /, sep: object = None, maxsplit: index = -1)',
      'Cut at a separator, or at blanks, from the right.',
      (self, sep, limit, py) => {
        const separator = separatorOf(sep, py)
        return list(separator === undefined ? rsplitUnitsOnBlanks(self.bytes, limit) : rsplitUnitsOn(self.bytes, separator, limit))
      },
    ),
    splitlines: method('splitlines(self, /, keepends: bool = False)', 'Cut into lines.', (self, keepEnds) =>
      list(splitUnitLines(self.bytes, keepEnds))),
  }
}
