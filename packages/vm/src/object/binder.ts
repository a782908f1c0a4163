// From the arguments of a call to the arguments of a body: positions, names, defaults, converters.
// Messages are those of CPython's generated argument parsing (Argument Clinic), which differ by calling convention:
// no argument, one argument, positions only, names allowed.
import { PyDict } from '../data/dict.ts'
import type { KeywordNames } from '../data/slots.ts'
import { newInt, newFloat, None, newStr, strValue, type Value } from '../data/values.ts'
import { newBytes } from '../data/bytes.ts'
import { emptyTuple } from '../data/sequences.ts'
import { PyType } from '../data/type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isOdd, keywordKey } from '../protocols/odd-keyword.ts'
import { invariant, raise } from '../protocols/raise.ts'
import { closestName } from '../protocols/suggest.ts'
import type { Thread } from '../thread.ts'
import { converters } from './converters.ts'
import type { BuiltinDefinition } from './define-builtin.ts'
import type { Parameter } from './signature.ts'

/** `names.length` last arguments are keyword values. `self` is undefined for functions and static methods. */
export type Binder = (self: Value | undefined, args: Value[], names: KeywordNames | undefined, py: Thread) => Value

type Body = (...args: unknown[]) => Value | void

const plural = (count: number): string => (count === 1 ? '' : 's')

/** Build the binder of a definition; its shape decides which. */
export function makeBinder(definition: BuiltinDefinition): Binder {
  const { parameters } = definition.signature
  const body = definition.body as unknown as Body
  const withSelf = definition.kind === 'method' || definition.kind === 'class method'
  const simple = definition.options.definingClass !== true && parameters.every(
    (parameter) => parameter.kind === 'positional' && !parameter.optional && parameter.converter === 'object' && !parameter.nullable,
  )
  if (simple && parameters.length <= 3) return simpleBinder(definition, parameters.length, body, withSelf)
  const bind = makeArguments(definition)
  return (self, args, names, py) => {
    const bound = bind(args, names, py, self)
    bound.push(py)
    return (withSelf ? body(self, ...bound) : body(...bound)) ?? None
  }
}

/** `len(object, /)`, `upper(self, /)`: no conversion, nothing optional. */
function simpleBinder(definition: BuiltinDefinition, count: number, body: Body, withSelf: boolean): Binder {
  const wrong = (args: readonly Value[], names: KeywordNames | undefined, self?: Value): never => {
    const unnamed = definition.options.errorName === ''
    if (names !== undefined && names.length > 0) {
      refuseNames(definition, self)
    }
    const given = args.length
    if (count === 0) raise(PyTypeError, `${qualified(definition, self)}() takes no arguments (${given} given)`)
    if (definition.options.byFormat === true || (unnamed && count > 1)) {
      countByFormat(definition.options.errorName ?? definition.name, given, count, 'exactly')
    }
    if (count === 1) raise(PyTypeError, `${qualified(definition, self)}() takes exactly one argument (${given} given)`)
    return raise(PyTypeError, `${definition.name} expected ${count} arguments, got ${given}`)
  }
  const named = (names: KeywordNames | undefined): boolean => names !== undefined && names.length > 0
  switch (count) {
    case 0:
      return withSelf
        ? (self, args, names, py) => (args.length !== 0 ? wrong(args, names, self) : (body(self, py) ?? None))
        : (_, args, names, py) => (args.length !== 0 ? wrong(args, names) : (body(py) ?? None))
    case 1:
      return withSelf
        ? (self, args, names, py) => (args.length !== 1 || named(names) ? wrong(args, names, self) : (body(self, args[0], py) ?? None))
        : (_, args, names, py) => (args.length !== 1 || named(names) ? wrong(args, names) : (body(args[0], py) ?? None))
    case 2:
      return withSelf
        ? (self, args, names, py) =>
            args.length !== 2 || named(names) ? wrong(args, names, self) : (body(self, args[0], args[1], py) ?? None)
        : (_, args, names, py) => (args.length !== 2 || named(names) ? wrong(args, names) : (body(args[0], args[1], py) ?? None))
    default:
      return withSelf
        ? (self, args, names, py) =>
            args.length !== 3 || named(names) ? wrong(args, names, self) : (body(self, args[0], args[1], args[2], py) ?? None)
        : (_, args, names, py) =>
            args.length !== 3 || named(names) ? wrong(args, names) : (body(args[0], args[1], args[2], py) ?? None)
  }
}

