// The value of a NUMBER token.
import { Complex, digitLimit, Float } from '@pellucid/primitives'

/** The value a number literal stands for; undefined when CPython refuses it for its version or length. */
export function parseNumber(
  text: string, featureVersion: number,
): number | bigint | Float | Complex | undefined {
  if (text.length === 1) return text.charCodeAt(0) - 48
  let digits = text
  if (text.includes('_')) {
    if (featureVersion < 6) return undefined
    digits = text.replaceAll('_', '')
  }
  const last = digits.charCodeAt(digits.length - 1) | 32
  const second = digits.charCodeAt(1) | 32
  const based = second === 120 || second === 111 || second === 98
  if (based && digits.charCodeAt(0) === 48) return integer(digits)
  if (last === 106) return new Complex(0, Number(digits.slice(0, -1)))
  if (isFloat(digits)) return new Float(Number(digits))
  if (digitLimit.maximum > 0 && digits.length > digitLimit.maximum) return undefined
  return integer(digits)
}

function integer(text: string): number | bigint {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : BigInt(text)
}

function isFloat(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 46 || (c | 32) === 101) return true
  }
  return false
}
