// Local time: what mktime makes of it, and what the module tells of the zone.
import { newTuple } from '../../data/sequences.ts'
import { newInt, newStr, type Value } from '../../data/values.ts'
import type { Clock } from '../../ports/host.ts'
import type { Thread } from '../../thread.ts'
import { daysFromCivil, momentOfTuple } from './struct-time.ts'

const YEAR = (365 * 24 + 6) * 3600
/** As far as C looks for summer time, and in what steps: no zone keeps one kind of time for less than a week. */
const [FAR, STEP] = [536454000, 601200]

/** The offset that holds near a time when clocks show summer time, or when they do not. */
function offsetWhen(isDst: boolean, near: number, { zone }: Clock): number | undefined {
  for (let away = STEP; away < FAR; away += STEP) {
    for (const time of [near - away, near + away]) {
      const { offset, isDst: found } = zone(time)
      if (found === isDst) return offset
    }
  }
  return undefined
}

/** The timestamp of a local time. */
export function makeTime(value: Value, py: Thread): number {
  const m = momentOfTuple(value, 'mktime', py)
  const months = m.month - 1
  const year = m.year + Math.floor(months / 12)
  const local = daysFromCivil(year, (((months % 12) + 12) % 12) + 1, 1) * 86400 + (m.day - 1) * 86400 + m.hour * 3600 + m.minute * 60 + m.second
  const { clock } = py.interpreter.host
  const guess = local - clock.zone(local).offset
  const { offset, isDst } = clock.zone(guess)
  const wanted = m.isDst < 0 ? isDst : m.isDst > 0
  if (wanted === isDst) return local - offset
  // Where clocks never change, summer time is an hour's.
  return local - (offsetWhen(wanted, guess, clock) ?? offset + (wanted ? 3600 : -3600))
}

/** What the module tells of the zone, as it is in the middle of a winter and of a summer. */
export function zoneConstants(py: Thread): Record<string, Value> {
  const { clock } = py.interpreter.host
  const start = Math.floor(Number(clock.wall() / 1_000_000_000n) / YEAR) * YEAR
  const [first, half] = [clock.zone(start), clock.zone(start + YEAR / 2)]
  const [standard, daylight] = first.offset <= half.offset ? [first, half] : [half, first]
  return {
    timezone: newInt(-standard.offset), altzone: newInt(-daylight.offset), daylight: newInt(standard.offset === daylight.offset ? 0 : 1),
    tzname: newTuple([standard, daylight].map(({ name }) => newStr(name.slice(0, 9)))),
  }
}
