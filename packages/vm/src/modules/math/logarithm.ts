// math.log and its relatives, which take ints of any size.
import { integerToFloat, log, log10, log2, bitLength } from '@pellucid/primitives'
import { asInt, bigValue, newFloat, type Int, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { binary, operators } from '../../protocols/number.ts'
import type { Thread } from '../../thread.ts'
import { checked, domainError } from './errors.ts'

type Logarithm = (x: number) => number

/** Mantissa in [0.5, 1), rounded half to even, and exponent of a large int. */
function splitLarge(value: Int): [mantissa: number, exponent: number] {
  const big = bigValue(value)
  const bits = Number(bitLength(value))
  const shift = BigInt(bits - 64)
  const top = big >> shift
  const sticky = top << shift === big ? top : top | 1n
  const mantissa = Number(sticky) / 2 ** 64
  return mantissa === 1 ? [0.5, bits + 1] : [mantissa, bits]
}

function logarithm(value: Value, compute: Logarithm, py: Thread): number {
  const int = asInt(value)
  if (int === undefined) {
    const x = floatOf(value, py)
    return checked(compute(x), x, false)
  }
  if (int <= 0) return domainError()
  if (typeof int === 'number' || bitLength(int) <= 1023) return compute(integerToFloat(int))
  const [mantissa, exponent] = splitLarge(int)
  if (exponent <= 1024 && Number.isFinite(Number(int))) return compute(Number(int))
  return compute(mantissa) + compute(2) * exponent
}

export const logarithmFunctions: readonly BuiltinDefinition[] = [
  fn('log(x: object, base: object = <unrepresentable>, /)', 'The logarithm of x to a base; natural without one.', (x, base, py) => {
    const numerator = newFloat(logarithm(x, log, py))
    if (base === undefined) return numerator
    return binary(numerator, newFloat(logarithm(base, log, py)), operators.trueDivide, py)
  }, { text: null }),
  fn('log10(x: object, /)', 'The logarithm of x to base 10.', (x, py) => newFloat(logarithm(x, log10, py))),
  fn('log2(x: object, /)', 'The logarithm of x to base 2.', (x, py) => newFloat(logarithm(x, log2, py))),
]