/** `sorted()`; an empty name is C's way to parse arguments without one. */
const called = (name: string): string => (name === '' ? 'function' : `${name}()`)

/** `str.upper` for a method, `len` for a function. */
function qualified(definition: BuiltinDefinition, self?: Value): string {
  // A method of a class is named after the class that it was asked of.
  if ((definition.kind === 'class method' || definition.kind === 'method') && self instanceof PyType) return `${self.qualname}.${definition.name}`
  return definition.ownerName === undefined ? definition.name : `${definition.ownerName}.${definition.name}`
}

/** A function that gets a dict of keywords (METH_VARARGS) refuses them under its name alone. */
function refuseNames(definition: BuiltinDefinition, self?: Value): never {
  const title = definition.varargs && definition.kind !== 'method' ? definition.name : qualified(definition, self)
  return raise(PyTypeError, `${title}() takes no keyword arguments`)
}

/** Are its arguments parsed as those that may have names? */
function parsesNames({ signature: { parameters }, options }: BuiltinDefinition): boolean {
  if (options.definingClass === true && parameters.length > 0) return true
  return parameters.some(({ kind }) => kind !== 'positional' && kind !== 'rest')
}

/** Does C parse the arguments by a format? Functions without a name for messages are such. */
const isByFormat = ({ options }: BuiltinDefinition): boolean => options.byFormat ?? options.errorName === ''

/** Arguments in the order of the parameters, converted. Also used for `__new__` and `__init__` signatures. */
export function makeArguments(
  definition: BuiltinDefinition,
): (args: readonly Value[], names: KeywordNames | undefined, py: Thread, self?: Value) => unknown[] {
  const { parameters } = definition.signature
  const name = definition.options.errorName ?? definition.name
  const plain = parameters.filter((parameter) => parameter.kind !== 'rest' && parameter.kind !== 'keywords')
  const positions = plain.filter((parameter) => parameter.kind !== 'keyword')
  const required = plain.filter((parameter) => !parameter.optional).length
  const unnamed = positions.filter((parameter) => parameter.kind === 'positional').length
  const requiredPositions = positions.filter((parameter) => !parameter.optional).length
  const rest = parameters.some((parameter) => parameter.kind === 'rest')
  const takesNames = parsesNames(definition)
  const takesAnyName = parameters.some((parameter) => parameter.kind === 'keywords')
  const defaults = parameters.map(defaultReader)
  const ordinary = parameters.length === plain.length && plain.every(({ kind, optional }) => kind !== 'keyword' || optional)
  const readers = ordinary ? makeReaders(definition) : []
  const byFormat = isByFormat(definition)
  const missing = (parameter: Parameter, i: number): never =>
    raise(PyTypeError, `${called(name)} missing required argument '${parameter.name}' (pos ${i + 1})`)

  return (args, names, py, self) => {
    const named = names === undefined ? 0 : names.length
    const given = args.length - named
    if (ordinary && named === 0 && given >= requiredPositions && given <= positions.length) {
      const bound: unknown[] = []
      for (let i = 0; i < readers.length; i++) {
        const reader = readers[i] as Reader
        bound.push(i < given ? reader.given(args[i] as Value, py) : reader.missing(py))
      }
      return bound
    }
    if (plain.length === 0 && definition.options.definingClass === true && args.length > 0) raise(PyTypeError, `${called(name)} takes no arguments`)
    if (named > 0 && !takesNames) refuseNames(definition, self)
    const tooManyNames = named > 0 && takesNames && !takesAnyName && given + named > plain.length
    if (!rest && (given > positions.length || tooManyNames)) {
      tooMany(name, definition, given, named, { takesNames, takesAnyName }, plain, positions.length, requiredPositions, self)
    }
    if (!takesNames && given < requiredPositions) tooFewPositions(name, definition, given, positions.length, requiredPositions, self)

    const slots: (Value | undefined)[] = new Array<Value | undefined>(parameters.length).fill(undefined)
    let extra: PyDict | undefined
    let place = 0
    parameters.forEach((parameter, i) => {
      if (parameter.kind === 'positional' || parameter.kind === 'either') {
        if (place < given) slots[i] = args[place++] as Value
      }
    })
    let doubled: string | undefined
    let unknown: KeywordNames[number] | undefined
    for (let k = 0; k < named; k++) {
      const label = (names as KeywordNames)[k] as KeywordNames[number]
      const key = isOdd(label) ? undefined : strValue(label)
      const value = args[given + k] as Value
      const i = parameters.findIndex(
        (parameter) => parameter.name === key && (parameter.kind === 'either' || parameter.kind === 'keyword'),
      )
      if (i >= 0) {
        if (slots[i] === undefined) slots[i] = value
        else doubled ??= `argument for ${called(name)} given by name ('${key}') and position (${i + 1})`
      } else if (takesAnyName && definition.varargs) (extra ??= new PyDict()).set(keywordKey(label), value, py.keys)
      else if (takesAnyName) (extra ??= new PyDict()).setStr(strValue(label), value)
      else unknown ??= label
    }
    // What is missing is told first, then what comes twice, then what nobody asked for.
    if (takesNames && required > 0 && !byFormat) {
      plain.forEach((parameter, i) => {
        if (!parameter.optional && slots[parameters.indexOf(parameter)] === undefined) {
          if (parameter.kind === 'positional') tooFewMixed(name, Math.min(unnamed, requiredPositions), positions.length, given)
          missing(parameter, i)
        }
      })
    }
    const refuseUnknown = () => {
      if (doubled !== undefined) raise(PyTypeError, doubled)
      if (unknown !== undefined) unexpected(name, strValue(unknown), parameters.filter(({ kind }) => kind !== 'positional'))
    }
    if (!byFormat) refuseUnknown()
    const one = parameters.length === 1 && !takesNames
    const bound = parameters.map((parameter, i): unknown => {
      if (parameter.kind === 'rest') return args.slice(place, given)
      if (parameter.kind === 'keywords') return extra ?? new PyDict()
      const value = slots[i]
      if (value === undefined && byFormat && !parameter.optional) {
        if (takesNames && parameter.kind === 'positional') tooFewMixed(name, Math.min(unnamed, requiredPositions), positions.length, given)
        return missing(parameter, i)
      }
      if (value === undefined) return defaults[i]?.(py)
      if (parameter.nullable && value === None) return undefined
      if (parameter.converter === 'object') return value
      const label =
        parameter.kind !== 'positional'
          ? `argument '${parameter.name}'`
          : one
            ? 'argument'
            : `argument ${i + 1}`
      return converters[parameter.converter](value, { name, label, nullable: parameter.nullable }, py)
    })
    refuseUnknown()
    return bound
  }
}

