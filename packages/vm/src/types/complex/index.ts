// complex: pairs of doubles.
import {
  Complex, complexAbsolute, complexDivide, complexMultiply, complexPower, formatComplexSpec, hashComplex,
  hashFloat, reprComplex,
} from '@pellucid/primitives'
import { PyComplex } from '../../data/complex.ts'
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import {
  asInt, narrowStr, newFloat, newStr, None, NotImplemented, PyFloat, strValue, type Value,
} from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { identityHash } from '../../protocols/identity.ts'
import { raise } from '../../protocols/raise.ts'
import { str } from '../../protocols/repr.ts'
import { doubleOf } from '../float/arithmetic.ts'
import { complexParts } from './construct.ts'

/** A complex of a number; undefined for anything else. */
function complexOf(value: Value): Complex | undefined {
  if (value instanceof PyComplex) return new Complex(value.real, value.imag)
  const real = doubleOf(value)
  return real === undefined ? undefined : new Complex(real, 0)
}

const made = ({ real, imag }: Complex): PyComplex => new PyComplex(real, imag)

const binary =
  (operation: (a: Complex, b: Complex) => Complex) =>
  (left: Value, right: Value): Value => {
    const a = complexOf(left)
    const b = complexOf(right)
    if (a === undefined || b === undefined) return NotImplemented
    return made(faulty(() => operation(a, b)))
  }

function power(left: Value, right: Value, modulus: Value): Value {
  const a = complexOf(left)
  const b = complexOf(right)
  if (a === undefined || b === undefined) return NotImplemented
  if (modulus !== None) raise(ValueError, 'complex modulo')
  return made(faulty(() => complexPower(a, b)))
}

function richcompare(self: PyComplex, other: Value, op: Compare): Value {
  if (op !== Compare.EQ && op !== Compare.NE) return NotImplemented
  let equal: boolean
  if (other instanceof PyComplex) equal = self.real === other.real && self.imag === other.imag
  else if (other instanceof PyFloat) equal = self.imag === 0 && self.real === other.value
  else {
    const int = asInt(other)
    if (int === undefined) return NotImplemented
    equal = self.imag === 0 && !(self.real < int) && !(self.real > int) && self.real === self.real
  }
  return equal === (op === Compare.EQ)
}

function hash(self: PyComplex): number | bigint {
  if (self.real === self.real && self.imag === self.imag) return hashComplex(self.real, self.imag)
  const part = (x: number): bigint => BigInt(x === x ? hashFloat(x) : identityHash(self))
  const bits = BigInt.asIntN(64, part(self.real) + 1000003n * part(self.imag))
  return bits === -1n ? -2 : bits
}

const plain = (self: PyComplex): PyComplex => (Object.hasOwn(self, 'type') ? new PyComplex(self.real, self.imag) : self)

const method = methods<PyComplex>()

export const complexType: PyType = defineType('complex(real: object = <unrepresentable>, imag: object = <unrepresentable>)', {
  doc: 'A complex number: a real and an imaginary part.',
  text: '(real=0, imag=0)',
  instance: PyComplex,
  subclassable: true,
  new(cls, real, imag, py) {
    if (real === undefined && imag === undefined) return new PyComplex(0, 0)
    if (cls === complexType && imag === undefined && real instanceof PyComplex && !Object.hasOwn(real, 'type')) return real
    const parts = complexParts(real ?? newFloat(0), imag, py)
    return new PyComplex(parts[0], parts[1])
  },
  slots: {
    repr: (self: PyComplex) => narrowStr(reprComplex(self.real, self.imag)),
    hash,
    richcompare,
    add: binary((a, b) => new Complex(a.real + b.real, a.imag + b.imag)),
    subtract: binary((a, b) => new Complex(a.real - b.real, a.imag - b.imag)),
    multiply: binary(complexMultiply),
    power,
    negative: (self: PyComplex) => new PyComplex(-self.real, -self.imag),
    positive: plain,
    absolute: (self: PyComplex) => newFloat(faulty(() => complexAbsolute(complexOf(self) as Complex))),
    bool: (self: PyComplex) => self.real !== 0 || self.imag !== 0,
    trueDivide: binary((a, b) => complexDivide(a, b)),
  },
  methods: () => [
    method(
      'conjugate(self, /)',
      'Answer the conjugate: the imaginary part negated.',
      (self) => new PyComplex(self.real, -self.imag),
    ),
    method('__complex__(self, /)', 'Answer the number itself.', plain),
    method(
      '__getnewargs__(self, /)',
      'Help pickle.',
      (self) => newTuple([newFloat(self.real), newFloat(self.imag)]),
    ),
    method('__format__(self, format_spec: str, /)', 'Format by the mini-language.', (self, spec, py) => {
      if (spec === '') return str(self, py)
      const value = new Complex(self.real, self.imag)
      return newStr(faulty(() => formatComplexSpec(value, strValue(spec), typeOf(self).name)))
    }),
  ],
  attributes: () => ({
    real: { member: true, get: (self) => newFloat(self.real), doc: 'the real part of a complex number' },
    imag: { member: true, get: (self) => newFloat(self.imag), doc: 'the imaginary part of a complex number' },
  }),
})
