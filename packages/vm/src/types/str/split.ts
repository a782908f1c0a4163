// split, rsplit, splitlines, join, strip.
import {
  rsplitOn, rsplitOnBlanks, rsplitUnitsOn, rsplitUnitsOnBlanks, splitLines, splitOn, splitOnBlanks,
  splitUnitLines, splitUnitsOn, splitUnitsOnBlanks, stripText, stripUnits, type StripSides, type Text,
} from '@pellucid/primitives'
import { typeOf } from '../../data/type.ts'
import { asStr, isStr, narrowStr, None, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { iterate, toArray } from '../../protocols/iterate.ts'
import type { Thread } from '../../thread.ts'
import { joinStrs, listOfTexts, own, points, strOfText } from './text.ts'

function separatorOf(value: Value): Str | undefined {
  if (value === None) return undefined
  const text = asStr(value)
  if (text === undefined) return raise(PyTypeError, `must be str or None, not ${typeOf(value).tpName}`)
  if (text === '') raise(ValueError, 'empty separator')
  return text
}

function split(text: Str, separator: Str | undefined, limit: number): readonly Text[] {
  if (typeof text === 'string') {
    if (separator === undefined) return splitOnBlanks(text, limit)
    return typeof separator === 'string' ? splitOn(text, separator, limit) : [text]
  }
  if (separator === undefined) return splitUnitsOnBlanks(text.codePoints, limit)
  return splitUnitsOn(text.codePoints, points(separator), limit)
}

function rsplit(text: Str, separator: Str | undefined, limit: number): readonly Text[] {
  if (typeof text === 'string') {
    if (separator === undefined) return rsplitOnBlanks(text, limit)
    return typeof separator === 'string' ? rsplitOn(text, separator, limit) : [text]
  }
  if (separator === undefined) return rsplitUnitsOnBlanks(text.codePoints, limit)
  return rsplitUnitsOn(text.codePoints, points(separator), limit)
}

/** `separator.join(items)` */
export function join(separator: Str, iterable: Value, py: Thread): Str {
  let items: Value[]
  try {
    items = toArray(iterable, py)
  } catch (caught) {
    // Only a failing iter() gets the message of join.
    if (isRaised(caught, PyTypeError) && !isIterable(iterable, py)) raise(
      PyTypeError,
      'can only join an iterable',
    )
    throw caught
  }
  if (items.length === 1 && isStr(items[0] as Value)) return items[0] as Str
  const parts = items.map((item, place): Str => {
    const part = asStr(item)
    if (part === undefined) {
      return raise(PyTypeError, `sequence item ${place}: expected str instance, ${typeOf(item).tpName} found`)
    }
    return part
  })
  return joinStrs(parts, separator)
}

function isIterable(value: Value, py: Thread): boolean {
  try {
    iterate(value, py)
    return true
  } catch {
    return false
  }
}

function strip(self: Value, set: Value, sides: StripSides, name: string): Value {
  const text = own(self)
  const members = set === None ? undefined : asStr(set)
  if (members === undefined && set !== None) raise(PyTypeError, `${name} arg must be None or str`)
  if (typeof text === 'string') {
    // What is beyond the narrow form cannot be at the ends of this text.
    const narrow = members === undefined || typeof members === 'string' ? members : narrowStr(narrowPart(members))
    const stripped = stripText(text, sides, narrow)
    return narrowStr(stripped)
  }
  return strOfText(stripUnits(text.codePoints, sides, members === undefined ? undefined : points(members)))
}

function narrowPart(members: Str): string {
  return points(members)
    .filter((point) => point < 0xd800 || (point > 0xdfff && point < 0x10000))
    .map((point) => String.fromCharCode(point))
    .join('')
}

const method = methods<Value>()

export const splitMethods = {
  split: method(
    'split(self, /, sep: object = None, maxsplit: index = -1)',
    'Cut at a separator, or at blanks; at most maxsplit times, from the left.',
    (self, sep, maxsplit) => listOfTexts(split(own(self), separatorOf(sep), maxsplit)),
  ),
  rsplit: method(
    'rsplit(self, /, sep: object = None, maxsplit: index = -1)',
    'Cut at a separator, or at blanks; at most maxsplit times, from the right.',
    (self, sep, maxsplit) => listOfTexts(rsplit(own(self), separatorOf(sep), maxsplit)),
  ),
  splitlines: method('splitlines(self, /, keepends: bool = False)', 'Cut into lines.', (self, keepEnds) => {
    const text = own(self)
    return listOfTexts(
      typeof text === 'string' ? splitLines(text, keepEnds) : splitUnitLines(text.codePoints, keepEnds),
    )
  }),
  join: method(
    'join(self, iterable: object, /)',
    'Join strs, with the text between them.',
    (self, iterable, py) =>
      join(own(self), iterable, py),
  ),
  strip: method(
    'strip(self, chars: object = None, /)',
    'Answer the text without blanks, or chars, at both ends.',
    (self, chars) =>
      strip(self, chars, 'both', 'strip'),
  ),
  lstrip: method(
    'lstrip(self, chars: object = None, /)',
    'Answer the text without blanks, or chars, at its start.',
    (self, chars) =>
      strip(self, chars, 'left', 'lstrip'),
  ),
  rstrip: method(
    'rstrip(self, chars: object = None, /)',
    'Answer the text without blanks, or chars, at its end.',
    (self, chars) =>
      strip(self, chars, 'right', 'rstrip'),
  ),
}
