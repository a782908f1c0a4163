// str.translate and str.maketrans.
import { translatePoints } from '@pellucid/primitives'
import { newDict, PyDict } from '../../data/dict.ts'
import {
  asInt, asStr, narrowStr, newInt, None, strLength, strOfCodePoints, type Value,
} from '../../data/values.ts'
import { methods, staticMethod } from '../../object/define-builtin.ts'
import { LookupError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { getItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { own, points } from './text.ts'

function lookUp(table: Value, point: number, py: Thread): Value | undefined {
  if (table instanceof PyDict && !Object.hasOwn(table, 'type')) return table.get(newInt(point), py.keys)
  try {
    return getItem(table, newInt(point), py)
  } catch (caught) {
    if (isRaised(caught, LookupError)) return undefined
    throw caught
  }
}

function mapped(value: Value | undefined): number | readonly number[] | undefined {
  if (value === undefined) return undefined
  if (value === None) return []
  const int = asInt(value)
  if (int !== undefined) {
    if (int < 0 || int > 0x10ffff) raise(ValueError, 'character mapping must be in range(0x110000)')
    return Number(int)
  }
  const text = asStr(value)
  if (text === undefined) return raise(PyTypeError, 'character mapping must return integer, None or str')
  return points(text)
}

export const translateMethod = methods<Value>()(
  'translate(self, table: object, /)',
  'Replace characters by what a table maps their code points to.',
  (self, table, py) => {
    const known = new Map<number, number | readonly number[] | undefined>()
    const replaced = translatePoints(points(own(self)), (point) => {
      if (!known.has(point)) known.set(point, mapped(lookUp(table, point, py)))
      return known.get(point)
    })
    return replaced.length === 0 ? narrowStr('') : strOfCodePoints(replaced)
  },
)

function fromDict(source: Value, py: Thread): PyDict {
  if (!(source instanceof PyDict) || Object.hasOwn(source, 'type')) {
    return raise(PyTypeError, 'if you give only one argument to maketrans it must be a dict')
  }
  const table = newDict()
  source.keys.forEach((key, place) => {
    if (key === undefined) return
    const text = asStr(key)
    if (text !== undefined) {
      if (strLength(text) !== 1) raise(ValueError, 'string keys in translate table must be of length 1')
      table.set(newInt(points(text)[0] as number), source.values[place] as Value, py.keys)
    } else if (asInt(key) !== undefined) {
      table.set(key, source.values[place] as Value, py.keys)
    } else {
      raise(PyTypeError, 'keys in translate table must be strings or integers')
    }
  })
  return table
}

export const makeTransMethod = staticMethod(
  'maketrans(x: object, y: str = <unrepresentable>, z: str = <unrepresentable>, /)',
  'Make a table for translate: from a dict, or from characters, what they become, and characters to drop.',
  (x, y, z, py) => {
    if (y === undefined) return fromDict(x, py)
    const from = asStr(x)
    if (from === undefined) return raise(
      PyTypeError,
      'first maketrans argument must be a string if there is a second argument',
    )
    if (strLength(from) !== strLength(y)) raise(
      ValueError,
      'the first two maketrans arguments must have equal length',
    )
    const table = newDict()
    const to = points(y)
    points(from).forEach((point, place) => table.set(newInt(point), newInt(to[place] as number), py.keys))
    if (z !== undefined) for (const point of points(z)) table.set(newInt(point), None, py.keys)
    return table
  },
)
