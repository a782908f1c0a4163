// Questions about one code point, answered from the generated UCD 15.1 tables.
// Tables below U+10000 unfold to one byte per code point on first use; above it a binary search over run
// starts decides.
import { countAtMost, RunSet } from './runs.ts'
import {
  caseIgnorable as caseIgnorableRuns, cased as casedRuns, categories, categoryNames, decimals, lowercase as lowercaseRuns,
  mirrored as mirroredRuns, numerics as numericTexts, spaces as spacesRuns, uppercase as uppercaseRuns,
} from './tables.generated.ts'

const lowercase = new RunSet(lowercaseRuns)
const uppercase = new RunSet(uppercaseRuns)
const spaces = new RunSet(spacesRuns)
const cased = new RunSet(casedRuns)
const caseIgnorable = new RunSet(caseIgnorableRuns)
const mirrored = new RunSet(mirroredRuns)

export function isLowercase(codePoint: number): boolean {
  return lowercase.has(codePoint)
}
export function isUppercase(codePoint: number): boolean {
  return uppercase.has(codePoint)
}
export function isSpace(codePoint: number): boolean {
  if (codePoint < 128) return codePoint === 32 || (codePoint >= 9 && codePoint <= 13) || (
    codePoint >= 28 && codePoint <= 31
  )
  return spaces.has(codePoint)
}
export function isCased(codePoint: number): boolean {
  return cased.has(codePoint)
}
export function isCaseIgnorable(codePoint: number): boolean {
  return caseIgnorable.has(codePoint)
}
export function isMirrored(codePoint: number): boolean {
  return mirrored.has(codePoint)
}

let names: readonly string[] | undefined
const categoryLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%'
let categoryLow: Uint8Array | undefined
const categoryStarts: number[] = []
const categoryValues: number[] = []

function categoryIndex(codePoint: number): number {
  const low = categoryLow ?? unfoldCategories()
  if (codePoint < 0x10000) return low[codePoint]!
  return categoryValues[countAtMost(categoryStarts, codePoint) - 1]!
}

function unfoldCategories(): Uint8Array {
  const low = new Uint8Array(0x10000)
  let at = 0
  for (const run of categories().matchAll(/([0-9a-z]+)([A-Z!#$%])/g)) {
    const value = categoryLetters.indexOf(run[2]!)
    categoryStarts.push(at)
    categoryValues.push(value)
    const end = at + parseInt(run[1]!, 36)
    low.fill(value, Math.min(at, 0x10000), Math.min(end, 0x10000))
    at = end
  }
  return (categoryLow = low)
}

/** The two letters of the general category, as `unicodedata.category`. */
export function category(codePoint: number): string {
  names ??= categoryNames().split(' ')
  return names[categoryIndex(codePoint)]!
}

const LU = 1
const LO = 5

export function isAlpha(codePoint: number): boolean {
  const index = categoryIndex(codePoint)
  return index >= LU && index <= LO
}
export function isTitlecase(codePoint: number): boolean {
  return categoryIndex(codePoint) === 3
}
let zeros: number[] | undefined
/** The value of a decimal digit of any script, or -1. */
export function decimalValue(codePoint: number): number {
  if (codePoint < 128) return codePoint >= 48 && codePoint <= 57 ? codePoint - 48 : -1
  zeros ??= decimals().split(' ').map((zero) => parseInt(zero, 36))
  const zero = zeros[countAtMost(zeros, codePoint) - 1]!
  return codePoint - zero < 10 ? codePoint - zero : -1
}

interface Numeric {
  readonly value: number
  readonly isDigit: boolean
}
let numerics: Map<number, Numeric> | undefined
function numeric(codePoint: number): Numeric | undefined {
  numerics ??= new Map(numericTexts().split(' ').map(readNumeric))
  return numerics.get(codePoint)
}
function readNumeric(entry: string): [number, Numeric] {
  const [codePoint, text] = entry.split('=') as [string, string]
  const isDigit = text.startsWith('!')
  const [numerator, denominator] = (isDigit ? text.slice(1) : text).split('/')
  return [parseInt(codePoint, 36), { value: Number(numerator) / Number(denominator ?? 1), isDigit }]
}

/** The value of a digit, superscripts and the like included, or -1. */
export function digitValue(codePoint: number): number {
  const decimal = decimalValue(codePoint)
  if (decimal >= 0 || codePoint < 128) return decimal
  const found = numeric(codePoint)
  return found?.isDigit ? found.value : -1
}
/** The numeric value, fractions included, or undefined. */
export function numericValue(codePoint: number): number | undefined {
  const decimal = decimalValue(codePoint)
  if (decimal >= 0) return decimal
  return codePoint < 128 ? undefined : numeric(codePoint)?.value
}
export function isAlnum(codePoint: number): boolean {
  return isAlpha(codePoint) || numericValue(codePoint) !== undefined
}
