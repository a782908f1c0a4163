// datetime.date: a day of the calendar.
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, NotImplemented, smallInt, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { OverflowError, ValueError } from '../../protocols/exceptions.ts'
import { signedInt } from '../../protocols/index-number.ts'
import { importModule } from '../../protocols/import-module.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { hashOfBytes } from '../../protocols/string-hash.ts'
import type { Thread } from '../../thread.ts'
import { wholeSeconds } from '../time/time-t.ts'
import { isoCalendarFault, isoCalendarOf, ordinalOf, ordinalOfIso, weekdayOf } from './calendar.ts'
import { constructor } from './constructor.ts'
import { datesApart, shiftDate } from './datetime-arithmetic.ts'
import { dateClass, replaceNamed, strByIsoformat, takes, textArgument } from './fields.ts'
import { isoArgument, isoFault } from './iso-argument.ts'
import { isoCalendarDate } from './iso-calendar-date.ts'
import { parseDate } from './iso-parse.ts'
import { dateText } from './iso-text.ts'
import { PyDate, PyDateTime, PyDelta } from './layout.ts'
import { localAt } from './local-time.ts'
import { dateOfOrdinal, makeDate, newDate } from './make.ts'
import { dateOfState, reduceMoment, stateBytes } from './state.ts'
import { cTime, formatByMethods, formatted } from './strftime.ts'
import { timeTuple } from './time-tuple.ts'
import { orderAnswers } from './timedelta.ts'

const method = methods<PyDate>()

/** Negative, zero or positive, as a is before, on or after b. */
export const compareDates = (a: PyDate, b: PyDate): number => a.year - b.year || a.month - b.month || a.day - b.day

function today(cls: PyType, py: Thread): Value {
  if (cls !== dateClass()) return callMethod(cls, 'fromtimestamp', [callMethod(importModule('time', py), 'time', [], py)], py)
  const { year, month, day } = localAt(Math.floor(Number(py.interpreter.host.clock.wall() / 1_000_000_000n)), py)
  return new PyDate(year, month, day)
}

function isoField(value: Value, py: Thread): number {
  try {
    return signedInt(value, py)
  } catch (caught) {
    if (isRaised(caught, OverflowError)) raise(ValueError, 'ISO calendar component out of range')
    throw caught
  }
}

function fromIsoCalendar(cls: PyType, ofYear: Value, ofWeek: Value, ofDay: Value, py: Thread): Value {
  const year = isoField(ofYear, py)
  const week = isoField(ofWeek, py)
  const day = isoField(ofDay, py)
  switch (isoCalendarFault(year, week, day)) {
    case 'year':
      return raise(ValueError, `Year is out of range: ${year}`)
    case 'week':
      return raise(ValueError, `Invalid week: ${week}`)
    case 'day':
      return raise(ValueError, `Invalid day: ${day} (range is [1, 7])`)
    default:
      return dateOfOrdinal(cls, ordinalOfIso(year, week, day), py)
  }
}

function classMethods() {
  return [
    classMethod('fromtimestamp(cls, timestamp: object, /)', 'The day of a timestamp, in local time.', (cls, timestamp, py) => {
      const { year, month, day } = localAt(wholeSeconds(timestamp, py), py)
      return makeDate(cls, year, month, day, py)
    }),
    classMethod('fromordinal(cls, *args)', 'The day of an ordinal; 1 January of the year 1 is 1.', (cls, args, py) => {
      takes('fromordinal', args, 1)
      const ordinal = signedInt(args[0] as Value, py)
      if (ordinal < 1) raise(ValueError, 'ordinal must be >= 1')
      return dateOfOrdinal(cls, ordinal, py)
    }, { text: null, varargs: true }),
    classMethod('fromisoformat(cls, object: object, /)', 'The day that ISO 8601 text says.', (cls, object, py) => {
      const { given, text } = isoArgument(object)
      const date = parseDate(text) ?? isoFault(given, py)
      return makeDate(cls, ...date, py)
    }),
    classMethod('fromisocalendar(cls, year: object, week: object, day: object)', 'The day of a year, a week and a weekday, as isocalendar() answers them.', fromIsoCalendar, { text: null, varargs: true }),
    classMethod('today(cls, /)', 'The current day, in local time.', today),
  ]
}