/** How one parameter becomes an argument of the body. */
export interface Reader {
  given(value: Value, py: Thread): unknown
  missing(py: Thread): unknown
}

/** Readers of the parameters, for calls whose arguments all have a position. */
export function makeReaders(definition: BuiltinDefinition): Reader[] {
  const { parameters } = definition.signature
  const name = definition.options.errorName ?? definition.name
  const takesNames = parsesNames(definition)
  const one = parameters.length === 1 && !takesNames
  return parameters.map((parameter, i): Reader => {
    const { nullable, kind } = parameter
    const missing = defaultReader(parameter)
    if (parameter.converter === 'object') {
      return { missing, given: nullable ? (value) => (value === None ? undefined : value) : (value) => value }
    }
    const convert = converters[parameter.converter]
    const label = kind !== 'positional' ? `argument '${parameter.name}'` : one ? 'argument' : `argument ${i + 1}`
    const context = { name, label, nullable }
    return { missing, given: (value, py) => (nullable && value === None ? undefined : convert(value, context, py)) }
  })
}

/** `__new__` and `__init__` count their arguments in other words than a method of one argument. */
const isConstructor = (definition: BuiltinDefinition): boolean =>
  definition.ownerName === undefined && definition.kind !== 'function'

function tooMany(
  name: string,
  definition: BuiltinDefinition,
  given: number,
  named: number,
  { takesNames, takesAnyName }: { readonly takesNames: boolean; readonly takesAnyName: boolean },
  plain: readonly Parameter[],
  most: number,
  least: number,
  self?: Value,
): never {
  if (!takesNames) {
    if (isByFormat(definition)) countByFormat(name, given, most, most === least ? 'exactly' : 'at most')
    if (most === 0) raise(PyTypeError, `${qualified(definition, self)}() takes no arguments (${given} given)`)
    if (most === 1 && least === 1 && !isConstructor(definition)) {
      raise(PyTypeError, `${qualified(definition, self)}() takes exactly one argument (${given} given)`)
    }
    const word = most === least ? '' : 'at most '
    raise(PyTypeError, `${name} expected ${word}${most} argument${plural(most)}, got ${given}`)
  }
  if (given + named > plain.length && !takesAnyName) {
    const all = plain.length
    const kind = given === 0 ? 'keyword ' : ''
    raise(PyTypeError, `${called(name)} takes at most ${all} ${kind}argument${plural(all)} (${given + named} given)`)
  }
  if (most === 0) raise(PyTypeError, `${called(name)} takes no positional arguments`)
  const word = plain.slice(0, isByFormat(definition) ? undefined : most).some((parameter) => parameter.optional) ? 'at most' : 'exactly'
  return raise(PyTypeError, `${called(name)} takes ${word} ${most} positional argument${plural(most)} (${given} given)`)
}

