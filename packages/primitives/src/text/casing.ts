// lower, upper, title, capitalize, casefold, swapcase: full case mapping, with the final sigma.
import { foldMap, lowerMap, titleMap, upperMap } from '../unicode/case-maps.ts'
import { isCased, isCaseIgnorable, isLowercase, isUppercase } from '../unicode/database.ts'
import { isAsciiString, pointsOfText, textOfCodePoints } from './code-points.ts'
import type { Text } from './code-points.ts'

const SIGMA = 0x3a3

type Mapped = number | readonly number[]

function mapAll(text: Text, change: (c: number, at: number, all: readonly number[]) => Mapped): Text {
  const all = pointsOfText(text)
  const out: number[] = []
  for (let i = 0; i < all.length; i++) {
    const mapped = change(all[i]!, i, all)
    if (typeof mapped === 'number') out.push(mapped)
    else out.push(...mapped)
  }
  return textOfCodePoints(out)
}

function lowerAt(c: number, at: number, all: readonly number[]): Mapped {
  return c === SIGMA ? lowerSigma(at, all) : lowerMap.get(c)
}

/** ς at the end of a word, σ elsewhere; ignorable characters are looked through. */
function lowerSigma(at: number, all: readonly number[]): number {
  let before = at - 1
  while (before >= 0 && isCaseIgnorable(all[before]!)) before--
  if (before < 0 || !isCased(all[before]!)) return 0x3c3
  let after = at + 1
  while (after < all.length && isCaseIgnorable(all[after]!)) after++
  return after < all.length && isCased(all[after]!) ? 0x3c3 : 0x3c2
}

export function lowerText(text: Text): Text {
  if (typeof text === 'string' && isAsciiString(text)) return text.toLowerCase()
  return mapAll(text, lowerAt)
}

export function upperText(text: Text): Text {
  if (typeof text === 'string' && isAsciiString(text)) return text.toUpperCase()
  return mapAll(text, (c) => upperMap.get(c))
}

export function casefoldText(text: Text): Text {
  if (typeof text === 'string' && isAsciiString(text)) return text.toLowerCase()
  return mapAll(text, (c) => foldMap.get(c))
}

export function capitalizeText(text: Text): Text {
  if (typeof text === 'string' && isAsciiString(text)) {
    return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()
  }
  return mapAll(text, (c, at, all) => (at === 0 ? titleMap.get(c) : lowerAt(c, at, all)))
}

export function titleText(text: Text): Text {
  let inWord = false
  return mapAll(text, (c, at, all) => {
    const mapped = inWord ? lowerAt(c, at, all) : titleMap.get(c)
    inWord = isCased(c)
    return mapped
  })
}

export function swapcaseText(text: Text): Text {
  return mapAll(text, (c, at, all) => {
    if (isUppercase(c)) return lowerAt(c, at, all)
    return isLowercase(c) ? upperMap.get(c) : c
  })
}
