// Sums and differences of dates and durations.
import type { Value } from '../../data/values.ts'
import { OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { civilOf, MAX_ORDINAL, ordinalOf } from './calendar.ts'
import { DAY_SECONDS, newDelta, subtractDeltas } from './delta-numbers.ts'
import { dateTimeClass } from './fields.ts'
import { PyDate, PyDateTime, type PyDelta } from './layout.ts'
import { dateOfOrdinal, makeDateTime } from './make.ts'
import { offsetOf } from './offsets.ts'

function shiftedOrdinal({ year, month, day }: PyDate, days: number): number {
  const ordinal = ordinalOf(year, month, day) + days
  return ordinal < 1 || ordinal > MAX_ORDINAL ? raise(OverflowError, 'date value out of range') : ordinal
}

/** A date some days later; `sign` -1 for earlier. */
export const shiftDate = (date: PyDate, delta: PyDelta, sign: 1 | -1, py: Thread): Value =>
  dateOfOrdinal(date.type, shiftedOrdinal(date, sign * delta.days), py)

export const datesApart = (a: PyDate, b: PyDate): PyDelta =>
  newDelta(ordinalOf(a.year, a.month, a.day) - ordinalOf(b.year, b.month, b.day), 0, 0)

/** A datetime some time later; `sign` -1 for earlier. The zone stays, and nobody asks it. */
export function shiftDateTime(self: PyDateTime, delta: PyDelta, sign: 1 | -1, py: Thread): Value {
  let { microsecond } = self
  microsecond += sign * delta.microseconds
  const carry = microsecond < 0 ? -1 : microsecond > 999_999 ? 1 : 0
  microsecond -= carry * 1_000_000
  const total = self.hour * 3600 + self.minute * 60 + self.second + sign * delta.seconds + carry
  const days = Math.floor(total / DAY_SECONDS)
  const seconds = total - days * DAY_SECONDS
  const shift = days + sign * delta.days
  let date: PyDate = self
  if (shift !== 0) {
    const [year, month, day] = civilOf(shiftedOrdinal(self, shift))
    date = new PyDate(year, month, day)
  }
  const hour = Math.floor(seconds / 3600)
  const minute = Math.floor(seconds / 60) % 60
  if (self.type === dateTimeClass()) return new PyDateTime(date, hour, minute, seconds % 60, microsecond, self.tzinfo)
  return makeDateTime(self.type, date, hour, minute, seconds % 60, microsecond, self.tzinfo, 0, py)
}

const secondsOf = ({ hour, minute, second }: PyDateTime): number => hour * 3600 + minute * 60 + second

/** The time between what two clocks show. */
export const clocksApart = (a: PyDateTime, b: PyDateTime): PyDelta =>
  newDelta(
    ordinalOf(a.year, a.month, a.day) - ordinalOf(b.year, b.month, b.day),
    secondsOf(a) - secondsOf(b), a.microsecond - b.microsecond,
  )

/** The time between two moments: their zones count where they differ. */
export function dateTimesApart(a: PyDateTime, b: PyDateTime, py: Thread): PyDelta {
  const between = clocksApart(a, b)
  if (a.tzinfo === b.tzinfo) return between
  const left = offsetOf(a.tzinfo, 'utcoffset', a, py)
  const right = offsetOf(b.tzinfo, 'utcoffset', b, py)
  if ((left === undefined) !== (right === undefined)) raise(PyTypeError, "can't subtract offset-naive and offset-aware datetimes")
  return left === undefined || right === undefined ? between : subtractDeltas(between, subtractDeltas(left, right))
}