/** The words of `PyArg_ParseTuple`. */
function countByFormat(name: string, given: number, wanted: number, word: string): never {
  return raise(PyTypeError, `${called(name)} takes ${word} ${wanted} argument${plural(wanted)} (${given} given)`)
}

function tooFewPositions(name: string, definition: BuiltinDefinition, given: number, most: number, least: number, self?: Value): never {
  if (isByFormat(definition)) countByFormat(name, given, least, most === least ? 'exactly' : 'at least')
  if (most === 1 && !isConstructor(definition)) {
    raise(PyTypeError, `${qualified(definition, self)}() takes exactly one argument (${given} given)`)
  }
  const word = most === least ? '' : 'at least '
  return raise(PyTypeError, `${name} expected ${word}${least} argument${plural(least)}, got ${given}`)
}

function tooFewMixed(name: string, least: number, most: number, given: number): never {
  const word = least === most ? 'exactly' : 'at least'
  return raise(PyTypeError, `${called(name)} takes ${word} ${least} positional argument${plural(least)} (${given} given)`)
}

function unexpected(name: string, key: string, parameters: readonly Parameter[]): never {
  const known = closestName(key, parameters.map((parameter) => parameter.name))
  const hint = known === undefined ? '' : `. Did you mean '${known}'?`
  const called = name === '' ? 'this function' : `${name}()`
  return raise(PyTypeError, `${called} got an unexpected keyword argument '${key}'${hint}`)
}

/** The value of an argument that was not given, already in the form the converter would give. */
function defaultReader(parameter: Parameter): (py: Thread) => unknown {
  const text = parameter.defaultText
  if (text === undefined || (text === 'None' && parameter.nullable)) return () => undefined
  const value = literal(text)
  if (value === undefined) return () => undefined
  if (parameter.converter === 'object') return () => value
  const convert = converters[parameter.converter]
  const context = { name: parameter.name, label: 'default', nullable: false }
  if (typeof value === 'number' && (parameter.converter === 'index' || parameter.converter === 'int')) return () => value
  if (typeof value === 'boolean' && parameter.converter === 'bool') return () => value
  return (py) => convert(value, context, py)
}

/** Values that a default may spell. Anything else is for show, and the body sees undefined. */
function literal(text: string): Value | undefined {
  if (text === 'None') return None
  if (text === 'True') return true
  if (text === 'False') return false
  if (text === '()') return emptyTuple
  if (text === 'sys.maxsize') return newInt(2n ** 63n - 1n)
  // Most are small numbers and short texts: each start reads some, and an expression that runs once takes as long as all of them.
  const number = Number(text)
  if (Number.isSafeInteger(number) && String(number) === text) return newInt(number)
  if (text.startsWith("'") && text.endsWith("'") && !text.includes('\\')) return newStr(text.slice(1, -1))
  if (/^-?\d+$/.test(text)) return newInt(BigInt(text))
  if (/^-?\d+(\.\d*)?(e-?\d+)?$/.test(text)) return newFloat(Number(text))
  const quoted = /^(b?)(['"])(.*)\2$/s.exec(text)
  if (quoted !== null) {
    const content = (quoted[3] as string).replace(/\\(.)/g, (_, c: string) => ({ n: '\n', t: '\t', r: '\r' })[c] ?? c)
    return quoted[1] === 'b' ? newBytes(Uint8Array.from(content, (c) => c.charCodeAt(0))) : newStr(content)
  }
  invariant(text.startsWith('<') || /^[A-Za-z_.]+$/.test(text), `unreadable default in a builtin signature: ${text}`)
  return undefined
}
