// Ints as digits.
import { valueFault, type Fault } from '../fault.ts'
import type { Integer } from './integer.ts'

/** `sys.get_int_max_str_digits()`, and what the setter changes. */
export const digitLimit = { maximum: 4300 }

const limitMessage = (detail: string): string =>
  `Exceeds the limit (${digitLimit.maximum} digits) for integer string conversion${detail}; ` +
  'use sys.set_int_max_str_digits() to increase the limit'

/** The error for an int with more digits than the limit allows. */
export function tooManyDigits(digits?: number): Fault {
  return valueFault(limitMessage(digits === undefined ? '' : `: value has ${digits} digits`))
}

/** `repr(a)`, within the digit limit. */
export function formatInteger(a: Integer): string {
  if (typeof a === 'number') return String(a)
  // 10^k has more than 3.32·k bits: a hopeless number is refused before its digits are computed.
  const limit = digitLimit.maximum
  if (limit > 0 && a.toString(16).length * 4 > (limit + 1) * 3.33 + 8) throw tooManyDigits()
  const text = a.toString()
  if (limit > 0 && text.length - (a < 0n ? 1 : 0) > limit) throw tooManyDigits()
  return text
}

/** The digits of a in a base from 2 to 36, without prefix; the decimal limit applies to base 10 alone. */
export function formatBase(a: Integer, base: number): string {
  return base === 10 ? formatInteger(a) : a.toString(base)
}

/** `bin(a)`, `oct(a)`, `hex(a)` */
export function formatPrefixed(a: Integer, base: 2 | 8 | 16): string {
  const prefix = base === 2 ? '0b' : base === 8 ? '0o' : '0x'
  return a < 0 ? '-' + prefix + a.toString(base).slice(1) : prefix + a.toString(base)
}
