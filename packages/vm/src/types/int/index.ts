// int: construction, comparison, representation; arithmetic and methods are in the files beside.
import { formatInteger, hashInteger } from '@pellucid/primitives'
import { bindPrimitive, TypeFlags, type PyType } from '../../data/type.ts'
import {
  asInt, narrowStr, NotImplemented, PyIntInstance, smallInt, type Int, type Str, type Value,
} from '../../data/values.ts'
import { makeArguments } from '../../object/binder.ts'
import { BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { plainKeySlots } from '../../protocols/hash.ts'
import { ordered } from '../../protocols/ordering.ts'
import { raise } from '../../protocols/raise.ts'
import { intNumberSlots, plainInt } from './arithmetic.ts'
import { intOf, intOfBase } from './construct.ts'
import { intAttributes, intMethods } from './methods.ts'

function repr(self: Value): Str {
  try {
    return narrowStr(formatInteger(plainInt(self)))
  } catch (caught) {
    return raiseFault(caught)
  }
}

function hash(self: Value): number | bigint {
  return hashInteger(plainInt(self))
}

function richcompare(self: Value, other: Value, op: 0 | 1 | 2 | 3 | 4 | 5): Value {
  const a = asInt(self)
  const b = asInt(other)
  if (a === undefined || b === undefined) return NotImplemented
  return ordered(a < b ? -1 : a > b ? 1 : 0, op)
}

/** An int of a class: exact ints are their own objects. */
function ofClass(cls: PyType, int: Int): Value {
  return cls === intType ? int : withClass(new PyIntInstance(cls, int), cls, true)
}

const signature = 'int(x: object = <unrepresentable>, /, base: object = <unrepresentable>)'
const bindArguments = makeArguments(new BuiltinDefinition(signature, '', () => NotImplemented, 'class method', {}))

export const intType: PyType = defineType(signature, {
  doc: 'A whole number of any size. int(x) takes numbers towards zero and reads text; int(text, base) reads it in a base.',
  text: null,
  subclassable: true,
  layout: 'variable',
  flags: TypeFlags.MATCH_SELF,
  newRaw(cls, args, names, py) {
    // What has no keywords is counted as positional arguments are: CPython has a way of its own for such calls.
    if ((names?.length ?? 0) === 0 && args.length > 2 && cls === intType) raise(PyTypeError, `int expected at most 2 arguments, got ${args.length}`)
    const [x, base] = bindArguments(args, names, py) as [Value | undefined, Value | undefined]
    if (x === undefined) {
      if (base !== undefined) raise(PyTypeError, 'int() missing string argument')
      return ofClass(cls, smallInt(0))
    }
    return ofClass(cls, base === undefined ? intOf(x, py) : intOfBase(x, base, py))
  },
  slots: { repr, hash, richcompare, ...intNumberSlots },
  methods: () => intMethods,
  attributes: () => intAttributes,
})

bindPrimitive('int', intType)
plainKeySlots.int = { hash, compare: richcompare }
