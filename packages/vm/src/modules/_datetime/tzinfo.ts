// datetime.tzinfo: what a time zone has to answer, and the conversion from UTC that follows from the answers.
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { NotImplementedError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { shiftDateTime } from './datetime-arithmetic.ts'
import { subtractDeltas } from './delta-numbers.ts'
import { PyDateTime, PyTzInfo } from './layout.ts'
import { offsetOf } from './offsets.ts'

/** The argument of `fromutc`. */
export function momentInUtc(zone: PyTzInfo, moment: Value): PyDateTime {
  if (!(moment instanceof PyDateTime)) return raise(PyTypeError, 'fromutc: argument must be a datetime')
  return moment.tzinfo === zone ? moment : raise(ValueError, 'fromutc: dt.tzinfo is not self')
}

/** For zones whose standard offset does not change. */
function fromUtc(self: PyTzInfo, moment: Value, py: Thread): Value {
  const utc = momentInUtc(self, moment)
  const offset = offsetOf(self, 'utcoffset', utc, py) ?? raise(ValueError, 'fromutc: non-None utcoffset() result required')
  const saving = offsetOf(self, 'dst', utc, py) ?? raise(ValueError, 'fromutc: non-None dst() result required')
  const standard = shiftDateTime(utc, subtractDeltas(offset, saving), 1, py) as PyDateTime
  const now = offsetOf(standard.tzinfo, 'dst', standard, py)
  if (now === undefined) return raise(ValueError, 'fromutc: tz.dst() gave inconsistent results; cannot convert')
  return shiftDateTime(standard, now, 1, py)
}

const method = methods<PyTzInfo>()
const abstract = (name: 'tzname' | 'utcoffset' | 'dst', doc: string) =>
  method(`${name}(self, object: object, /)` as 'dst(self, object: object, /)', doc, () =>
    raise(NotImplementedError, `a tzinfo subclass must implement ${name}()`))

function reduce(self: PyTzInfo, py: Thread): Value {
  const initial = getAttrOrUndefined(self, narrowStr('__getinitargs__'), py)
  const args = initial === undefined ? newTuple([]) : call(initial, [], py)
  return newTuple([
    typeOf(self), args instanceof PyTuple ? args : newTuple(toArray(args, py)), callMethod(self, '__getstate__', [], py),
  ])
}

export const tzinfoType: PyType = defineType('datetime.tzinfo', {
  doc: 'The base of all time zones.',
  instance: PyTzInfo,
  subclassable: true,
  text: null,
  newRaw: (cls) => withClass(new PyTzInfo(), cls),
  methods: () => [
    abstract('tzname', 'The name of the zone at a datetime.'),
    abstract('utcoffset', 'How far local time is ahead of UTC at a datetime, as a timedelta.'),
    abstract('dst', 'How much of that is daylight saving time.'),
    method('fromutc(self, object: object, /)', 'A datetime in UTC, converted to local time.', fromUtc),
    method('__reduce__(self, /)', 'Help pickle.', reduce),
  ],
})