function ownMethods() {
  return [
    method('ctime(self, /)', 'Text in the style of C.', cTime),
    method('strftime(self, format: object)', 'Text in a format.', (self, format, py) =>
      formatted(self, textArgument(format, 'strftime() argument 1'), callMethod(self, 'timetuple', [], py), self, py), { text: null }),
    method('__format__(self, format: object, /)', 'Text in a format.', formatByMethods, { text: null, byFormat: true }),
    method('timetuple(self, /)', 'A time.struct_time.', (self) => timeTuple(self, -1)),
    method('isocalendar(self, /)', 'ISO year, week and weekday, as a named tuple.', ({ year, month, day }) =>
      isoCalendarDate(...isoCalendarOf(year, month, day))),
    method('isoformat(self, /)', 'YYYY-MM-DD.', (self) => narrowStr(dateText(self))),
    method('isoweekday(self, /)', 'The weekday, Monday is 1.', ({ year, month, day }) => smallInt(weekdayOf(year, month, day) + 1)),
    method('toordinal(self, /)', 'The ordinal; 1 January of the year 1 is 1.', ({ year, month, day }) => smallInt(ordinalOf(year, month, day))),
    method('weekday(self, /)', 'The weekday, Monday is 0.', ({ year, month, day }) => smallInt(weekdayOf(year, month, day))),
    method(
      'replace(self, /, year: cint = <unrepresentable>, month: cint = <unrepresentable>, day: cint = <unrepresentable>)',
      'A date with other fields.',
      (self, year, month, day, py) => makeDate(typeOf(self), year ?? self.year, month ?? self.month, day ?? self.day, py),
      { text: '($self, /, year=unchanged, month=unchanged, day=unchanged)' },
    ),
    method('__replace__(self, /, *args, **changes)', 'The same as replace().', replaceNamed, { text: '($self, /, **changes)' }),
    method('__reduce__(self, /)', 'Help pickle.', (self) => reduceMoment(self, 2)),
  ]
}

export const dateType: PyType = defineType('datetime.date', {
  doc: 'date(year, month, day) --> date object',
  instance: PyDate,
  subclassable: true,
  text: null,
  newRaw: constructor('date(year: signed, month: signed, day: signed)', dateOfState, newDate),
  slots: {
    repr: (self: PyDate) => narrowStr(`${typeOf(self).tpName}(${self.year}, ${self.month}, ${self.day})`),
    str: strByIsoformat,
    hash: (self) => hashOfBytes(stateBytes(self)),
    richcompare: (self, other, op) =>
      other instanceof PyDate && !(other instanceof PyDateTime) ? orderAnswers(compareDates(self, other), op) : NotImplemented,
    add: (left, right, py) => {
      if (left instanceof PyDateTime || right instanceof PyDateTime) return NotImplemented
      if (left instanceof PyDate) return right instanceof PyDelta ? shiftDate(left, right, 1, py) : NotImplemented
      return left instanceof PyDelta && right instanceof PyDate ? shiftDate(right, left, 1, py) : NotImplemented
    },
    subtract: (left, right, py) => {
      if (left instanceof PyDateTime || right instanceof PyDateTime || !(left instanceof PyDate)) return NotImplemented
      if (right instanceof PyDate) return datesApart(left, right)
      return right instanceof PyDelta ? shiftDate(left, right, -1, py) : NotImplemented
    },
  },
  methods: () => [...classMethods(), ...ownMethods()],
  attributes: () => ({
    year: { get: (self) => smallInt(self.year) },
    month: { get: (self) => smallInt(self.month) },
    day: { get: (self) => smallInt(self.day) },
  }),
  constants: () => ({ min: new PyDate(1, 1, 1), max: new PyDate(9999, 12, 31), resolution: new PyDelta(1, 0, 0) }),
})
