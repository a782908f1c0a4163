// ISO 8601 text, as `fromisoformat` reads it: fields of a date, a time, an offset. Whether they are in range is the
// constructors' business. Any character may stand between date and time; a text is the bytes of UTF-8 here.
import { None, type Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'
import { civilOf, isoCalendarFault, ordinalOfIso } from './calendar.ts'
import { newDelta } from './delta-numbers.ts'
import { utc } from './layout.ts'
import { newZone } from './timezone.ts'

export interface IsoTime {
  hour: number
  minute: number
  second: number
  microsecond: number
  zone: Value
}
export type IsoDate = readonly [year: number, month: number, day: number]

const isDigit = (text: string, at: number): boolean => /^[0-9]$/.test(text.charAt(at))

/** The number that `count` digits make; undefined where there are others. */
function digits(text: string, at: number, count: number): number | undefined {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return undefined
    value = value * 10 + digit
  }
  return value
}

/** `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-Www-D`, `YYYYWwwD`; without its day, a week is its Monday. */
export function parseDate(text: string): IsoDate | undefined {
  if (![7, 8, 10].includes(text.length)) return undefined
  const year = digits(text, 0, 4)
  if (year === undefined) return undefined
  const separated = text[4] === '-'
  let at = separated ? 5 : 4
  if (text[at] === 'W') {
    const week = digits(text, at + 1, 2)
    at += 3
    if (week === undefined) return undefined
    let weekday: number | undefined = 1
    if (at < text.length) {
      if (separated && text[at++] !== '-') return undefined
      weekday = digits(text, at, 1)
    }
    if (weekday === undefined || isoCalendarFault(year, week, weekday) !== undefined) return undefined
    return civilOf(ordinalOfIso(year, week, weekday))
  }
  const month = digits(text, at, 2)
  at += 2
  if (month === undefined || (separated && text[at++] !== '-')) return undefined
  const day = digits(text, at, 2)
  // As in C, a ninth and tenth character are not looked at.
  return day === undefined ? undefined : [year, month, day]
}

interface ClockFields {
  readonly fields: readonly [hour: number, minute: number, second: number, microsecond: number]
  /** Something stands behind them that is not read. */
  readonly more: boolean
}

/** `HH[:MM[:SS[.f…]]]`, or without the colons, up to `end`. */
function parseClock(text: string, start: number, end: number): ClockFields | undefined {
  const fields: [number, number, number, number] = [0, 0, 0, 0]
  let at = start
  let separated = true
  for (let i = 0; i < 3; i++) {
    const value = digits(text, at, 2)
    if (value === undefined) return undefined
    fields[i] = value
    at += 2
    const next = text.charAt(at++)
    if (i === 0) separated = next === ':'
    if (at >= end) return { fields, more: next !== '' }
    // As in C, a third colon stands before microseconds too, and a mark of decimals also behind the hour or the minute.
    if (separated && next === ':') continue
    if (next === '.' || next === ',') break
    if (separated) return undefined
    at--
  }
  const count = Math.min(end - at, 6)
  const fraction = digits(text, at, count)
  if (fraction === undefined) return undefined
  fields[3] = fraction * 10 ** (6 - count)
  at += count
  while (isDigit(text, at)) at++
  return { fields, more: at < text.length }
}

/** A time with an offset, or without one. */
export function parseTime(text: string, py: Thread): IsoTime | undefined {
  const found = text.search(/[+\-Z]/)
  const end = found < 0 ? text.length : found
  const clock = parseClock(text, 0, end)
  if (clock === undefined) return undefined
  const [hour, minute, second, microsecond] = clock.fields
  if (end === text.length) return clock.more ? undefined : { hour, minute, second, microsecond, zone: None }
  if (text[end] === 'Z') return end + 1 === text.length ? { hour, minute, second, microsecond, zone: utc } : undefined
  const offset = parseClock(text, end + 1, text.length)
  if (offset === undefined || offset.more) return undefined
  const sign = text[end] === '-' ? -1 : 1
  const [hours, minutes, seconds, microseconds] = offset.fields
  const whole = sign * (hours * 3600 + minutes * 60 + seconds)
  // As in C, microseconds alone are no offset.
  const zone = whole === 0 ? utc : newZone(newDelta(0, whole, sign * microseconds), undefined, py)
  return { hour, minute, second, microsecond, zone }
}

/** Where a date ends in a text that goes on with a time. */
function endOfDate(text: string): number {
  if (text.length === 7) return 7
  if (text[4] === '-') {
    if (text[5] !== 'W') return 10
    if (text[8] !== '-') return 8
    // A hyphen behind the week belongs to the date, unless two digits follow: then it stands before the hour.
    return text.length > 10 && isDigit(text, 10) ? 8 : 10
  }
  if (text[4] !== 'W') return 8
  // The digits of a time are pairs: an even number of them behind the week and what separates them leaves none for a day.
  let at = 7
  while (isDigit(text, at)) at++
  if (at < 9) return at
  return at % 2 === 0 ? 7 : 8
}

/** The bytes of a character, as its first one says. */
function width(byte: number): number {
  if (byte < 0x80) return 1
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
}

/** A datetime. */
export function parseDateTime(text: string, py: Thread): { date: IsoDate; time: IsoTime } | undefined {
  if (text.length < 7) return undefined
  const end = endOfDate(text)
  const date = parseDate(text.slice(0, end))
  if (date === undefined) return undefined
  if (text.length <= end) return { date, time: { hour: 0, minute: 0, second: 0, microsecond: 0, zone: None } }
  const time = parseTime(text.slice(end + width(text.charCodeAt(end))), py)
  return time === undefined ? undefined : { date, time }
}
