// center, ljust, rjust, zfill, expandtabs.
import { centerPadding, expandTabs, expandTabsUnits, zfillText } from '@pellucid/primitives'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, strLength, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { MemoryError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { own, points } from './text.ts'

function fillOf(value: Value): number {
  const text = asStr(value)
  if (text === undefined) return raise(
    PyTypeError,
    `The fill character must be a unicode character, not ${typeOf(value).tpName}`,
  )
  if (strLength(text) !== 1) raise(PyTypeError, 'The fill character must be exactly one character long')
  return points(text)[0] as number
}

function pad(text: Str, left: number, right: number, fill: number): Str {
  if (left <= 0 && right <= 0) return text
  if (left + right > 0x1fff_0000) raise(MemoryError)
  const isNarrow = fill < 0xd800 || (fill > 0xdfff && fill < 0x10000)
  if (typeof text === 'string' && isNarrow) {
    const character = String.fromCharCode(fill)
    return narrowStr(character.repeat(left) + text + character.repeat(right))
  }
  const run = (count: number): number[] => new Array<number>(count).fill(fill)
  return strOfCodePoints([...run(left), ...points(text), ...run(right)])
}

function zfill(text: Str, width: number): Str {
  const missing = width - strLength(text)
  if (missing <= 0) return text
  if (missing > 0x1fff_0000) raise(MemoryError)
  if (typeof text === 'string') return narrowStr(zfillText(text, width))
  const all = text.codePoints
  const signed = all[0] === 43 || all[0] === 45
  const zeros = new Array<number>(missing).fill(48)
  return strOfCodePoints(signed ? [all[0] as number, ...zeros, ...all.slice(1)] : [...zeros, ...all])
}

const method = methods<Value>()

export const padMethods = {
  center: method(
    "center(self, width: index, fillchar: object = ' ', /)",
    'Answer the text in the middle of a width.',
    (self, width, fillchar) => {
      const text = own(self)
      const fill = fillOf(fillchar)
      const [left, right] = centerPadding(strLength(text), width)
      return pad(text, left, right, fill)
    },
  ),
  ljust: method(
    "ljust(self, width: index, fillchar: object = ' ', /)",
    'Answer the text at the left of a width.',
    (self, width, fillchar) =>
      pad(own(self), 0, width - strLength(own(self)), fillOf(fillchar)),
  ),
  rjust: method(
    "rjust(self, width: index, fillchar: object = ' ', /)",
    'Answer the text at the right of a width.',
    (self, width, fillchar) =>
      pad(own(self), width - strLength(own(self)), 0, fillOf(fillchar)),
  ),
  zfill: method(
    'zfill(self, width: index, /)',
    'Answer the text with zeros before it, after a sign.',
    (self, width) =>
      zfill(own(self), width),
  ),
  expandtabs: method(
    'expandtabs(self, /, tabsize: cint = 8)',
    'Answer the text with tabs made blanks.',
    (self, tabSize) => {
      const text = own(self)
      if (typeof text === 'string') return narrowStr(expandTabs(text, tabSize))
      return strOfCodePoints(expandTabsUnits(text.codePoints, tabSize))
    },
  ),
}
