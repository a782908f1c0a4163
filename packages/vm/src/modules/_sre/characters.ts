// Classes of characters and their cases, as patterns know them.
import { decimalValue, isAlnum, isSpace, lowerText, pointsOfText, upperText } from '@pellucid/primitives'

const ascii = {
  digit: (point: number): boolean => point >= 48 && point <= 57,
  space: (point: number): boolean => point === 32 || (point >= 9 && point <= 13),
  word: (point: number): boolean =>
    (point >= 97 && point <= 122) || (point >= 65 && point <= 90) || (point >= 48 && point <= 57) || point === 95,
}

const unicodeSpace = (point: number): boolean =>
  point < 128 ? ascii.space(point) || (point >= 0x1c && point <= 0x1f) : isSpace(point)
const unicodeDigit = (point: number): boolean => (point < 128 ? ascii.digit(point) : decimalValue(point) >= 0)
const unicodeWord = (point: number): boolean => (point < 128 ? ascii.word(point) : isAlnum(point))
const unicodeLineBreak = (point: number): boolean =>
  (point >= 10 && point <= 13) || (point >= 0x1c && point <= 0x1e) || point === 0x85 || point === 0x2028 || point === 0x2029

const not = (test: (point: number) => boolean) => (point: number) => !test(point)
const lineBreak = (point: number): boolean => point === 10

/** Tests by the number that CATEGORY names. */
export const categories: readonly ((point: number) => boolean)[] = [
  ascii.digit, not(ascii.digit), ascii.space, not(ascii.space), ascii.word, not(ascii.word), lineBreak, not(lineBreak),
  ascii.word, not(ascii.word), unicodeDigit, not(unicodeDigit), unicodeSpace, not(unicodeSpace), unicodeWord, not(unicodeWord),
  unicodeLineBreak, not(unicodeLineBreak),
]

export const isWord = ascii.word
export const isUnicodeWord = unicodeWord

export function asciiLower(point: number): number {
  return point >= 65 && point <= 90 ? point + 32 : point
}

/** Latin-1, as the C locale of a UTF-8 system leaves it: ASCII only. */
export const localeLower = asciiLower

const lowered = new Map<number, number>()
/** The simple lower case of a code point. */
export function unicodeLower(point: number): number {
  if (point < 128) return asciiLower(point)
  let lower = lowered.get(point)
  if (lower === undefined) lowered.set(point, (lower = pointsOfText(lowerText([point]))[0] ?? point))
  return lower
}

export function unicodeUpper(point: number): number {
  // Of an upper case of several characters, the first.
  return pointsOfText(upperText([point]))[0] ?? point
}

export function isAsciiCased(point: number): boolean {
  return (point >= 65 && point <= 90) || (point >= 97 && point <= 122)
}
/** A case of several characters counts too, by its first: what the compiler of patterns looks up further is up to it. */
export function isUnicodeCased(point: number): boolean {
  return unicodeLower(point) !== point || (pointsOfText(upperText([point]))[0] ?? point) !== point
}
