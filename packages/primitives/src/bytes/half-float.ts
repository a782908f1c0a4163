// Half (16-bit) floats; single floats go through Float32Array.
import { overflowFault } from '../fault.ts'

/** The double a half float's bits mean. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 0x3ff
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25))
}

/** The bits of the nearest half float, ties to even; OverflowError beyond its range. */
export function floatToHalf(x: number): number {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0
  if (x !== x) return 0x7e00
  const size = Math.abs(x)
  if (size === Infinity) return sign | 0x7c00
  if (size >= 65520) throw overflowFault('float too large to pack with e format')
  if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24)
  let exponent = Math.floor(Math.log2(size))
  if (2 ** exponent > size) exponent--
  if (2 ** (exponent + 1) <= size) exponent++
  // A fraction that rounds up to 1024 carries into the exponent, as it should.
  return sign | (((exponent + 15) << 10) + roundEven(size * 2 ** (10 - exponent)) - 1024)
}

function roundEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
}

/** The nearest single float; OverflowError when a finite double is beyond its range. */
export function floatToSingle(x: number): number {
  const single = Math.fround(x)
  if (
    Math.abs(single) === Infinity && Number.isFinite(x)
  ) throw overflowFault('float too large to pack with f format')
  return single
}
