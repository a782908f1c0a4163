// Zones as POSIX writes them: `EST5EDT,M3.2.0,M11.1.0` is five hours west of UTC, and summer time from the second Sunday
// of March to the first of November. The same text ends a file of the zone database, for the years after its last entry.
import type { Zone, ZoneMoment } from './zone.ts'

const HOUR = 3600
const DAY = 24 * HOUR
/** What the C library takes where summer time has no dates. */
const usualDates = ['M3.2.0', 'M11.1.0']

const text = /^(?<std>[a-z]{3,}|<[a-z0-9+-]+>)(?<west>[+-]?\d+(?::\d+){0,2})(?:(?<dst>[a-z]{3,}|<[a-z0-9+-]+>)(?<dstWest>[+-]?\d+(?::\d+){0,2})?(?<dates>,.*)?)?$/i

/** `5:30` or `-3` in seconds. */
function seconds(given: string): number {
  const [hours = 0, minutes = 0, rest = 0] = given.replace(/^[+-]/, '').split(':').map(Number)
  const size = hours * HOUR + minutes * 60 + rest
  return given.startsWith('-') ? -size : size
}

const midnight = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month, day) / 1000
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The day of a date in a year: `M3.2.0`, `J60` (no leap days), `59` (days from 0). */
function dayOf(date: string): ((year: number) => number) | undefined {
  const [, month, week, weekday] = /^M(\d+)\.([1-5])\.([0-6])$/.exec(date)?.map(Number) ?? []
  if (month !== undefined && week !== undefined && weekday !== undefined) {
    return (year) => {
      const first = midnight(year, month - 1, 1)
      const before = (weekday - new Date(first * 1000).getUTCDay() + 7) % 7
      const day = first + (before + 7 * (week - 1)) * DAY
      return day < midnight(year, month, 1) ? day : day - 7 * DAY
    }
  }
  const counted = /^(J?)(\d+)$/.exec(date)
  if (counted === null) return undefined
  const number = Number(counted[2])
  return (year) => midnight(year, 0, 1) + (counted[1] === '' ? number : number - 1 + (isLeap(year) && number >= 60 ? 1 : 0)) * DAY
}

/** When it is such a date in a year, by the clocks before the change; two in the morning unless it says otherwise. */
function changeOf(date: string): ((year: number) => number) | undefined {
  const [day = '', hour = '2'] = date.split('/')
  const from = dayOf(day)
  return from === undefined || !/^[+-]?\d+(?::\d+){0,2}$/.test(hour) ? undefined : (year) => from(year) + seconds(hour)
}

const nameOf = (given: string): string => given.replace(/^<(.*)>$/, '$1')

/** The zone that a text means; undefined where it means none. */
export function posixZone(given: string): Zone | undefined {
  const parts = text.exec(given)?.groups
  if (parts === undefined) return undefined
  const standard: ZoneMoment = { offset: -seconds(parts['west'] as string) + 0, name: nameOf(parts['std'] as string), isDst: false }
  const { dst, dstWest, dates = '' } = parts
  if (dst === undefined) return () => standard
  const summer: ZoneMoment = { offset: dstWest === undefined ? standard.offset + HOUR : -seconds(dstWest) + 0, name: nameOf(dst), isDst: true }
  const told = dates.split(',').slice(1)
  const [begin, end] = usualDates.map((usual, at) => changeOf(told[at] || usual))
  if (begin === undefined || end === undefined) return undefined
  return (time) => {
    // As C has it: the year that it is in UTC, and before 1970 the changes of that year.
    const year = Math.max(1970, new Date(Math.max(0, Math.min(8.64e15, time * 1000))).getUTCFullYear())
    const from = begin(year) - standard.offset
    const to = end(year) - summer.offset
    const inSummer = from < to ? time >= from && time < to : time >= from || time < to
    return inSummer ? summer : standard
  }
}
