// unicodedata: what is known of characters, and `ucd_3_2_0`, an object that answers the same of Unicode 3.2 (for IDNA).
import {
  bidirectionalClass, categoryOf, combiningClass, decimalOf, decompositionText, digitOf, eastAsianWidth, mirrors, nameOfCharacter, normalForm,
  numberOf, pointOfName, textByName, wasKnown, type NormalForm,
} from '@pellucid/primitives/unicode-data'
import { PyByteArray } from '../data/bytes.ts'
import { PyObject } from '../data/object.ts'
import {
  asStr, codePointsOf, newFloat, newInt, newStr, strOfCodePoints, strValue, type Str, type Value,
} from '../data/values.ts'
import { fn, methods, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { defineType } from '../object/define-type.ts'
import { bytesOf } from '../protocols/buffer.ts'
import { KeyError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { newCapsule } from '../types/capsule.ts'
import type { Thread } from '../thread.ts'

class PyDatabase extends PyObject {}

const LONGEST_NAME = 256
const forms: readonly string[] = ['NFC', 'NFD', 'NFKC', 'NFKD'] satisfies NormalForm[]

function normalize(form: Str, text: Str, old: boolean): Str {
  const points = codePointsOf(text)
  if (points.length === 0) return text
  const name = forms.find((entry) => entry === strValue(form)) ?? raise(ValueError, 'invalid normalization form')
  const made = normalForm(name as NormalForm, points, old)
  return made === points ? text : strOfCodePoints(made)
}

function isNormalized(form: Str, text: Str, old: boolean): boolean {
  const [before, after] = [codePointsOf(text), codePointsOf(normalize(form, text, old))]
  return before.length === after.length && before.every((point, i) => point === after[i])
}

const orDefault = (value: Value | undefined, fallback: Value | undefined, message: string): Value =>
  value ?? fallback ?? raise(ValueError, message)
const found = (value: number): Value | undefined => (value < 0 ? undefined : newInt(value))

/** The older database has neither aliases nor sequences, but every character of the newer one. */
function textOfName(name: string, old: boolean): string | undefined {
  if (!old) return textByName(name)
  const point = pointOfName(name)
  return point !== undefined ? String.fromCodePoint(point) : undefined
}

function lookup(name: Value, old: boolean, py: Thread): Value {
  const given = asStr(name)
  if (given === undefined && name instanceof PyByteArray) {
    raise(PyTypeError, 'lookup() argument must be read-only bytes-like object, not bytearray')
  }
  const text = given === undefined ? String.fromCharCode(...bytesOf(name, py)) : strValue(given)
  if (text.length > LONGEST_NAME) raise(KeyError, 'name too long')
  const made = textOfName(text, old)
  return made === undefined ? raise(KeyError, `undefined character name '${text.split('\0')[0]}'`) : newStr(made)
}

type Ask = (point: number, old: boolean) => Value
type AskOr = (point: number, fallback: Value | undefined, old: boolean) => Value

const questions: Record<string, readonly [doc: string, ask: Ask]> = {
  category: ['Answer the general category.', (point, old) => newStr(categoryOf(point, old))],
  bidirectional: ['Answer the bidirectional class.', (point, old) => newStr(bidirectionalClass(point, old))],
  combining: ['Answer the canonical combining class.', (point, old) => newInt(combiningClass(point, old))],
  mirrored: ['Answer 1 for a character that is mirrored in text from right to left.', (point, old) => newInt(mirrors(point, old) ? 1 : 0)],
  east_asian_width: ['Answer the East Asian width.', (point, old) => newStr(eastAsianWidth(point, old))],
  decomposition: [
    'Answer what the character decomposes to.',
    (point, old) => newStr(old && !wasKnown(point) ? '' : decompositionText(point)),
  ],
}

const questionsWithDefault: Record<string, readonly [doc: string, ask: AskOr]> = {
  decimal: ['Answer the value of a decimal digit.', (point, fallback, old) => orDefault(found(decimalOf(point, old)), fallback, 'not a decimal')],
  digit: ['Answer the value of a digit.', (point, fallback) => orDefault(found(digitOf(point)), fallback, 'not a digit')],
  numeric: [
    'Answer the value of a number.',
    (point, fallback, old) => {
      const value = numberOf(point, old)
      return orDefault(value === undefined ? undefined : newFloat(value), fallback, 'not a numeric character')
    },
  ],
  name: [
    'Answer the name of a character.',
    (point, fallback, old) => {
      const name = old && !wasKnown(point) ? undefined : nameOfCharacter(point)
      return orDefault(name === undefined ? undefined : newStr(name), fallback, 'no such name')
    },
  ],
}

const functions: BuiltinDefinition[] = [
  ...Object.entries(questions).map(([name, [doc, ask]]) =>
    fn(`${name}(chr: char, /)` as 'f(chr: char, /)', doc, (point) => ask(point, false))),
  ...Object.entries(questionsWithDefault).map(([name, [doc, ask]]) =>
    fn(`${name}(chr: char, default: object = <unrepresentable>, /)` as 'f(chr: char, default: object = <unrepresentable>, /)', doc, (point, fallback) =>
      ask(point, fallback, false))),
  fn('lookup(name: object, /)', 'Find a character, or a sequence, by its name.', (name, py) => lookup(name, false, py)),
  fn('normalize(form: str, unistr: str, /)', 'Answer a text in a normal form.', (form, text) => normalize(form, text, false)),
  fn('is_normalized(form: str, unistr: str, /)', 'Tell whether a text is in a normal form.', (form, text) => isNormalized(form, text, false)),
]

const method = methods<PyDatabase>()

const databaseType = defineType('unicodedata.UCD()', {
  doc: 'The database of Unicode 3.2.',
  text: null,
  instance: PyDatabase,
  instantiable: false,
  methods: () => [
    ...Object.entries(questions).map(([name, [doc, ask]]) =>
      method(`${name}(self, chr: char, /)` as 'f(self, chr: char, /)', doc, (_self, point) => ask(point, true))),
    ...Object.entries(questionsWithDefault).map(([name, [doc, ask]]) =>
      method(`${name}(self, chr: char, default: object = <unrepresentable>, /)` as 'f(self, chr: char, default: object = <unrepresentable>, /)', doc,
        (_self, point, fallback) => ask(point, fallback, true))),
    method('lookup(self, name: object, /)', 'Find a character, or a sequence, by its name.', (_self, name, py) => lookup(name, true, py)),
    method('normalize(self, form: str, unistr: str, /)', 'Answer a text in a normal form.', (_self, form, text) => normalize(form, text, true)),
    method('is_normalized(self, form: str, unistr: str, /)', 'Tell whether a text is in a normal form.', (_self, form, text) =>
      isNormalized(form, text, true)),
  ],
  attributes: () => ({ unidata_version: { get: () => newStr('3.2.0'), doc: 'The version of the database.' } }),
})

// C shares them with the database of Unicode 3.2, whose receiver they show.
for (const { options, signature } of functions) options.text = signature.text.replace('(', '($self, ')

export const unicodedata = defineModule('unicodedata', () => ({
  doc: 'What is known of characters.',
  functions,
  constants: (): Record<string, Value> => {
    const database = new PyDatabase()
    database.type = databaseType
    return { unidata_version: newStr('15.1.0'), ucd_3_2_0: database, UCD: databaseType, _ucnhash_CAPI: newCapsule('unicodedata._ucnhash_CAPI') }
  },
}))
