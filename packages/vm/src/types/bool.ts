// bool: the subclass of int with two instances.
import { bindPrimitive, type PyType } from '../data/type.ts'
import { narrowStr, type Value } from '../data/values.ts'
import { defineType } from '../object/define-type.ts'
import { DeprecationWarning } from '../protocols/exceptions.ts'
import { truth } from '../protocols/truth.ts'
import { warn } from '../protocols/warn.ts'
import { intNumberSlots } from './int/arithmetic.ts'
import { intType } from './int/index.ts'

const inversion =
  "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion " +
  'of the underlying int object and is usually not what you expect from negating a bool. Use the ' +
  "'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

type Ints = (left: Value, right: Value) => Value

/** Of two bools a bool, else what ints give. */
const logical =
  (ofBools: (left: boolean, right: boolean) => boolean, ofInts: Ints) =>
  (left: Value, right: Value): Value =>
    typeof left === 'boolean' && typeof right === 'boolean' ? ofBools(left, right) : ofInts(left, right)

export const boolType: PyType = defineType('bool(object: object = False, /)', {
  doc: 'True or False: what the truth of a value is.',
  base: intType,
  new: (_cls, object, py) => truth(object, py),
  slots: {
    repr: (self: Value) => narrowStr(self === true ? 'True' : 'False'),
    invert(self: Value, py) {
      warn(py, DeprecationWarning, inversion)
      return intNumberSlots.invert(self)
    },
    and: logical((left, right) => left && right, intNumberSlots.and),
    xor: logical((left, right) => left !== right, intNumberSlots.xor),
    or: logical((left, right) => left || right, intNumberSlots.or),
  },
})

bindPrimitive('bool', boolType)
