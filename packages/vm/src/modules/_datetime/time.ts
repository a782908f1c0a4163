// datetime.time: a time of day, on no particular day.
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, newStr, None, NotImplemented, smallInt, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { signedInt } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { hashOfBytes } from '../../protocols/string-hash.ts'
import type { Thread } from '../../thread.ts'
import { constructor } from './constructor.ts'
import { compareDeltas, newDelta, subtractDeltas } from './delta-numbers.ts'
import { clockAttributes } from './clock-attributes.ts'
import { replaceNamed, strByIsoformat, takes, textArgument } from './fields.ts'
import { isoArgument, isoFault } from './iso-argument.ts'
import { parseTime } from './iso-parse.ts'
import { clockText, zoneOffsetText } from './iso-text.ts'
import { PyDelta, PyTime, type Clock } from './layout.ts'
import { makeTime, newTime } from './make.ts'
import { offsetOf } from './offsets.ts'
import { reduceMoment, stateBytes, timeOfState } from './state.ts'
import { formatByMethods, formatted } from './strftime.ts'
import { hashDelta, orderAnswers } from './timedelta.ts'
import { zoneMethods } from './zone-methods.ts'

const secondsOf = ({ hour, minute, second }: Clock): number => hour * 3600 + minute * 60 + second

/** Negative, zero or positive, as a clock shows a before, like or after b. */
export const compareClocks = (a: Clock, b: Clock): number => secondsOf(a) - secondsOf(b) || a.microsecond - b.microsecond

function compareTimes(self: PyTime, other: Value, op: Compare, py: Thread): Value {
  if (!(other instanceof PyTime)) return NotImplemented
  if (self.tzinfo === other.tzinfo) return orderAnswers(compareClocks(self, other), op)
  const left = offsetOf(self.tzinfo, 'utcoffset', None, py)
  const right = offsetOf(other.tzinfo, 'utcoffset', None, py)
  if (left === undefined && right === undefined) return orderAnswers(compareClocks(self, other), op)
  if (left !== undefined && right !== undefined) {
    if (compareDeltas(left, right) === 0) return orderAnswers(compareClocks(self, other), op)
    const utcOf = (time: PyTime, { days, seconds }: PyDelta): number => secondsOf(time) - days * 86_400 - seconds
    return orderAnswers(utcOf(self, left) - utcOf(other, right) || self.microsecond - other.microsecond, op)
  }
  if (op === Compare.EQ || op === Compare.NE) return op === Compare.NE
  return raise(PyTypeError, "can't compare offset-naive and offset-aware times")
}

/** Equal times have one hash, whatever their zones and folds. */
function hashTime(self: PyTime, py: Thread): number | bigint {
  const plain = self.fold === 0 ? self : new PyTime(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)
  const offset = offsetOf(plain.tzinfo, 'utcoffset', None, py)
  if (offset === undefined) return hashOfBytes(stateBytes(plain))
  return hashDelta(subtractDeltas(newDelta(0, secondsOf(self), self.microsecond), offset), py)
}

/** `tzinfo` and `fold` in a repr: the two classes have them in opposite order. */
export const zonePart = (zone: Value, py: Thread): string => (zone === None ? '' : `, tzinfo=${reprText(zone, py)}`)
export const foldPart = (fold: number): string => (fold === 0 ? '' : `, fold=${fold}`)

/** `second` and `microsecond` in a repr, where they are not 0. */
export const fractionPart = ({ second, microsecond }: Clock): string =>
  microsecond !== 0 ? `, ${second}, ${microsecond}` : second !== 0 ? `, ${second}` : ''

const method = methods<PyTime>()

function timeMethods() {
  return [
    method('isoformat(self, timespec: object = <unrepresentable>)', 'ISO 8601 text, as precise as timespec says.', (self, timespec, py) => {
      const spec = timespec === undefined ? narrowStr('auto') : textArgument(timespec, 'isoformat() argument 1')
      return narrowStr(clockText(self, spec) + zoneOffsetText(self.tzinfo, None, py))
    }, { text: null }),
    method('strftime(self, format: object)', 'Text in a format.', (self, format, py) => {
      const tuple = newTuple([1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1].map(smallInt))
      return formatted(self, textArgument(format, 'strftime() argument 1'), tuple, None, py)
    }, { text: null }),
    method('__format__(self, format: object, /)', 'Text in a format.', formatByMethods, { text: null, byFormat: true }),
    ...zoneMethods<PyTime>(() => None),
    method(
      'replace(self, /, hour: cint = <unrepresentable>, minute: cint = <unrepresentable>, second: cint = <unrepresentable>, microsecond: cint = <unrepresentable>, tzinfo: object = <unrepresentable>, *, fold: cint = <unrepresentable>)',
      'A time with other fields.',
      (self, hour, minute, second, microsecond, tzinfo, fold, py) =>
        makeTime(
          typeOf(self), hour ?? self.hour, minute ?? self.minute, second ?? self.second, microsecond ?? self.microsecond,
          tzinfo ?? self.tzinfo, fold ?? self.fold, py,
        ),
      { text: '($self, /, hour=unchanged, minute=unchanged, second=unchanged,\n        microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)' },
    ),
    method('__replace__(self, /, *args, **changes)', 'The same as replace().', replaceNamed, { text: '($self, /, **changes)' }),
    classMethod('fromisoformat(cls, object: object, /)', 'The time that ISO 8601 text says.', (cls, object, py) => {
      const { given, text } = isoArgument(object)
      const time = parseTime(text.startsWith('T') ? text.slice(1) : text, py) ?? isoFault(given, py)
      return makeTime(cls, time.hour, time.minute, time.second, time.microsecond, time.zone, 0, py)
    }),
    method('__reduce_ex__(self, *args)', 'Help pickle.', (self, args, py) => {
      takes('__reduce_ex__', args, 1)
      return reduceMoment(self, signedInt(args[0] as Value, py))
    }, { text: null }),
    method('__reduce__(self, /)', 'Help pickle.', (self) => reduceMoment(self, 2)),
  ]
}

export const timeType: PyType = defineType('datetime.time', {
  doc: 'A time of day.\n\ntime([hour[, minute[, second[, microsecond[, tzinfo]]]]], *, fold=0): ints, and None or a tzinfo.',
  instance: PyTime,
  subclassable: true,
  text: null,
  newRaw: constructor(
    'time(hour: signed = 0, minute: signed = 0, second: signed = 0, microsecond: signed = 0, tzinfo: object = None, *, fold: signed = 0)',
    timeOfState,
    newTime,
  ),
  slots: {
    repr: (self: PyTime, py) =>
      newStr(`${typeOf(self).tpName}(${self.hour}, ${self.minute}${fractionPart(self)}${zonePart(self.tzinfo, py)}${foldPart(self.fold)})`),
    str: strByIsoformat,
    hash: hashTime,
    richcompare: compareTimes,
  },
  methods: () => timeMethods(),
  attributes: () => clockAttributes,
  constants: () => ({
    min: new PyTime(0, 0, 0, 0),
    max: new PyTime(23, 59, 59, 999_999),
    resolution: new PyDelta(0, 0, 1),
  }),
})
