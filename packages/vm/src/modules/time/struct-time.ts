// time.struct_time, and moments as calendars show them.
import { PyTuple } from '../../data/sequences.ts'
import { newInt, newStr, None, type Value } from '../../data/values.ts'
import { OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { signedInt } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { StructSequence } from '../../types/structseq.ts'

export const structTime = new StructSequence('time.struct_time', {
  doc: 'A moment as calendars and clocks show it.',
  visible: 9,
  fields: [
    ['tm_year', 'year, for example, 1993'], ['tm_mon', 'month of year, range [1, 12]'], ['tm_mday', 'day of month, range [1, 31]'],
    ['tm_hour', 'hours, range [0, 23]'], ['tm_min', 'minutes, range [0, 59]'], ['tm_sec', 'seconds, range [0, 61])'],
    ['tm_wday', 'day of week, range [0, 6], Monday is 0'], ['tm_yday', 'day of year, range [1, 366]'],
    ['tm_isdst', '1 if summer time is in effect, 0 if not, and -1 if unknown'], ['tm_zone', 'abbreviation of timezone name'],
    ['tm_gmtoff', 'offset from UTC in seconds'],
  ],
})

export interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  weekday: number
  yearDay: number
  isDst: number
  zone: string | undefined
  offset: number | undefined
}

const DAY = 86400

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The date that lies so many days after 1970-01-01. */
export function civilFromDays(days: number): [number, number, number] {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1]
}

/** A time in seconds since the epoch, `offset` seconds east of UTC. */
export function momentOf(seconds: number, offset = 0, zone = 'GMT', isDst = false): Moment {
  const local = seconds + offset
  const days = Math.floor(local / DAY)
  const rest = local - days * DAY
  const [year, month, day] = civilFromDays(days)
  return {
    year, month, day, hour: Math.floor(rest / 3600), minute: Math.floor((rest % 3600) / 60), second: rest % 60,
    weekday: (((days + 3) % 7) + 7) % 7, yearDay: days - daysFromCivil(year, 1, 1) + 1, isDst: isDst ? 1 : 0, zone, offset,
  }
}

export function localMoment(seconds: number, py: Thread): Moment {
  const { offset, name, isDst } = py.interpreter.host.clock.zone(seconds)
  return momentOf(seconds, offset, name, isDst)
}

export function structOf(m: Moment): Value {
  return structTime.make([
    ...[m.year, m.month, m.day, m.hour, m.minute, m.second, m.weekday, m.yearDay, m.isDst].map(newInt),
    m.zone === undefined ? None : newStr(m.zone), m.offset === undefined ? None : newInt(m.offset),
  ])
}

/** The nine numbers of a time tuple. */
export function momentOfTuple(value: Value, title: string, py: Thread): Moment {
  if (!(value instanceof PyTuple)) return raise(PyTypeError, 'Tuple or struct_time argument required')
  const { items } = value
  if (items.length !== 9) raise(PyTypeError, `${title}(): illegal time tuple argument`)
  const numbers = items.slice(0, 9).map((item) => signedInt(item, py)) as [number, number, number, number, number, number, number, number, number]
  const [year, month, day, hour, minute, second, weekday, yearDay, isDst] = numbers
  if (year < -0x8000_0000 + 1900) raise(OverflowError, 'year out of range')
  return { year, month, day, hour, minute, second, weekday, yearDay, isDst, zone: undefined, offset: undefined }
}
