// csv's Dialect: what separates, quotes and ends fields. Its attributes come from keywords, then from another object's
// attributes, then from the defaults; characters are kept as code points, NONE where there is none.
import type { PyDict } from '../../data/dict.ts'
import { PyObject } from '../../data/object.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { asStr, codePointsOf, narrowStr, None, smallInt, strLength, strOfCodePoints, type Int, type Str, type Value } from '../../data/values.ts'
import { makeArguments } from '../../object/binder.ts'
import { converters } from '../../object/converters.ts'
import { BuiltinDefinition, methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { BaseException, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { registered } from './registry.ts'

export const Quoting = { MINIMAL: 0, ALL: 1, NONNUMERIC: 2, NONE: 3, STRINGS: 4, NOTNULL: 5 } as const

/** Where a dialect has no such character. */
export const NONE = -1

export class PyDialect extends PyObject {
  delimiter = 0x2c
  doublequote = true
  escapechar = NONE
  lineterminator: Str = narrowStr('\r\n')
  quotechar = 0x22
  quoting: number = Quoting.MINIMAL
  skipinitialspace = false
  strict = false
}

const names = ['delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting', 'skipinitialspace', 'strict'] as const
type Given = Record<(typeof names)[number], Value | undefined>

const bind = makeArguments(
  new BuiltinDefinition(
    `Dialect(dialect: object = <unrepresentable>, ${names.map((name) => `${name}: object = <unrepresentable>`).join(', ')})`,
    '', (() => None) as never, 'function', { errorName: '' },
  ),
)

/** An attribute of whatever was given as a dialect; one that fails is one that is not there. */
function attributeOf(dialect: Value, name: string, py: Thread): Value | undefined {
  try {
    return getAttr(dialect, narrowStr(name), py)
  } catch (caught) {
    if (isRaised(caught, BaseException)) return undefined
    throw caught
  }
}

function character(name: string, value: Value, wanted: string): number {
  const text = asStr(value)
  if (text === undefined) return raise(PyTypeError, `"${name}" must be ${wanted}, not ${typeOf(value).tpName}`)
  if (strLength(text) !== 1) raise(PyTypeError, `"${name}" must be a 1-character string`)
  return codePointsOf(text)[0] as number
}

const characterOrNone = (name: string, value: Value): number => (value === None ? NONE : character(name, value, 'string or None'))

function quotingOf(value: Value, py: Thread): number {
  if (typeof value !== 'number' && typeof value !== 'bigint') return raise(PyTypeError, '"quoting" must be an integer')
  return converters.cint(value as Int, { name: '', label: '', nullable: false }, py)
}

const endings = [0x0a, 0x0d]

/** Refuse a dialect that could not be read back. */
function check(self: PyDialect): void {
  const characters = [['delimiter', self.delimiter], ['escapechar', self.escapechar], ['quotechar', self.quotechar]] as const
  const ends = codePointsOf(self.lineterminator)
  for (const [name, point] of characters) {
    if (endings.includes(point) || (point === 0x20 && self.skipinitialspace && name !== 'delimiter')) raise(ValueError, `bad ${name} value`)
    if (ends.includes(point)) raise(ValueError, `bad ${name} or lineterminator value`)
  }
  characters.forEach(([name, point], i) => {
    for (const [other, same] of characters.slice(i + 1)) {
      if (point !== NONE && point === same) raise(ValueError, `bad ${name} or ${other} value`)
    }
  })
}

function fill(self: PyDialect, given: Given, py: Thread): void {
  const { delimiter, doublequote, escapechar, lineterminator, quotechar, quoting, skipinitialspace, strict } = given
  if (delimiter !== undefined) self.delimiter = character('delimiter', delimiter, 'string')
  if (doublequote !== undefined) self.doublequote = truth(doublequote, py)
  if (escapechar !== undefined) self.escapechar = characterOrNone('escapechar', escapechar)
  if (lineterminator !== undefined && lineterminator !== None) {
    self.lineterminator = asStr(lineterminator) ?? raise(PyTypeError, '"lineterminator" must be a string')
  }
  if (quotechar !== undefined) self.quotechar = characterOrNone('quotechar', quotechar)
  if (quoting !== undefined) self.quoting = quotingOf(quoting, py)
  if (skipinitialspace !== undefined) self.skipinitialspace = truth(skipinitialspace, py)
  if (strict !== undefined) self.strict = truth(strict, py)
  if (self.quoting < Quoting.MINIMAL || self.quoting > Quoting.NOTNULL) raise(PyTypeError, 'bad "quoting" value')
  if (quotechar === None && quoting === undefined) self.quoting = Quoting.NONE
  if (self.quoting !== Quoting.NONE && self.quotechar === NONE) raise(PyTypeError, 'quotechar must be set if quoting enabled')
  if (lineterminator === None) raise(PyTypeError, 'lineterminator must be set')
  check(self)
}

/** `Dialect(dialect, …)`: what is a dialect already, and to be changed in nothing, is itself the answer. */
export function makeDialect(cls: PyType, args: readonly Value[], keywords: KeywordNames | undefined, py: Thread): PyDialect {
  const [first, ...own] = bind(args, keywords, py) as (Value | undefined)[]
  const dialect = first !== undefined && asStr(first) !== undefined ? registered(first, py) : first
  if (dialect instanceof PyDialect && own.every((value) => value === undefined)) return dialect
  const given = Object.fromEntries(
    names.map((name, i) => [name, own[i] ?? (dialect === undefined ? undefined : attributeOf(dialect, name, py))]),
  ) as Given
  const made = withClass(new PyDialect(), cls, true)
  fill(made, given, py)
  return made
}

const method = methods<PyDialect>()
const unpickled = (self: PyDialect): never => raise(PyTypeError, `cannot pickle '${self.type.name}' instances`)
const characterValue = (point: number): Value => (point === NONE ? None : strOfCodePoints([point]))

export const dialectType: PyType = defineType('_csv.Dialect(*args, **kwargs)', {
  doc: 'What separates, quotes and ends the fields of a file.',
  instance: PyDialect,
  subclassable: true,
  text: null,
  newRaw: makeDialect,
  methods: () => [
    method('__reduce__(self, /, *args)', 'Dialects cannot be pickled.', unpickled, { text: null }),
    method('__reduce_ex__(self, /, *args)', 'Dialects cannot be pickled.', unpickled, { text: null }),
  ],
  attributes: () => ({
    delimiter: { get: (self: PyDialect) => characterValue(self.delimiter) },
    doublequote: { get: (self) => self.doublequote, member: true },
    escapechar: { get: (self) => characterValue(self.escapechar) },
    lineterminator: { get: (self) => self.lineterminator },
    quotechar: { get: (self) => characterValue(self.quotechar) },
    quoting: { get: (self) => smallInt(self.quoting) },
    skipinitialspace: { get: (self) => self.skipinitialspace, member: true },
    strict: { get: (self) => self.strict, member: true },
  }),
})

/** The dialect that the arguments of `reader` and `writer` describe. */
export function dialectOf(dialect: Value | undefined, keywords: PyDict, py: Thread): PyDialect {
  const names = keywords.keys.filter((key): key is Str => key !== undefined)
  const values = names.map((name) => keywords.get(name, py.keys) as Value)
  return makeDialect(dialectType, dialect === undefined ? values : [dialect, ...values], names, py)
}
