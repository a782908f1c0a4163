// The methods by which a time or a datetime asks its zone.
import { None, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import type { PyDateTime, PyTime } from './layout.ts'
import { offsetOf, zoneName } from './offsets.ts'

/** `moment` is what the zone is asked with. */
export function zoneMethods<Self extends PyTime | PyDateTime>(moment: (self: Self) => Value): BuiltinDefinition[] {
  const method = methods<Self>()
  return [
    method('utcoffset(self, /)', 'How far the zone is ahead of UTC.', (self, py) => offsetOf(self.tzinfo, 'utcoffset', moment(self), py) ?? None),
    method('tzname(self, /)', "The zone's name.", (self, py) => zoneName(self.tzinfo, moment(self), py) ?? None),
    method('dst(self, /)', 'How much of that is daylight saving time.', (self, py) => offsetOf(self.tzinfo, 'dst', moment(self), py) ?? None),
  ]
}
