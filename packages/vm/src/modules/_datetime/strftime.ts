// `strftime`, `__format__` and `ctime`: the directives that know zones and microseconds are done here, the rest is
// time.strftime's.
import { asStr, narrowStr, newStr, strValue, type Str, type Value } from '../../data/values.ts'
import { callMethod } from '../../protocols/call.ts'
import { encodeBuiltin } from '../../protocols/codecs.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { raise } from '../../protocols/raise.ts'
import { strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { ascTime } from '../time/format.ts'
import { weekdayOf } from './calendar.ts'
import { textArgument } from './fields.ts'
import { zoneOffsetText } from './iso-text.ts'
import { PyDateTime, PyTime, type PyDate } from './layout.ts'
import { zoneName } from './offsets.ts'

/** Text without lone surrogates, or the error of encoding them. */
function encodable(text: Str, py: Thread): string {
  if (typeof text !== 'string') encodeBuiltin('utf-8', text, 'strict', py)
  return strValue(text)
}

/** `moment` is what the zone is asked with. */
export function formatted(self: PyDate | PyTime, format: Str, tuple: Value, moment: Value, py: Thread): Value {
  const clock = self instanceof PyDateTime || self instanceof PyTime ? self : undefined
  const replaced = encodable(format, py).replace(/%(:z|[^])/g, (whole, directive: string) => {
    switch (directive) {
      case 'z':
        return clock === undefined ? '' : zoneOffsetText(clock.tzinfo, moment, py, '')
      case ':z':
        return clock === undefined ? '' : zoneOffsetText(clock.tzinfo, moment, py)
      case 'Z': {
        const name = clock === undefined ? undefined : zoneName(clock.tzinfo, moment, py)
        if (name === undefined) return ''
        const text = asStr(callMethod(name, 'replace', [narrowStr('%'), narrowStr('%%')], py))
        return text === undefined ? raise(PyTypeError, 'tzname.replace() did not return a string') : encodable(text, py)
      }
      case 'f':
        return String(clock?.microsecond ?? 0).padStart(6, '0')
      default:
        return whole
    }
  })
  return callMethod(importModule('time', py), 'strftime', [newStr(replaced), tuple], py)
}

/** `__format__`: a subclass's `__str__` and `strftime` are asked. */
export function formatByMethods(self: PyDate | PyTime, format: Value, py: Thread): Value {
  const text = textArgument(format, '__format__() argument 1')
  return text === '' ? newStr(strText(self, py)) : callMethod(self, 'strftime', [text], py)
}

/** `ctime()` */
export function cTime(self: PyDate): Value {
  const { year, month, day } = self
  const { hour, minute, second } = self instanceof PyDateTime ? self : { hour: 0, minute: 0, second: 0 }
  return narrowStr(ascTime({
    year, month, day, hour, minute, second, weekday: weekdayOf(year, month, day), yearDay: 1, isDst: 0, zone: undefined, offset: undefined,
  }).replace(/\d+$/, (digits) => digits.padStart(4, '0')))
}
