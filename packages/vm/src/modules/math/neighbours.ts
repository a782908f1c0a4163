// math.nextafter and math.isclose.
import { nextAfter } from '@pellucid/primitives'
import { newFloat, None, type Int } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'

const view = new DataView(new ArrayBuffer(8))
const SIGN = 1n << 63n

function bitsOf(x: number): bigint {
  view.setFloat64(0, x)
  return view.getBigUint64(0)
}
function floatOfBits(bits: bigint): number {
  view.setBigUint64(0, bits)
  return view.getFloat64(0)
}

/** The float that lies `steps` floats from x towards y; y when that is nearer. */
function stepTowards(x: number, y: number, steps: Int): number {
  if (steps === 0 || x !== x) return x
  if (y !== y || x === y) return y
  const from = bitsOf(x)
  const to = bitsOf(y)
  const count = BigInt(steps)
  const size = from & ~SIGN
  const target = to & ~SIGN
  if ((from & SIGN) !== (to & SIGN)) {
    if (size + target <= count) return y
    return size < count ? floatOfBits((to & SIGN) | (count - size)) : floatOfBits(from - count)
  }
  if (size > target) return size - target >= count ? floatOfBits(from - count) : y
  return target - size >= count ? floatOfBits(from + count) : y
}

/** Do two floats differ by at most these tolerances? */
export function isClose(distance: number, larger: number, relTol: number, absTol: number): boolean {
  return distance <= relTol * larger || distance <= absTol
}

export const neighbourFunctions: readonly BuiltinDefinition[] = [
  fn('isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)', 'Are two floats about equal?', (a, b, relTol, absTol) => {
    if (relTol < 0 || absTol < 0) raise(ValueError, 'tolerances must be non-negative')
    if (a === b) return true
    if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return false
    return isClose(Math.abs(b - a), Math.max(Math.abs(a), Math.abs(b)), relTol, absTol)
  }),
  fn('nextafter(x: float, y: float, /, *, steps: object = None)', 'The float some steps from x towards y.', (x, y, steps, py) => {
    if (steps === None) return newFloat(nextAfter(x, y))
    const count = index(steps, py)
    if (count < 0) raise(ValueError, 'steps must be a non-negative integer')
    return newFloat(stepTowards(x, y, count))
  }),
]
