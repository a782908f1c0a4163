// The proleptic Gregorian calendar of the years 1 to 9999, and ISO 8601's calendar of weeks. A date's ordinal counts
// days from 1 January of the year 1, which is 1.
import { civilFromDays, daysFromCivil } from '../time/struct-time.ts'

export const MINYEAR = 1
export const MAXYEAR = 9999
export const MAX_ORDINAL = 3_652_059
/** The ordinal of 1 January 1970. */
const EPOCH_ORDINAL = 719_163

export const ordinalOf = (year: number, month: number, day: number): number => daysFromCivil(year, month, day) + EPOCH_ORDINAL

export const civilOf = (ordinal: number): readonly [year: number, month: number, day: number] => civilFromDays(ordinal - EPOCH_ORDINAL)

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] as number)

/** 0 is Monday. */
export const weekdayOf = (year: number, month: number, day: number): number => (ordinalOf(year, month, day) + 6) % 7

/** The ordinal of the Monday that begins a year's first week: the week of its first Thursday. */
function firstMonday(year: number): number {
  const first = ordinalOf(year, 1, 1)
  const weekday = (((first + 6) % 7) + 7) % 7
  return first - weekday + (weekday > 3 ? 7 : 0)
}

/** Year, week and weekday (Monday is 1). */
export function isoCalendarOf(year: number, month: number, day: number): readonly [year: number, week: number, weekday: number] {
  const ordinal = ordinalOf(year, month, day)
  let isoYear = year
  if (ordinal < firstMonday(year)) isoYear = year - 1
  else if (ordinal >= firstMonday(year + 1)) isoYear = year + 1
  const since = ordinal - firstMonday(isoYear)
  return [isoYear, Math.floor(since / 7) + 1, (since % 7) + 1]
}

/** What is wrong with a date of ISO's calendar; undefined for nothing. */
export function isoCalendarFault(year: number, week: number, weekday: number): 'year' | 'week' | 'day' | undefined {
  if (year < MINYEAR || year > MAXYEAR) return 'year'
  if (week < 1 || week > 53) return 'week'
  if (week === 53) {
    const first = weekdayOf(year, 1, 1)
    if (first !== 3 && !(first === 2 && isLeap(year))) return 'week'
  }
  return weekday < 1 || weekday > 7 ? 'day' : undefined
}

export const ordinalOfIso = (year: number, week: number, weekday: number): number =>
  firstMonday(year) + (week - 1) * 7 + weekday - 1
