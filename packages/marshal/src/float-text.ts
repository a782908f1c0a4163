// Floats as text, the way versions 0 and 1 write them: C's "%.17g".
import { faults } from './errors.ts'
import { lenientDecoder } from './text-coding.ts'

/** A float in 17 significant digits. */
export function writeFloatText(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [mantissa = '', exponentText = ''] = value.toExponential(16).split('e')
  const exponent = Number(exponentText)
  if (exponent < -4 || exponent >= 17) {
    const sign = exponent < 0 ? '-' : '+'
    return `${trimZeros(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`
  }
  return trimZeros(value.toFixed(16 - exponent))
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const special = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i

/** The float that bytes of text stand for. */
export function readFloatText(bytes: Uint8Array): number {
  // For C the text ends at a NUL; the message shows at most 200 bytes of it.
  const nul = bytes.indexOf(0)
  const end = nul < 0 ? bytes.length : nul
  const text = lenientDecoder().decode(bytes.subarray(0, end))
  if (number.test(text)) return Number(text)
  const match = special.exec(text)
  if (match === null) throw faults.badFloat(lenientDecoder().decode(bytes.subarray(0, Math.min(end, 200))))
  if (match[2] === undefined) return Number.NaN
  return match[1] === '-' ? -Infinity : Infinity
}
