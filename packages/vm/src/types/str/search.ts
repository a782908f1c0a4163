// find, index, count, startswith, replace, partition: where a str is in another.
import {
  countText, countUnits, findText, findUnits, replaceText, replaceUnits, rfindText, rfindUnits,
} from '@pellucid/primitives'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import {
  asStr, narrowStr, newInt, strLength, strOfCodePoints, type Str, type Value,
} from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { clipRange } from '../../protocols/positions.ts'
import { expectStr, own, points, sliceStr } from './text.ts'

type Bound = number | undefined

function find(text: Str, part: Str, start: Bound, end: Bound): number {
  const [from, to] = clipRange(start, end, strLength(text))
  if (typeof text === 'string') return typeof part === 'string' ? findText(text, part, from, to) : -1
  return findUnits(text.codePoints, points(part), from, to)
}
function rfind(text: Str, part: Str, start: Bound, end: Bound): number {
  const [from, to] = clipRange(start, end, strLength(text))
  if (from > to) return -1
  if (typeof text === 'string') return typeof part === 'string' ? rfindText(text, part, from, to) : -1
  return rfindUnits(text.codePoints, points(part), from, to)
}
function count(text: Str, part: Str, start: Bound, end: Bound): number {
  const [from, to] = clipRange(start, end, strLength(text))
  if (typeof text === 'string') return typeof part === 'string' ? countText(text, part, from, to) : 0
  return countUnits(text.codePoints, points(part), from, to)
}

/** Does `part` stand at the start (or the end) of text[start:end]? */
function standsAt(text: Str, part: Str, start: Bound, end: Bound, atEnd: boolean): boolean {
  const [from, to] = clipRange(start, end, strLength(text))
  const length = strLength(part)
  if (to - from < length) return false
  const place = atEnd ? to - length : from
  if (typeof text === 'string') return typeof part === 'string' && text.startsWith(part, place)
  return points(part).every((point, i) => text.codePoints[place + i] === point)
}

function affix(self: Value, wanted: Value, start: Bound, end: Bound, name: 'startswith' | 'endswith'): boolean {
  const text = own(self)
  if (wanted instanceof PyTuple) {
    return wanted.items.some((item) => {
      const part = asStr(item)
      if (part === undefined) raise(
        PyTypeError,
        `tuple for ${name} must only contain str, not ${typeOf(item).tpName}`,
      )
      return standsAt(text, part, start, end, name === 'endswith')
    })
  }
  const part = asStr(wanted)
  if (part === undefined) {
    return raise(PyTypeError, `${name} first arg must be str or a tuple of str, not ${typeOf(wanted).tpName}`)
  }
  return standsAt(text, part, start, end, name === 'endswith')
}

export function contains(self: Value, item: Value): boolean {
  const part = asStr(item)
  if (part === undefined) return raise(
    PyTypeError,
    `'in <string>' requires string as left operand, not ${typeOf(item).tpName}`,
  )
  const text = own(self)
  if (typeof text === 'string') return typeof part === 'string' && findText(text, part, 0, text.length) >= 0
  return findUnits(text.codePoints, points(part), 0, text.codePoints.length) >= 0
}

function replace(text: Str, from: Str, to: Str, most: number): Str {
  if (typeof text === 'string' && typeof from === 'string' && typeof to === 'string') {
    return narrowStr(replaceText(text, from, to, most))
  }
  const replaced = replaceUnits(points(text), points(from), points(to), most)
  return replaced === undefined ? text : strOfCodePoints(replaced)
}

function partition(self: Value, separator: Str, place: number, whole: 'first' | 'last'): Value {
  const text = own(self)
  const empty = narrowStr('')
  if (place < 0) return newTuple(whole === 'first' ? [self, empty, empty] : [empty, empty, self])
  const after = place + strLength(separator)
  return newTuple([sliceStr(text, 0, place), separator, sliceStr(text, after, strLength(text))])
}

function checkedSeparator(separator: Value): Str {
  const text = expectStr(separator)
  if (text === '') raise(ValueError, 'empty separator')
  return text
}

const found = (place: number): Value => (place < 0 ? raise(ValueError, 'substring not found') : newInt(place))
const method = methods<Value>()
const text = '($self, sub[, start[, end]], /)'

export const searchMethods = {
  count: method(
    'count(self, sub: str, start: position | None = None, end: position | None = None, /)',
    'Answer how often sub is in the text, without overlaps.',
    (self, sub, start, end) => newInt(count(own(self), sub, start, end)),
    { text },
  ),
  find: method(
    'find(self, sub: str, start: position | None = None, end: position | None = None, /)',
    'Answer the first place of sub, or -1.',
    (self, sub, start, end) => newInt(find(own(self), sub, start, end)),
    { text },
  ),
  index: method(
    'index(self, sub: str, start: position | None = None, end: position | None = None, /)',
    'Answer the first place of sub; ValueError when there is none.',
    (self, sub, start, end) => found(find(own(self), sub, start, end)),
    { text },
  ),
  rfind: method(
    'rfind(self, sub: str, start: position | None = None, end: position | None = None, /)',
    'Answer the last place of sub, or -1.',
    (self, sub, start, end) => newInt(rfind(own(self), sub, start, end)),
    { text },
  ),
  rindex: method(
    'rindex(self, sub: str, start: position | None = None, end: position | None = None, /)',
    'Answer the last place of sub; ValueError when there is none.',
    (self, sub, start, end) => found(rfind(own(self), sub, start, end)),
    { text },
  ),
  startswith: method(
    'startswith(self, prefix: object, start: position | None = None, end: position | None = None, /)',
    'Answer whether the text starts with a prefix, or with one of a tuple of them.',
    (self, prefix, start, end) => affix(self, prefix, start, end, 'startswith'),
    { text: '($self, prefix[, start[, end]], /)' },
  ),
  endswith: method(
    'endswith(self, suffix: object, start: position | None = None, end: position | None = None, /)',
    'Answer whether the text ends with a suffix, or with one of a tuple of them.',
    (self, suffix, start, end) => affix(self, suffix, start, end, 'endswith'),
    { text: '($self, suffix[, start[, end]], /)' },
  ),
  replace: method(
    'replace(self, old: str, new: str, /, count: index = -1)',
    'Answer the text with old replaced by new, everywhere or count times.',
    (self, old, made, most) => replace(own(self), old, made, most),
  ),
  partition: method(
    'partition(self, sep: object, /)',
    'Cut at the first separator: before, separator, after.',
    (self, sep) => {
      const separator = checkedSeparator(sep)
      return partition(self, separator, find(own(self), separator, 0, undefined), 'first')
    },
  ),
  rpartition: method(
    'rpartition(self, sep: object, /)',
    'Cut at the last separator: before, separator, after.',
    (self, sep) => {
      const separator = checkedSeparator(sep)
      return partition(self, separator, rfind(own(self), separator, 0, undefined), 'last')
    },
  ),
  removeprefix: method(
    'removeprefix(self, prefix: str, /)',
    'Answer the text without a prefix.',
    (self, prefix) => {
      const whole = own(self)
      if (!standsAt(whole, prefix, 0, undefined, false)) return whole
      return sliceStr(whole, strLength(prefix), strLength(whole))
    },
  ),
  removesuffix: method(
    'removesuffix(self, suffix: str, /)',
    'Answer the text without a suffix.',
    (self, suffix) => {
      const whole = own(self)
      if (!standsAt(whole, suffix, 0, undefined, true)) return whole
      return sliceStr(whole, 0, strLength(whole) - strLength(suffix))
    },
  ),
}
