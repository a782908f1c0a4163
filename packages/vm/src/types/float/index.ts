// float: construction, comparison, representation; arithmetic and methods are in the files beside.
import { hashFloat, reprFloat } from '@pellucid/primitives'
import { Compare } from '../../data/slots.ts'
import { TypeFlags, type PyType } from '../../data/type.ts'
import { asInt, narrowStr, newFloat, NotImplemented, PyFloat, type Value } from '../../data/values.ts'
import { defineType } from '../../object/define-type.ts'
import { identityHash } from '../../protocols/identity.ts'
import { floatNumberSlots } from './arithmetic.ts'
import { floatFrom } from './construct.ts'
import { floatAttributes, floatMethods } from './methods.ts'

/** JavaScript compares doubles with bigints by mathematical value, as Python does; a nan answers false. */
function richcompare(self: PyFloat, other: Value, op: Compare): Value {
  const a = self.value
  const b = other instanceof PyFloat ? other.value : asInt(other)
  if (b === undefined) return NotImplemented
  switch (op) {
    case Compare.LT:
      return a < b
    case Compare.LE:
      return a <= b
    case Compare.EQ:
      return !(a < b) && !(a > b) && a === a && b === b
    case Compare.NE:
      return a < b || a > b || a !== a || b !== b
    case Compare.GT:
      return a > b
    default:
      return a >= b
  }
}

export const floatType: PyType = defineType('float(x: object = 0, /)', {
  doc: 'A floating-point number: an IEEE 754 double.',
  instance: PyFloat,
  subclassable: true,
  flags: TypeFlags.MATCH_SELF,
  new(cls, x, py) {
    // An exact float is its own float(); a subclass needs an object that can take its class.
    if (cls === floatType && x instanceof PyFloat && !Object.hasOwn(x, 'type')) return x
    return newFloat(floatFrom(x, py))
  },
  slots: {
    repr: (self: PyFloat) => narrowStr(reprFloat(self.value)),
    hash: (self) => (self.value === self.value ? hashFloat(self.value) : identityHash(self)),
    richcompare,
    ...floatNumberSlots,
  },
  methods: () => floatMethods,
  attributes: () => floatAttributes,
})
