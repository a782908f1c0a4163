// `timedelta(…)`: a sum of ints and floats in several units, rounded to microseconds once.
import { add, floatToInteger, multiply, type Integer } from '@pellucid/primitives'
import { typeOf } from '../../data/type.ts'
import { asInt, PyFloat, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { raise } from '../../protocols/raise.ts'
import { deltaOfMicroseconds } from './delta-numbers.ts'
import type { PyDelta } from './layout.ts'

/** In the order in which they are added up. */
const units = [
  ['microseconds', 1], ['milliseconds', 1e3], ['seconds', 1e6], ['minutes', 60e6], ['hours', 3600e6],
  ['days', 86_400e6], ['weeks', 604_800e6],
] as const

export type DeltaUnit = (typeof units)[number][0]

/** The nearest int of what is left over; of two, the one that makes the sum even. */
function roundedSum(sum: Integer, leftover: number): Integer {
  const rounded = roundAway(leftover)
  if (Math.abs(rounded - leftover) !== 0.5) return add(sum, rounded)
  const odd = BigInt(sum) % 2n === 0n ? 0 : 1
  return add(sum, 2 * roundAway((leftover + odd) * 0.5) - odd)
}

const roundAway = (x: number): number => Math.sign(x) * Math.round(Math.abs(x)) + 0

export function sumOfUnits(parts: Readonly<Record<DeltaUnit, Value | undefined>>): PyDelta {
  let sum: Integer = 0
  let leftover = 0
  for (const [unit, factor] of units) {
    const part = parts[unit]
    if (part === undefined) continue
    const int = asInt(part)
    if (int !== undefined) {
      sum = add(sum, multiply(int, factor))
      continue
    }
    if (!(part instanceof PyFloat)) {
      return raise(PyTypeError, `unsupported type for timedelta ${unit} component: ${typeOf(part).tpName}`)
    }
    const whole = faulty(() => floatToInteger(part.value))
    sum = add(sum, multiply(whole, factor))
    const fraction = (part.value - Number(whole)) * factor
    const wholeFraction = Math.trunc(fraction) + 0
    sum = add(sum, wholeFraction)
    leftover += fraction - wholeFraction
  }
  return deltaOfMicroseconds(leftover === 0 ? sum : roundedSum(sum, leftover))
}
