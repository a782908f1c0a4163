// Number slots of float. Operands are floats and ints; anything else is not theirs.
import {
  complexPower, Complex, floatDivide, floatDivmod, floatFloorDivide, floatModulo, floatPower, floatToInteger,
} from '@pellucid/primitives'
import { PyComplex } from '../../data/complex.ts'
import { newTuple } from '../../data/sequences.ts'
import { asInt, newFloat, None, NotImplemented, PyFloat, type Int, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { floatOfInt } from '../../protocols/float-number.ts'
import { raise } from '../../protocols/raise.ts'

/** The double of a float or an int; undefined for anything else. */
export function doubleOf(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value
  const int = asInt(value)
  return int === undefined ? undefined : floatOfInt(int)
}

const binary =
  (operation: (a: number, b: number) => number) =>
  (left: Value, right: Value): Value => {
    const a = doubleOf(left)
    if (a === undefined) return NotImplemented
    const b = doubleOf(right)
    if (b === undefined) return NotImplemented
    try {
      return newFloat(operation(a, b))
    } catch (caught) {
      return raiseFault(caught)
    }
  }

function divmod(left: Value, right: Value): Value {
  const a = doubleOf(left)
  const b = doubleOf(right)
  if (a === undefined || b === undefined) return NotImplemented
  try {
    return newTuple(floatDivmod(a, b, 'float divmod()').map(newFloat))
  } catch (caught) {
    return raiseFault(caught)
  }
}

function power(left: Value, right: Value, modulus: Value): Value {
  if (modulus !== None) raise(PyTypeError, 'pow() 3rd argument not allowed unless all arguments are integers')
  const a = doubleOf(left)
  const b = doubleOf(right)
  if (a === undefined || b === undefined) return NotImplemented
  try {
    const result = floatPower(a, b)
    if (result !== undefined) return newFloat(result)
    // A negative base and a fractional exponent: the principal complex power.
    const { real, imag } = complexPower(new Complex(a, 0), new Complex(b, 0))
    return new PyComplex(real, imag)
  } catch (caught) {
    return raiseFault(caught)
  }
}

/** `int(x)` */
export function truncate(self: PyFloat): Value {
  try {
    return floatToInteger(self.value) as Int
  } catch (caught) {
    return raiseFault(caught)
  }
}

/** The float itself, without a subclass. */
export const plainFloat = (self: PyFloat): Value => (Object.hasOwn(self, 'type') ? newFloat(self.value) : self)

export const floatNumberSlots = {
  add: binary((a, b) => a + b),
  subtract: binary((a, b) => a - b),
  multiply: binary((a, b) => a * b),
  remainder: binary(floatModulo),
  divmod,
  power,
  negative: (self: PyFloat): Value => newFloat(-self.value),
  positive: plainFloat,
  absolute: (self: PyFloat): Value => newFloat(Math.abs(self.value)),
  bool: (self: PyFloat): boolean => self.value !== 0,
  int: truncate,
  float: plainFloat,
  floorDivide: binary(floatFloorDivide),
  trueDivide: binary(floatDivide),
}
