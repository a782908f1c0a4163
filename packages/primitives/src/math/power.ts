// pow of doubles: exactly rounded where the exponent is integral, so that no platform's libm matters.
import { floatToRatio, ratioToFloat } from '../int/to-float.ts'

/** Largest integral exponent that is worked out exactly. */
const exactUpTo = 1100

/** C's `pow` for finite, non-zero arguments. */
export function libmPow(a: number, b: number): number {
  if (!Number.isInteger(b) || Math.abs(b) > exactUpTo) return Math.pow(a, b)
  const [numerator, denominator] = floatToRatio(a)
  const exponent = BigInt(Math.abs(b))
  const top = BigInt(numerator) ** exponent
  const bottom = BigInt(denominator) ** exponent
  return b < 0 ? ratioToFloat(bottom, top) : ratioToFloat(top, bottom)
}
