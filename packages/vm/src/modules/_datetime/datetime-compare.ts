// Comparison and hash of datetimes: moments in time where both know their offset from UTC, else what clocks show.
import { Compare } from '../../data/slots.ts'
import { NotImplemented, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { hashOfBytes } from '../../protocols/string-hash.ts'
import type { Thread } from '../../thread.ts'
import { ordinalOf } from './calendar.ts'
import { compareDates } from './date.ts'
import { clocksApart } from './datetime-arithmetic.ts'
import { compareDeltas, newDelta, subtractDeltas } from './delta-numbers.ts'
import { PyDateTime, type PyDelta } from './layout.ts'
import { offsetOf } from './offsets.ts'
import { stateBytes } from './state.ts'
import { compareClocks } from './time.ts'
import { hashDelta, orderAnswers } from './timedelta.ts'

const compareFields = (a: PyDateTime, b: PyDateTime): number => compareDates(a, b) || compareClocks(a, b)

const withFold = (self: PyDateTime, fold: number): PyDateTime =>
  new PyDateTime(self, self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold)

/** Does the offset depend on `fold`? Then the moment is equal to none of another zone (PEP 495). */
function isAmbiguous(self: PyDateTime, offset: PyDelta | undefined, py: Thread): boolean {
  const other = offsetOf(self.tzinfo, 'utcoffset', withFold(self, self.fold === 0 ? 1 : 0), py)
  if (offset === undefined || other === undefined) return offset !== other
  return compareDeltas(offset, other) !== 0
}

export function compareDateTimes(self: PyDateTime, other: Value, op: Compare, py: Thread): Value {
  if (!(other instanceof PyDateTime)) return NotImplemented
  if (self.tzinfo === other.tzinfo) return orderAnswers(compareFields(self, other), op)
  const left = offsetOf(self.tzinfo, 'utcoffset', self, py)
  const right = offsetOf(other.tzinfo, 'utcoffset', other, py)
  const equality = op === Compare.EQ || op === Compare.NE
  const isException = (): boolean => equality && (isAmbiguous(self, left, py) || isAmbiguous(other, right, py))
  if (left === right || (left !== undefined && right !== undefined && compareDeltas(left, right) === 0)) {
    const difference = compareFields(self, other)
    return orderAnswers(difference === 0 && isException() ? 1 : difference, op)
  }
  if (left !== undefined && right !== undefined) {
    const { days, seconds, microseconds } = subtractDeltas(clocksApart(self, other), subtractDeltas(left, right))
    const difference = days || seconds || microseconds
    return orderAnswers(difference === 0 && isException() ? 1 : difference, op)
  }
  if (equality) return op === Compare.NE
  return raise(PyTypeError, "can't compare offset-naive and offset-aware datetimes")
}

export function hashDateTime(self: PyDateTime, py: Thread): number | bigint {
  const offset = offsetOf(self.tzinfo, 'utcoffset', self.fold === 0 ? self : withFold(self, 0), py)
  if (offset === undefined) return hashOfBytes(stateBytes(self))
  const { year, month, day, hour, minute, second, microsecond } = self
  const moment = newDelta(ordinalOf(year, month, day), hour * 3600 + minute * 60 + second, microsecond)
  return hashDelta(subtractDeltas(moment, offset), py)
}
