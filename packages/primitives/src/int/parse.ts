// int(text, base): any script's digits, underscores, prefixes.
import { valueFault } from '../fault.ts'
import { decimalValue, isSpace } from '../unicode/database.ts'
import { digitLimit, tooManyDigits } from './format.ts'
import { normalize } from './integer.ts'
import type { Integer } from './integer.ts'

/** Makes ASCII of spaces and digits of any script; other characters beyond ASCII become '?'. */
export function asciiDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text
  let out = ''
  for (const character of text) {
    const codePoint = character.codePointAt(0)!
    const digit = decimalValue(codePoint)
    out += codePoint < 128 ? character : digit >= 0 ? digit : isSpace(codePoint) ? ' ' : '?'
  }
  return out
}

const space = '[\\t-\\r ]*'
const trim = new RegExp(`^${space}|${space}$`, 'g')
const prefixes: Record<string, number> = { x: 16, o: 8, b: 2 }

/** The value of digits in a base (0: by prefix), or undefined when they are not a number. */
export function readInteger(text: string, base = 10): Integer | undefined {
  if (base === 10 && /^[0-9]{1,15}$/.test(text)) return Number(text)
  let rest = asciiDigits(text).replace(trim, '')
  let negative = false
  if (rest[0] === '+' || rest[0] === '-') {
    negative = rest[0] === '-'
    rest = rest.slice(1)
  }
  const marked = rest[0] === '0' && rest.length > 1 ? prefixes[rest[1]!.toLowerCase()] : undefined
  let actual = base
  if (base === 0) {
    actual = marked ?? 10
    if (marked === undefined && rest[0] === '0' && !/^0(_?0)*$/.test(rest)) return undefined
  }
  if (marked !== undefined && marked === actual) {
    rest = rest.slice(2)
    if (rest[0] === '_') rest = rest.slice(1)
  }
  if (!/^[0-9a-z]+(_[0-9a-z]+)*$/i.test(rest)) return undefined
  const digits = rest.replaceAll('_', '').toLowerCase()
  for (let i = 0; i < digits.length; i++) if (digitOf(digits.charCodeAt(i)) >= actual) return undefined
  if ((actual & (actual - 1)) !== 0 && digits.length > 640) {
    if (digitLimit.maximum > 0 && digits.length > digitLimit.maximum) throw tooManyDigits(digits.length)
  }
  const value = valueOf(digits, actual)
  return normalize(negative ? -value : value)
}

function digitOf(code: number): number {
  return code < 58 ? code - 48 : code - 87
}

function valueOf(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits)
  if (base === 16) return BigInt('0x' + digits)
  if (base === 8) return BigInt('0o' + digits)
  if (base === 2) return BigInt('0b' + digits)
  if (digits.length <= 9) return BigInt(parseInt(digits, base))
  const low = digits.length >> 1
  const high = valueOf(digits.slice(0, digits.length - low), base)
  return high * BigInt(base) ** BigInt(low) + valueOf(digits.slice(digits.length - low), base)
}

/**
 * `int(text, base)`; `shown` is the repr of what the user wrote, for the message.
 * @example parseInteger('0x1f', 0, () => "'0x1f'") // 31
 */
export function parseInteger(text: string, base: number, shown: () => string): Integer {
  if (base !== 0 && (base < 2 || base > 36)) throw valueFault('int() base must be >= 2 and <= 36, or 0')
  const value = readInteger(text, base)
  if (value === undefined) {
    throw valueFault(`invalid literal for int() with base ${base}: ${shown().slice(0, 200)}`)
  }
  return value
}
