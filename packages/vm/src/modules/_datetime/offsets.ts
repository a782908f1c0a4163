// What a time zone says: its methods are asked, and their answers checked. A `timezone` needs no asking.
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, None, type Str, type Value } from '../../data/values.ts'
import { callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { isOffset } from './delta-numbers.ts'
import { PyDelta, PyTimeZone } from './layout.ts'

export const RANGE = 'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)'

/** The zone's offset from UTC, or its daylight saving time; undefined where it says None, or where there is no zone. */
export function offsetOf(zone: Value, name: 'utcoffset' | 'dst', moment: Value, py: Thread): PyDelta | undefined {
  if (zone === None) return undefined
  if (zone instanceof PyTimeZone) return name === 'utcoffset' ? zone.offset : undefined
  const offset = callMethod(zone, name, [moment], py)
  if (offset === None) return undefined
  if (!(offset instanceof PyDelta)) {
    return raise(PyTypeError, `tzinfo.${name}() must return None or a timedelta, not '${typeOf(offset).tpName}'`)
  }
  return isOffset(offset) ? offset : raise(ValueError, `${RANGE}.`)
}

/** The zone's name, a str or an instance of a subclass; undefined where it says None, or where there is no zone. */
export function zoneName(zone: Value, moment: Value, py: Thread): Value | undefined {
  if (zone === None) return undefined
  if (zone instanceof PyTimeZone) return zoneText(zone)
  const name = callMethod(zone, 'tzname', [moment], py)
  if (name === None) return undefined
  return asStr(name) !== undefined ? name : raise(PyTypeError, `tzinfo.tzname() must return None or a string, not '${typeOf(name).tpName}'`)
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** `+05:30`, with seconds and microseconds where there are any. */
export function offsetText({ days, seconds, microseconds }: PyDelta, separator = ':'): string {
  const sign = days < 0 ? '-' : '+'
  let whole = seconds
  let part = microseconds
  if (days < 0) {
    whole = 86_400 - seconds - (microseconds > 0 ? 1 : 0)
    part = microseconds > 0 ? 1_000_000 - microseconds : 0
  }
  const fields = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  if (whole % 60 !== 0 || part !== 0) fields.push(whole % 60)
  return sign + fields.map(pad).join(separator) + (part === 0 ? '' : `.${String(part).padStart(6, '0')}`)
}

/** `str(timezone)` */
export function zoneText({ name, offset }: PyTimeZone): Str {
  if (name !== undefined) return name
  const { days, seconds, microseconds } = offset
  return narrowStr(days === 0 && seconds === 0 && microseconds === 0 ? 'UTC' : `UTC${offsetText(offset)}`)
}
