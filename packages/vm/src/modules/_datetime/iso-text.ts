// Dates and times as ISO 8601 text.
import type { Str, Value } from '../../data/values.ts'
import { strValue } from '../../data/values.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { Clock, PyDate } from './layout.ts'
import { offsetOf, offsetText } from './offsets.ts'

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

export const dateText = ({ year, month, day }: PyDate): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`

const specs: Readonly<Record<string, (clock: Clock) => string>> = {
  hours: ({ hour }) => pad(hour),
  minutes: ({ hour, minute }) => `${pad(hour)}:${pad(minute)}`,
  seconds: ({ hour, minute, second }) => `${pad(hour)}:${pad(minute)}:${pad(second)}`,
  milliseconds: (clock) => `${specs['seconds']?.(clock)}.${pad(Math.floor(clock.microsecond / 1000), 3)}`,
  microseconds: (clock) => `${specs['seconds']?.(clock)}.${pad(clock.microsecond, 6)}`,
  auto: (clock) => (specs[clock.microsecond === 0 ? 'seconds' : 'microseconds'] as (clock: Clock) => string)(clock),
}

/** The time of day, as precise as is asked for. */
export function clockText(clock: Clock, timespec: Str): string {
  const name = strValue(timespec)
  return Object.hasOwn(specs, name) ? (specs[name] as (clock: Clock) => string)(clock) : raise(ValueError, 'Unknown timespec value')
}

/** The offset from UTC; nothing where there is none. */
export function zoneOffsetText(zone: Value, moment: Value, py: Thread, separator = ':'): string {
  const offset = offsetOf(zone, 'utcoffset', moment, py)
  return offset === undefined ? '' : offsetText(offset, separator)
}
