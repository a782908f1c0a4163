// float.hex and float.fromhex.
import { overflowFault, valueFault } from '../fault.ts'
import { ratioToFloat } from '../int/to-float.ts'
import { bigBitLength } from '../int/bits.ts'
import { readFloat } from './parse.ts'

/** `x.hex()` */
export function floatToHex(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : 'inf'
  const sign = x < 0 || Object.is(x, -0) ? '-' : ''
  if (x === 0) return `${sign}0x0.0p+0`
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, x)
  const high = view.getUint32(0)
  const biased = (high >>> 20) & 0x7ff
  const lowDigits = view.getUint32(4).toString(16).padStart(8, '0')
  const fraction = (high & 0xfffff).toString(16).padStart(5, '0') + lowDigits
  const exponent = biased === 0 ? -1022 : biased - 1023
  return `${sign}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
}

const hexFloat = /^[\t-\r ]*([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?[\t-\r ]*$/i

/** `float.fromhex(text)` */
export function floatFromHex(text: string): number {
  const found = hexFloat.exec(text)
  const digits = found ? found[2]! + (found[3] ?? '') : ''
  if (!found || digits === '') {
    const isName = /[a-z]/i.test(text) && !/[0-9_]/.test(text)
    const named = isName ? readFloat(text) : undefined
    if (named !== undefined) return named
    throw valueFault('invalid hexadecimal floating-point string')
  }
  const mantissa = BigInt('0x' + digits)
  const negative = found[1] === '-'
  if (mantissa === 0n) return negative ? -0 : 0
  const wanted = BigInt(found[4] ?? '0') - 4n * BigInt((found[3] ?? '').length)
  const top = wanted + BigInt(bigBitLength(mantissa))
  if (top > 1024n) throw overflowFault('hexadecimal value too large to represent as a float')
  if (top < -1075n) return negative ? -0 : 0
  const value = wanted >= 0n ? ratioToFloat(mantissa << wanted, 1n) : ratioToFloat(mantissa, 1n << -wanted)
  if (!Number.isFinite(value)) throw overflowFault('hexadecimal value too large to represent as a float')
  return negative ? -value : value
}
