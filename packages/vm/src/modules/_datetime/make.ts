// New objects out of fields. An operation on a subclass's instance calls the subclass, as users can see.
import type { PyType } from '../../data/type.ts'
import { newInt, smallInt, type Value } from '../../data/values.ts'
import { withClass } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import type { Thread } from '../../thread.ts'
import { civilOf } from './calendar.ts'
import { checkDate, checkTime, checkZone, dateClass, dateTimeClass, timeClass } from './fields.ts'
import { PyDate, PyDateTime, PyTime } from './layout.ts'

/** `date.__new__`: checked fields, whatever the class. */
export function newDate(cls: PyType, year: number, month: number, day: number): PyDate {
  checkDate(year, month, day)
  return withClass(new PyDate(year, month, day), cls)
}

export function newTime(
  cls: PyType, hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number,
): PyTime {
  checkTime(hour, minute, second, microsecond, fold)
  return withClass(new PyTime(hour, minute, second, microsecond, checkZone(zone), fold), cls)
}

export function newDateTime(
  cls: PyType, year: number, month: number, day: number,
  hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number,
): PyDateTime {
  checkDate(year, month, day)
  checkTime(hour, minute, second, microsecond, fold)
  return withClass(new PyDateTime(new PyDate(year, month, day), hour, minute, second, microsecond, checkZone(zone), fold), cls)
}

export function makeDate(cls: PyType, year: number, month: number, day: number, py: Thread): Value {
  if (cls === dateClass()) return newDate(cls, year, month, day)
  return call(cls, [newInt(year), smallInt(month), smallInt(day)], py)
}

export function dateOfOrdinal(cls: PyType, ordinal: number, py: Thread): Value {
  const [year, month, day] = civilOf(ordinal)
  return makeDate(cls, year, month, day, py)
}

export function makeTime(
  cls: PyType, hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number, py: Thread,
): Value {
  if (cls === timeClass()) return newTime(cls, hour, minute, second, microsecond, zone, fold)
  const made = call(cls, [...[hour, minute, second, microsecond].map(smallInt), zone], py)
  return made instanceof PyTime && fold !== 0 ? withFold(made, fold) : made
}

/** `fold` is not an argument that every subclass's constructor knows. */
function withFold<T extends PyTime | PyDateTime>(made: T, fold: number): T {
  ;(made as { fold: number }).fold = fold
  return made
}

/** A datetime on a day that `date` says. */
export function makeDateTime(
  cls: PyType, { year, month, day }: Pick<PyDate, 'year' | 'month' | 'day'>,
  hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number, py: Thread,
): Value {
  if (cls === dateTimeClass()) return newDateTime(cls, year, month, day, hour, minute, second, microsecond, zone, fold)
  const made = call(cls, [newInt(year), ...[month, day, hour, minute, second, microsecond].map(smallInt), zone], py)
  return made instanceof PyDateTime ? withFold(made, fold) : made
}
