// datetime.timezone: a fixed offset from UTC, perhaps with a name.
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, newStr, None, NotImplemented, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { shiftDateTime } from './datetime-arithmetic.ts'
import { compareDeltas, isOffset } from './delta-numbers.ts'
import { textArgument } from './fields.ts'
import { PyDateTime, PyDelta, PyTimeZone, utc } from './layout.ts'
import { RANGE, zoneText } from './offsets.ts'
import { hashDelta } from './timedelta.ts'
import { momentInUtc, tzinfoType } from './tzinfo.ts'

/** `timezone(offset, name)` */
export function newZone(offset: Value, name: Value | undefined, py: Thread): PyTimeZone {
  if (!(offset instanceof PyDelta)) {
    return raise(PyTypeError, `timezone() argument 1 must be datetime.timedelta, not ${offset === None ? 'None' : typeOf(offset).tpName}`)
  }
  const text = name === undefined ? undefined : textArgument(name, 'timezone() argument 2')
  if (text === undefined && offset.days === 0 && offset.seconds === 0 && offset.microseconds === 0) return utc
  if (!isOffset(offset)) raise(ValueError, `${RANGE}, not ${reprText(offset, py)}.`)
  return new PyTimeZone(offset, text)
}

function zoneRepr(self: PyTimeZone, py: Thread): Str {
  if (self === utc) return narrowStr('datetime.timezone.utc')
  const parts = [self.offset, ...(self.name === undefined ? [] : [self.name])]
  return newStr(`${typeOf(self).tpName}(${parts.map((part) => reprText(part, py)).join(', ')})`)
}

/** These methods want a datetime or None, though they do not look at it. */
function checkMoment(moment: Value, name: string): void {
  if (moment === None || moment instanceof PyDateTime) return
  raise(PyTypeError, `${name}(dt) argument must be a datetime instance or None, not ${typeOf(moment).tpName}`)
}

const method = methods<PyTimeZone>()

export const timezoneType: PyType = defineType('datetime.timezone(offset: object, name: object = <unrepresentable>)', {
  doc: 'A time zone with a fixed offset from UTC.',
  instance: PyTimeZone,
  base: tzinfoType,
  text: null,
  new: (_, offset, name, py) => newZone(offset, name, py),
  slots: {
    repr: zoneRepr,
    str: zoneText,
    hash: (self: PyTimeZone, py) => hashDelta(self.offset, py),
    richcompare(self: PyTimeZone, other, op) {
      if (!(other instanceof PyTimeZone) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      return (compareDeltas(self.offset, other.offset) === 0) === (op === Compare.EQ)
    },
  },
  methods: () => [
    method('tzname(self, object: object, /)', 'The name given, or UTC with the offset.', (self, moment) => {
      checkMoment(moment, 'tzname')
      return zoneText(self)
    }),
    method('utcoffset(self, object: object, /)', 'The fixed offset.', (self, moment) => {
      checkMoment(moment, 'utcoffset')
      return self.offset
    }),
    method('dst(self, object: object, /)', 'None.', (_, moment) => {
      checkMoment(moment, 'dst')
    }),
    method('fromutc(self, object: object, /)', 'A datetime in UTC, converted to local time.', (self, moment, py) =>
      shiftDateTime(momentInUtc(self, moment), self.offset, 1, py)),
    method('__getinitargs__(self, /)', 'Help pickle.', (self) =>
      newTuple([self.offset, ...(self.name === undefined ? [] : [self.name])])),
  ],
  constants: () => ({
    utc,
    min: new PyTimeZone(new PyDelta(-1, 60, 0)),
    max: new PyTimeZone(new PyDelta(0, 86_340, 0)),
  }),
})
