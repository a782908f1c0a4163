// str: construction, comparison, representation; methods by topic are in the files beside.
import { reprText, textLayout } from '@pellucid/primitives'
import type { Compare, KeywordNames } from '../../data/slots.ts'
import { newTuple } from '../../data/sequences.ts'
import { bindPrimitive, TypeFlags, typeOf, type PyType } from '../../data/type.ts'
import {
  asStr, joinStrs, narrowStr, newInt, newStr, NotImplemented, PyStrInstance, PyWideStr, strLength, strValue, type Str,
  type Value,
} from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { fullName } from '../../protocols/full-name.ts'
import { faulty } from '../../protocols/fault.ts'
import { plainKeySlots } from '../../protocols/hash.ts'
import { ordered } from '../../protocols/ordering.ts'
import { raise } from '../../protocols/raise.ts'
import { str as strOf } from '../../protocols/repr.ts'
import { hashOfStr } from '../../protocols/string-hash.ts'
import type { Thread } from '../../thread.ts'
import { casingMethods, predicateMethods } from './casing.ts'
import { decodeObject, encodeMethod } from './encode.ts'
import { formatMethods } from './format.ts'
import { repeat, subscript } from './item.ts'
import { strIterator } from './iterator.ts'
import { padMethods } from './pad.ts'
import { percentFormat } from './percent.ts'
import { searchMethods } from './search.ts'
import { contains } from './search.ts'
import { splitMethods } from './split.ts'
import { concatenate, own, points, sliceStr } from './text.ts'
import { makeTransMethod, translateMethod } from './translate.ts'

function repr(self: Value): Str {
  return newStr(reprText(own(self) as string))
}

function hash(self: Value): number | bigint {
  return hashOfStr(own(self))
}

/** By code points. */
function order(left: Str, right: Str): number {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  const [a, b] = [points(left), points(right)]
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function richcompare(self: Value, other: Value, op: Compare): Value {
  const right = asStr(other)
  if (right === undefined || asStr(self) === undefined) return NotImplemented
  return ordered(order(own(self), right), op)
}

function formatStr(value: Str, spec: string, typeName: string): Str {
  const { before, kept, after } = faulty(() => textLayout(strLength(value), spec, typeName))
  return joinStrs([newStr(before), kept < strLength(value) ? sliceStr(value, 0, kept) : value, newStr(after)])
}

function ofClass(cls: PyType, text: Str): Value {
  return cls === strType ? text : withClass(new PyStrInstance(cls, text), cls, true)
}

/** `str(object)`, without the subclass that `__str__` may have given. */
function textOfObject(object: Value, cls: PyType, py: Thread): Value {
  const made = strOf(object, py)
  if (cls === strType) return made
  return ofClass(cls, asStr(made) as Str)
}

/** Without keywords, `str(…)` says in full of what class an argument is. */
function checkPositions(args: readonly Value[], names: KeywordNames | undefined, py: Thread): undefined {
  if (names !== undefined && names.length > 0) return
  if (args.length > 3) raise(PyTypeError, `str expected at most 3 arguments, got ${args.length}`)
  for (const [at, name] of [[1, 'encoding'], [2, 'errors']] as const) {
    const value = args[at]
    if (value === undefined) continue
    const text = asStr(value)
    if (text !== undefined) {
      if (strValue(text).includes('\0')) raise(ValueError, 'embedded null character')
      continue
    }
    raise(PyTypeError, `str() argument '${name}' must be str, not ${fullName(typeOf(value), py)}`)
  }
}

/** Bytes of memory of the str in CPython: compact, one, two or four bytes a character. */
function sizeOf(text: Str): number {
  const widest = points(text).reduce((most, point) => Math.max(most, point), 0)
  const length = strLength(text) + 1
  if (widest < 0x80) return 40 + length
  // Those that CPython always has keep their UTF-8 too.
  if (length === 2 && widest < 0x100) return 61
  return 56 + length * (widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4)
}

const method = methods<Value>()

export const strType: PyType = defineType(
  'str(object: object = <unrepresentable>, encoding: cstring = <unrepresentable>, errors: cstring = <unrepresentable>)',
  {
    doc: 'A text: an immutable sequence of Unicode code points. str(object) is how an object prints; str(bytes, encoding) decodes.',
    text: null,
    instance: PyWideStr,
    subclassable: true,
    flags: TypeFlags.MATCH_SELF,
    vectorcall: checkPositions,
    new(cls, object, encoding, errors, py) {
      if (object === undefined) return ofClass(cls, narrowStr(''))
      if (encoding === undefined && errors === undefined) return textOfObject(object, cls, py)
      return ofClass(cls, decodeObject(object, encoding, errors, py))
    },
    slots: {
      repr,
      hash,
      str: (self: Value) => own(self),
      richcompare,
      iter: (self) => strIterator(own(self), typeof self === 'string'),
      remainder: (left: Value, right: Value, py) =>
        asStr(left) === undefined ? NotImplemented : percentFormat(left, right, py),
      len: (self) => strLength(own(self)),
      getitem: subscript,
      concat(self, other) {
        const right = asStr(other)
        if (right === undefined) return raise(
          PyTypeError,
          `can only concatenate str (not "${typeOf(other).tpName}") to str`,
        )
        return concatenate(own(self), right)
      },
      repeat,
      contains,
    },
    methods: () => [
      encodeMethod,
      searchMethods.replace,
      splitMethods.split,
      splitMethods.rsplit,
      splitMethods.join,
      casingMethods.capitalize,
      casingMethods.casefold,
      casingMethods.title,
      padMethods.center,
      searchMethods.count,
      padMethods.expandtabs,
      searchMethods.find,
      searchMethods.partition,
      searchMethods.index,
      padMethods.ljust,
      casingMethods.lower,
      splitMethods.lstrip,
      searchMethods.rfind,
      searchMethods.rindex,
      padMethods.rjust,
      splitMethods.rstrip,
      searchMethods.rpartition,
      splitMethods.splitlines,
      splitMethods.strip,
      casingMethods.swapcase,
      translateMethod,
      casingMethods.upper,
      searchMethods.startswith,
      searchMethods.endswith,
      searchMethods.removeprefix,
      searchMethods.removesuffix,
      ...predicateMethods,
      padMethods.zfill,
      ...formatMethods,
      method('__format__(self, format_spec: str, /)', 'Format by the mini-language.', (self, spec, py) => {
        if (spec === '') return typeof self === 'string' ? self : strOf(self, py)
        return formatStr(own(self), strValue(spec), typeOf(self).name)
      }),
      makeTransMethod,
      method(
        '__sizeof__(self, /)',
        'Answer the memory that the object takes, in bytes.',
        (self) => newInt(sizeOf(own(self))),
      ),
      method('__getnewargs__(self, /)', 'Help pickle.', (self) => newTuple([own(self)])),
    ],
  },
)

bindPrimitive('str', strType)
plainKeySlots.str = { hash, compare: richcompare }
