// Arguments of the constructors: C ints, ranges, time zones; and whose class an object is.
import type { PyDict } from '../../data/dict.ts'
import type { PyType } from '../../data/type.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, None, type Str, type Value } from '../../data/values.ts'
import { callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { daysInMonth, MAXYEAR, MINYEAR } from './calendar.ts'
import { PyDate, PyDateTime, PyTime, PyTzInfo } from './layout.ts'

export function checkDate(year: number, month: number, day: number): void {
  if (year < MINYEAR || year > MAXYEAR) raise(ValueError, `year ${year} is out of range`)
  if (month < 1 || month > 12) raise(ValueError, 'month must be in 1..12')
  if (day < 1 || day > daysInMonth(year, month)) raise(ValueError, 'day is out of range for month')
}

export function checkTime(hour: number, minute: number, second: number, microsecond: number, fold: number): void {
  if (hour < 0 || hour > 23) raise(ValueError, 'hour must be in 0..23')
  if (minute < 0 || minute > 59) raise(ValueError, 'minute must be in 0..59')
  if (second < 0 || second > 59) raise(ValueError, 'second must be in 0..59')
  if (microsecond < 0 || microsecond > 999_999) raise(ValueError, 'microsecond must be in 0..999999')
  if (fold !== 0 && fold !== 1) raise(ValueError, 'fold must be either 0 or 1')
}

/** None or a tzinfo. */
export function checkZone(zone: Value): Value {
  if (zone === None || zone instanceof PyTzInfo) return zone
  return raise(PyTypeError, `tzinfo argument must be None or of a tzinfo subclass, not type '${typeOf(zone).tpName}'`)
}

/** A str argument where C parses by position: `strftime() argument 1 must be str, not int`. */
export function textArgument(value: Value, place: string): Str {
  return asStr(value) ?? raise(PyTypeError, `${place} must be str, not ${value === None ? 'None' : typeOf(value).tpName}`)
}

/** A count of arguments in the words of `PyArg_ParseTuple`. */
export function takes(name: string, args: readonly Value[], count: number): void {
  if (args.length === count) return
  raise(PyTypeError, `${name}() takes exactly ${count} argument${count === 1 ? '' : 's'} (${args.length} given)`)
}

/** `__replace__`: a subclass's `replace` is asked. */
export function replaceNamed(self: Value, args: readonly Value[], changes: PyDict, py: Thread): Value {
  const names = changes.keys.filter((key) => key !== undefined) as Str[]
  return callMethod(self, 'replace', [...args, ...changes.values.filter((_, i) => changes.keys[i] !== undefined)], py, names)
}

/** `__str__`: a subclass's `isoformat` is asked. */
export function strByIsoformat(self: Value, py: Thread, args: Value[] = []): Str {
  const text = callMethod(self, 'isoformat', args, py)
  if (asStr(text) === undefined) raise(PyTypeError, `__str__ returned non-string (type ${typeOf(text).tpName})`)
  return text as Str
}

export const dateClass = (): PyType => PyDate.prototype.type
export const dateTimeClass = (): PyType => PyDateTime.prototype.type
export const timeClass = (): PyType => PyTime.prototype.type
