// datetime.datetime: a day and a time of day, perhaps in a time zone.
import { typeOf, type PyType } from '../../data/type.ts'
import { codePointsOf, narrowStr, newStr, None, NotImplemented, asStr, strOfCodePoints, strValue, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { DeprecationWarning, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { signedInt } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { constructor } from './constructor.ts'
import { dateType } from './date.ts'
import { dateTimesApart, shiftDateTime } from './datetime-arithmetic.ts'
import { compareDateTimes, hashDateTime } from './datetime-compare.ts'
import { asTimeZone, fromTimestamp, now, timestampOf, utcFromTimestamp, utcNow } from './datetime-moments.ts'
import { clockAttributes } from './clock-attributes.ts'
import { replaceNamed, strByIsoformat, takes, textArgument } from './fields.ts'
import { isoArgument, isoFault } from './iso-argument.ts'
import { parseDateTime } from './iso-parse.ts'
import { clockText, dateText, zoneOffsetText } from './iso-text.ts'
import { PyDate, PyDateTime, PyDelta, PyTime } from './layout.ts'
import { makeDateTime, newDateTime } from './make.ts'
import { offsetOf } from './offsets.ts'
import { dateTimeOfState, reduceMoment } from './state.ts'
import { cTime } from './strftime.ts'
import { foldPart, fractionPart, zonePart } from './time.ts'
import { timeTuple } from './time-tuple.ts'
import { zoneMethods } from './zone-methods.ts'

/** An argument of a class where C parses by position. */
function instance<T extends Value>(value: Value, layout: new (...args: never[]) => T, place: string, title: string): T {
  if (value instanceof layout) return value
  return raise(PyTypeError, `combine() argument ${place} must be ${title}, not ${value === None ? 'None' : typeOf(value).tpName}`)
}

function combine(cls: PyType, date: Value, time: Value, zone: Value | undefined, py: Thread): Value {
  const day = instance(date, PyDate, '1', 'datetime.date')
  const clock = instance(time, PyTime, '2', 'datetime.time')
  return makeDateTime(cls, day, clock.hour, clock.minute, clock.second, clock.microsecond, zone ?? clock.tzinfo, clock.fold, py)
}

const advice = (name: string, use: string): string =>
  `datetime.datetime.${name}() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.${use}.`

function classMethods() {
  return [
    classMethod('now(cls, /, tz: object = None)', 'The current time, in a zone or as the local clock shows it.', now),
    classMethod('utcnow(cls, /)', 'The current time in UTC, without a zone.', (cls, py) => {
      warn(py, DeprecationWarning, advice('utcnow', 'now(datetime.UTC)'))
      return utcNow(cls, py)
    }),
    classMethod('fromtimestamp(cls, timestamp: object, tz: object = None)', 'The time of a timestamp, in a zone or as the local clock shows it.', fromTimestamp, { text: null, varargs: true }),
    classMethod('utcfromtimestamp(cls, *args)', 'The time of a timestamp in UTC, without a zone.', (cls, args, py) => {
      warn(py, DeprecationWarning, advice('utcfromtimestamp', 'fromtimestamp(timestamp, datetime.UTC)'))
      takes('utcfromtimestamp', args, 1)
      return utcFromTimestamp(cls, args[0] as Value, py)
    }, { text: null, varargs: true }),
    classMethod('strptime(cls, *args)', 'The time that text in a format says.', (cls, args, py) => {
      takes('strptime', args, 2)
      const [text, format] = args.map((arg, i) => textArgument(arg, `strptime() argument ${i + 1}`)) as [Value, Value]
      return callMethod(importModule('_strptime', py), '_strptime_datetime', [cls, text, format], py)
    }, { text: null, varargs: true }),
    classMethod('combine(cls, date: object, time: object, tzinfo: object = <unrepresentable>)', 'The time of a date and a time of day.', combine, { text: null, varargs: true }),
    classMethod('fromisoformat(cls, object: object, /)', 'The time that ISO 8601 text says.', (cls, object, py) => {
      const { given, text } = isoArgument(object, true)
      const { date, time } = parseDateTime(text, py) ?? isoFault(given, py)
      const [year, month, day] = date
      return makeDateTime(cls, { year, month, day }, time.hour, time.minute, time.second, time.microsecond, time.zone, 0, py)
    }),
  ]
}

const method = methods<PyDateTime>()

function separatorOf(value: Value): string {
  const text = asStr(value)
  if (text === undefined || codePointsOf(text).length !== 1) {
    return raise(PyTypeError, `isoformat() argument 1 must be a unicode character, not ${value === None ? 'None' : typeOf(value).tpName}`)
  }
  return strValue(text)
}

function isoFormat(self: PyDateTime, sep: Value | undefined, timespec: Value | undefined, py: Thread): Value {
  const separator = sep === undefined ? 'T' : separatorOf(sep)
  const spec = timespec === undefined ? narrowStr('auto') : textArgument(timespec, 'isoformat() argument 2')
  const text = clockText(self, spec) + zoneOffsetText(self.tzinfo, self, py)
  const points = codePointsOf(newStr(separator))
  return strOfCodePoints([...codePointsOf(narrowStr(dateText(self))), ...points, ...codePointsOf(narrowStr(text))])
}

/** Is it daylight saving time? -1 where nobody knows. */
function dstFlag(self: PyDateTime, py: Thread): number {
  const dst = offsetOf(self.tzinfo, 'dst', self, py)
  if (dst === undefined) return -1
  return dst.days !== 0 || dst.seconds !== 0 || dst.microseconds !== 0 ? 1 : 0
}

function utcTimeTuple(self: PyDateTime, py: Thread): Value {
  const offset = offsetOf(self.tzinfo, 'utcoffset', self, py)
  const plain = new PyDateTime(self, self.hour, self.minute, self.second, self.microsecond)
  return timeTuple(offset === undefined ? plain : (shiftDateTime(plain, offset, -1, py) as PyDateTime), 0)
}

const clockOf = (self: PyDateTime, zone: Value): PyTime => new PyTime(self.hour, self.minute, self.second, self.microsecond, zone, self.fold)

function ownMethods() {
  return [
    method('date(self, /)', 'The day.', ({ year, month, day }) => new PyDate(year, month, day)),
    method('time(self, /)', 'The time of day, without the zone.', (self) => clockOf(self, None)),
    method('timetz(self, /)', 'The time of day with the zone.', (self) => clockOf(self, self.tzinfo)),
    method('ctime(self, /)', 'Text in the style of C.', cTime),
    method('timetuple(self, /)', 'A time.struct_time.', (self, py) => timeTuple(self, dstFlag(self, py))),
    method('timestamp(self, /)', 'The seconds since 1970 in UTC, as a float.', timestampOf),
    method('utctimetuple(self, /)', 'A time.struct_time in UTC.', utcTimeTuple),
    method('isoformat(self, sep: object = <unrepresentable>, timespec: object = <unrepresentable>)', 'ISO 8601 text; sep stands between day and time, timespec says how precise.', isoFormat, { text: null }),
    ...zoneMethods<PyDateTime>((self) => self),
    method(
      'replace(self, /, year: cint = <unrepresentable>, month: cint = <unrepresentable>, day: cint = <unrepresentable>, hour: cint = <unrepresentable>, minute: cint = <unrepresentable>, second: cint = <unrepresentable>, microsecond: cint = <unrepresentable>, tzinfo: object = <unrepresentable>, *, fold: cint = <unrepresentable>)',
      'A time with other fields.',
      (self, year, month, day, hour, minute, second, microsecond, tzinfo, fold, py) =>
        makeDateTime(
          typeOf(self), { year: year ?? self.year, month: month ?? self.month, day: day ?? self.day },
          hour ?? self.hour, minute ?? self.minute, second ?? self.second, microsecond ?? self.microsecond,
          tzinfo ?? self.tzinfo, fold ?? self.fold, py,
        ),
      {
        text: '($self, /, year=unchanged, month=unchanged, day=unchanged,\n        hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)',
      },
    ),
    method('__replace__(self, /, *args, **changes)', 'The same as replace().', replaceNamed, { text: '($self, /, **changes)' }),
    method('astimezone(self, tz: object = None)', 'The same moment in another zone, or in local time.', asTimeZone, { text: null }),
    method('__reduce_ex__(self, *args)', 'Help pickle.', (self, args, py) => {
      takes('__reduce_ex__', args, 1)
      return reduceMoment(self, signedInt(args[0] as Value, py))
    }, { text: null }),
    method('__reduce__(self, /)', 'Help pickle.', (self) => reduceMoment(self, 2)),
  ]
}

function dateTimeRepr(self: PyDateTime, py: Thread): string {
  const { year, month, day, hour, minute } = self
  const tail = fractionPart(self) + foldPart(self.fold) + zonePart(self.tzinfo, py)
  return `${typeOf(self).tpName}(${year}, ${month}, ${day}, ${hour}, ${minute}${tail})`
}

export const datetimeType: PyType = defineType('datetime.datetime', {
  doc: 'A day and a time of day.\n\ndatetime(year, month, day[, hour[, minute[, second[, microsecond[, tzinfo]]]]], *, fold=0): ints, and None or a tzinfo.',
  instance: PyDateTime,
  base: dateType,
  subclassable: true,
  text: null,
  newRaw: constructor(
    'datetime(year: signed, month: signed, day: signed, hour: signed = 0, minute: signed = 0, second: signed = 0, microsecond: signed = 0, tzinfo: object = None, *, fold: signed = 0)',
    dateTimeOfState,
    newDateTime,
  ),
  slots: {
    repr: (self: PyDateTime, py) => newStr(dateTimeRepr(self, py)),
    str(self: PyDateTime, py) {
      return strByIsoformat(self, py, [narrowStr(' ')])
    },
    hash: hashDateTime,
    richcompare: compareDateTimes,
    add(left, right, py) {
      if (left instanceof PyDateTime) return right instanceof PyDelta ? shiftDateTime(left, right, 1, py) : NotImplemented
      return left instanceof PyDelta && right instanceof PyDateTime ? shiftDateTime(right, left, 1, py) : NotImplemented
    },
    subtract(left, right, py) {
      if (!(left instanceof PyDateTime)) return NotImplemented
      if (right instanceof PyDateTime) return dateTimesApart(left, right, py)
      return right instanceof PyDelta ? shiftDateTime(left, right, -1, py) : NotImplemented
    },
  },
  methods: () => [...classMethods(), ...ownMethods()],
  attributes: () => clockAttributes,
  constants: () => ({
    min: new PyDateTime(new PyDate(1, 1, 1), 0, 0, 0, 0),
    max: new PyDateTime(new PyDate(9999, 12, 31), 23, 59, 59, 999_999),
    resolution: new PyDelta(0, 0, 1),
  }),
})
