// Datetimes and moments in time: the current one, timestamps, other zones.
import { trueDivide } from '@pellucid/primitives'
import { newFloat, None, type Value } from '../../data/values.ts'
import type { PyType } from '../../data/type.ts'
import { callMethod } from '../../protocols/call.ts'
import type { Thread } from '../../thread.ts'
import type { Moment } from '../time/struct-time.ts'
import { shiftDateTime, dateTimesApart } from './datetime-arithmetic.ts'
import { microsecondsOf } from './delta-numbers.ts'
import { checkZone } from './fields.ts'
import { PyDate, PyDateTime, utc, type PyTimeZone } from './layout.ts'
import { foldAt, localAt, localZone, timestampParts, utcAt, utcSeconds, wallSeconds } from './local-time.ts'
import { makeDateTime } from './make.ts'
import { offsetOf } from './offsets.ts'

function ofMoment(cls: PyType, moment: Moment, microsecond: number, zone: Value, fold: number, py: Thread): Value {
  const { hour, minute, second } = moment
  return makeDateTime(cls, moment, hour, minute, Math.min(59, second), microsecond, zone, fold, py)
}

/** The wall clock of the zone, or the local one, at a time in UTC. */
function inZone(cls: PyType, seconds: number, microsecond: number, zone: Value, py: Thread): Value {
  if (zone === None) return ofMoment(cls, localAt(seconds, py), microsecond, None, foldAt(seconds, py), py)
  return callMethod(zone, 'fromutc', [ofMoment(cls, utcAt(seconds), microsecond, zone, 0, py)], py)
}

/** The time in whole seconds and microseconds. */
function clockNow(py: Thread): readonly [seconds: number, microsecond: number] {
  const microseconds = py.interpreter.host.clock.wall() / 1000n
  const microsecond = Number(microseconds % 1_000_000n)
  return [Number(microseconds / 1_000_000n), microsecond]
}

export const now = (cls: PyType, zone: Value, py: Thread): Value => inZone(cls, ...clockNow(py), checkZone(zone), py)

export function utcNow(cls: PyType, py: Thread): Value {
  const [seconds, microsecond] = clockNow(py)
  return ofMoment(cls, utcAt(seconds), microsecond, None, 0, py)
}

export function fromTimestamp(cls: PyType, timestamp: Value, zone: Value, py: Thread): Value {
  checkZone(zone)
  return inZone(cls, ...timestampParts(timestamp, py), zone, py)
}

export function utcFromTimestamp(cls: PyType, timestamp: Value, py: Thread): Value {
  const [seconds, microsecond] = timestampParts(timestamp, py)
  return ofMoment(cls, utcAt(seconds), microsecond, None, 0, py)
}

const epoch = new PyDateTime(new PyDate(1970, 1, 1), 0, 0, 0, 0, utc)

/** `timestamp()` */
export function timestampOf(self: PyDateTime, py: Thread): Value {
  if (self.tzinfo !== None) return newFloat(trueDivide(microsecondsOf(dateTimesApart(self, epoch, py)), 1_000_000))
  return newFloat(utcSeconds(wallSeconds(self), self.fold, py) + self.microsecond / 1e6)
}

const zoneHere = (self: PyDateTime, py: Thread): PyTimeZone => localZone(utcSeconds(wallSeconds(self), self.fold, py), py)

/** `astimezone(zone)` */
export function asTimeZone(self: PyDateTime, zone: Value, py: Thread): Value {
  checkZone(zone)
  let own = self.tzinfo === None ? zoneHere(self, py) : self.tzinfo
  if (own === zone) return self
  let offset = offsetOf(own, 'utcoffset', self, py)
  if (offset === undefined) {
    // The zone does not know: as if there were none.
    own = zoneHere(self, py)
    offset = (own as PyTimeZone).offset
  }
  const moment = shiftDateTime(self, offset, -1, py) as PyDateTime
  const target = zone === None ? localZone(wallSeconds(moment), py) : zone
  // As in C, though a subclass's constructor may have shown it to others.
  moment.tzinfo = target
  return callMethod(target, 'fromutc', [moment], py)
}
