// isalpha, isdigit, islower, … of whole texts.
import {
  digitValue, isAlnum, isAlpha, isLowercase, isSpace, isTitlecase, isUppercase, decimalValue, numericValue,
} from '../unicode/database.ts'
import { isXidContinue, isXidStart } from '../unicode/identifier.ts'
import { isPrintable } from '../unicode/printable.ts'
import { pointsOfText } from './code-points.ts'
import type { Text } from './code-points.ts'

function every(text: Text, test: (c: number) => boolean): boolean {
  if (typeof text !== 'string') return text.length > 0 && text.every(test)
  for (let i = 0; i < text.length; i++) if (!test(text.charCodeAt(i))) return false
  return text.length > 0
}

export const isAlphaText = (text: Text): boolean => every(text, isAlpha)
export const isAlnumText = (text: Text): boolean => every(text, isAlnum)
export const isSpaceText = (text: Text): boolean => every(text, isSpace)
export const isDecimalText = (text: Text): boolean => every(text, (c) => decimalValue(c) >= 0)
export const isDigitText = (text: Text): boolean => every(text, (c) => digitValue(c) >= 0)
export const isNumericText = (text: Text): boolean => every(text, (c) => numericValue(c) !== undefined)
export const isPrintableText = (text: Text): boolean => text.length === 0 || every(text, isPrintable)
export const isAsciiText = (text: Text): boolean => text.length === 0 || every(text, (c) => c < 128)

export function isIdentifierText(text: Text): boolean {
  const points = pointsOfText(text)
  if (points.length === 0 || !(points[0] === 95 || isXidStart(points[0]!))) return false
  for (let i = 1; i < points.length; i++) if (!isXidContinue(points[i]!)) return false
  return true
}

export function isLowerText(text: Text): boolean {
  let any = false
  for (const c of pointsOfText(text)) {
    if (isUppercase(c) || isTitlecase(c)) return false
    any ||= isLowercase(c)
  }
  return any
}

export function isUpperText(text: Text): boolean {
  let any = false
  for (const c of pointsOfText(text)) {
    if (isLowercase(c) || isTitlecase(c)) return false
    any ||= isUppercase(c)
  }
  return any
}

export function isTitleText(text: Text): boolean {
  let any = false
  let inWord = false
  for (const c of pointsOfText(text)) {
    if (isUppercase(c) || isTitlecase(c)) {
      if (inWord) return false
      inWord = any = true
    } else if (isLowercase(c)) {
      if (!inWord) return false
      any = true
    } else {
      inWord = false
    }
  }
  return any
}
