// Timestamps, and local time as the host's clock knows it. Seconds count from 1970 here, in UTC or on a wall clock that
// is read as if it were in UTC.
import { roundHalfEven } from '@pellucid/primitives'
import { newStr, PyFloat, type Value } from '../../data/values.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { daysFromCivil, localMoment, momentOf, type Moment } from '../time/struct-time.ts'
import { timeT, wholeSeconds } from '../time/time-t.ts'
import { DAY_SECONDS, newDelta } from './delta-numbers.ts'
import { MAXYEAR, MINYEAR } from './calendar.ts'
import { PyTimeZone, type PyDateTime } from './layout.ts'

/** A fold is never further than this. */
const MOST_FOLD = DAY_SECONDS

export const wallSeconds = (m: Pick<PyDateTime, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>): number =>
  daysFromCivil(m.year, m.month, m.day) * DAY_SECONDS + m.hour * 3600 + m.minute * 60 + m.second

function inYears(moment: Moment): Moment {
  return moment.year < MINYEAR || moment.year > MAXYEAR ? raise(ValueError, `year ${moment.year} is out of range`) : moment
}

/** What the wall clock shows at a time in UTC. */
export const localAt = (seconds: number, py: Thread): Moment => inYears(localMoment(seconds, py))
export const utcAt = (seconds: number): Moment => inYears(momentOf(seconds))
const local = (seconds: number, py: Thread): number => wallSeconds(localAt(seconds, py))

/** A wall clock's time in UTC: before a transition that repeats it, or after one if `fold`. */
export function utcSeconds(wall: number, fold: number, py: Thread): number {
  const first = local(wall, py) - wall
  const early = wall - first
  const shown = local(early, py)
  let second = shown - early
  if (shown === wall) {
    // One solution. Is there another one, on the side that fold asks for?
    const probe = early + (fold ? MOST_FOLD : -MOST_FOLD)
    second = local(probe, py) - probe
    if (first === second) return early
  }
  const late = wall - second
  if (local(late, py) === wall) return late
  if (shown === wall) return early
  // In a gap, both offsets are wrong.
  return fold ? Math.min(early, late) : Math.max(early, late)
}

/** Does the wall clock show a time for the second time? */
export function foldAt(seconds: number, py: Thread): number {
  const wall = local(seconds, py)
  const transition = wall - local(seconds - MOST_FOLD, py) - MOST_FOLD
  return transition < 0 && local(seconds + transition, py) === wall ? 1 : 0
}

/** The zone of local time at a time in UTC. */
export function localZone(seconds: number, py: Thread): PyTimeZone {
  const { offset, zone } = localMoment(seconds, py)
  return new PyTimeZone(newDelta(0, offset ?? 0, 0), newStr(zone ?? ''))
}

/** A timestamp argument in whole seconds, down, and microseconds, to the nearest. */
export function timestampParts(value: Value, py: Thread): readonly [seconds: number, microseconds: number] {
  if (!(value instanceof PyFloat)) return [wholeSeconds(value, py), 0]
  if (Number.isNaN(value.value)) raise(ValueError, 'Invalid value NaN (not a number)')
  let seconds = Math.trunc(value.value)
  let microseconds = roundHalfEven((value.value - seconds) * 1e6)
  if (microseconds >= 1e6) {
    microseconds -= 1e6
    seconds++
  } else if (microseconds < 0) {
    microseconds += 1e6
    seconds--
  }
  return [timeT(seconds, py), microseconds + 0]
}
