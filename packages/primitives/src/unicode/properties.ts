// What `unicodedata` tells of characters beyond what str itself needs, in Unicode 15.1 and in 3.2, which is
// meant by `old`.
import { category, decimalValue, digitValue, isMirrored, numericValue } from './database.ts'
import * as tables from './properties.generated.ts'
import { readEntries, RunMap, RunSet } from './runs.ts'
import { widthRuns } from './width-runs.ts'

const lazy = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
const bidirectionals = new RunMap(() => tables.bidirectional)
const classes = new RunMap(() => tables.combining)
const widths = new RunMap(() => widthRuns)
const widthsUnknown = new RunMap(() => tables.widthsUnknown)
const unknownBefore = new RunSet(() => tables.unknownBefore)
const before = lazy(() => ({
  category: readEntries(tables.categoryBefore),
  bidirectional: readEntries(tables.bidirectionalBefore),
  mirrored: readEntries(tables.mirroredBefore),
  width: readEntries(tables.widthBefore),
  decimal: readEntries(tables.decimalBefore),
}))

/** Whether Unicode 3.2 had the character. */
export const wasKnown = (point: number): boolean => !unknownBefore.has(point)

/** The general category. */
export function categoryOf(point: number, old: boolean): string {
  if (!old) return category(point)
  return wasKnown(point) ? (before().category.get(point) ?? category(point)) : 'Cn'
}
/** The bidirectional class; '' where there is none. */
export function bidirectionalClass(point: number, old: boolean): string {
  if (!old) return bidirectionals.get(point)
  return wasKnown(point) ? (before().bidirectional.get(point) ?? bidirectionals.get(point)) : ''
}
/** The canonical combining class. */
export function combiningClass(point: number, old = false): number {
  return old && !wasKnown(point) ? 0 : Number(classes.get(point))
}
/** Whether text from right to left mirrors the character. */
export function mirrors(point: number, old: boolean): boolean {
  if (!old) return isMirrored(point)
  return wasKnown(point) && (before().mirrored.get(point) ?? (isMirrored(point) ? '1' : '0')) === '1'
}
/** The East Asian width. */
export function eastAsianWidth(point: number, old: boolean): string {
  if (!old) return widths.get(point)
  return wasKnown(point) ? (before().width.get(point) ?? widths.get(point)) : widthsUnknown.get(point)
}
/** The value of a decimal digit, or -1. */
export function decimalOf(point: number, old: boolean): number {
  if (!old) return decimalValue(point)
  return wasKnown(point) ? Number(before().decimal.get(point) ?? decimalValue(point)) : -1
}
/** The value of a digit, or -1. CPython asks the newer database for the older one too. */
export const digitOf = (point: number): number => digitValue(point)
/** The value of a number; undefined where there is none. */
export function numberOf(point: number, old: boolean): number | undefined {
  return old && !wasKnown(point) ? undefined : numericValue(point)
}
