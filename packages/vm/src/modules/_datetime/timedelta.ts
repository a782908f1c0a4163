// datetime.timedelta: a duration in days, seconds and microseconds.
import { divmod, floatToRatio, floorDivide, modulo, multiply, trueDivide, type Integer } from '@pellucid/primitives'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { asInt, narrowStr, newFloat, newInt, NotImplemented, PyFloat, smallInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { hashOf } from '../../protocols/hash.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { sumOfUnits } from './delta-construct.ts'
import {
  addDeltas, compareDeltas, deltaOfMicroseconds, divideNearest, microsecondsOf, newDelta, subtractDeltas,
} from './delta-numbers.ts'
import { PyDelta } from './layout.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

function deltaRepr(self: PyDelta): string {
  const parts = (['days', 'seconds', 'microseconds'] as const).filter((part) => self[part] !== 0).map((part) => `${part}=${self[part]}`)
  return `${typeOf(self).tpName}(${parts.join(', ') || '0'})`
}

function deltaText({ days, seconds, microseconds }: PyDelta): string {
  const head = days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `
  const tail = microseconds === 0 ? '' : `.${String(microseconds).padStart(6, '0')}`
  return `${head}${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}${tail}`
}

export const hashDelta = ({ days, seconds, microseconds }: PyDelta, py: Thread): number | bigint =>
  hashOf(newTuple([days, seconds, microseconds].map(smallInt)), py)

/** For the operators of all three classes that have an order; `difference` as compareDeltas answers. */
export function orderAnswers(difference: number, op: Compare): boolean {
  switch (op) {
    case Compare.LT:
      return difference < 0
    case Compare.LE:
      return difference <= 0
    case Compare.EQ:
      return difference === 0
    case Compare.NE:
      return difference !== 0
    case Compare.GT:
      return difference > 0
    default:
      return difference >= 0
  }
}

/** A duration times a/b, rounded once. */
const scaled = (delta: PyDelta, a: Integer, b: Integer): Value =>
  faulty(() => deltaOfMicroseconds(divideNearest(multiply(microsecondsOf(delta), a), b)))

/** A subclass's `as_integer_ratio` is asked. */
function ratioOf(factor: PyFloat, py: Thread): [Integer, Integer] {
  if (!Object.hasOwn(factor, 'type')) return faulty(() => floatToRatio(factor.value))
  const ratio = callMethod(factor, 'as_integer_ratio', [], py)
  if (!(ratio instanceof PyTuple)) {
    return raise(PyTypeError, `unexpected return type from as_integer_ratio(): expected tuple, got '${typeOf(ratio).tpName}'`)
  }
  if (ratio.items.length !== 2) raise(ValueError, 'as_integer_ratio() must return a 2-tuple')
  return ratio.items.map((item) => index(item, py)) as Integer[] as [Integer, Integer]
}

function times(delta: PyDelta, factor: Value, py: Thread): Value {
  const int = asInt(factor)
  if (int !== undefined) return deltaOfMicroseconds(multiply(microsecondsOf(delta), int))
  return factor instanceof PyFloat ? scaled(delta, ...ratioOf(factor, py)) : NotImplemented
}

function divided(left: Value, right: Value, py: Thread): Value {
  if (!(left instanceof PyDelta)) return NotImplemented
  if (right instanceof PyDelta) return newFloat(faulty(() => trueDivide(microsecondsOf(left), microsecondsOf(right))))
  const int = asInt(right)
  if (int !== undefined) return scaled(left, 1, int)
  if (!(right instanceof PyFloat)) return NotImplemented
  const [numerator, denominator] = ratioOf(right, py)
  return scaled(left, denominator, numerator)
}

function floorDivided(left: Value, right: Value): Value {
  if (!(left instanceof PyDelta)) return NotImplemented
  if (right instanceof PyDelta) return newInt(faulty(() => floorDivide(microsecondsOf(left), microsecondsOf(right))))
  const int = asInt(right)
  if (int === undefined) return NotImplemented
  return deltaOfMicroseconds(faulty(() => floorDivide(microsecondsOf(left), int)))
}

const ofBoth =
  (body: (left: PyDelta, right: PyDelta) => Value) =>
  (left: Value, right: Value): Value =>
    left instanceof PyDelta && right instanceof PyDelta ? body(left, right) : NotImplemented

const negative = ({ days, seconds, microseconds }: PyDelta): PyDelta => newDelta(-days, -seconds, -microseconds)
const copy = ({ days, seconds, microseconds }: PyDelta): PyDelta => new PyDelta(days, seconds, microseconds)

const method = methods<PyDelta>()

export const timedeltaType: PyType = defineType(
  'datetime.timedelta(days: object = <unrepresentable>, seconds: object = <unrepresentable>, microseconds: object = <unrepresentable>, milliseconds: object = <unrepresentable>, minutes: object = <unrepresentable>, hours: object = <unrepresentable>, weeks: object = <unrepresentable>)',
  {
    doc: 'The time between two moments.\n\nEvery argument is an int or a float, of either sign, and 0 where it is left out.',
    instance: PyDelta,
    subclassable: true,
    text: null,
    errorName: '__new__',
    new: (_, days, seconds, microseconds, milliseconds, minutes, hours, weeks) =>
      sumOfUnits({ days, seconds, microseconds, milliseconds, minutes, hours, weeks }),
    slots: {
      repr: (self: PyDelta) => narrowStr(deltaRepr(self)),
      str: (self: PyDelta) => narrowStr(deltaText(self)),
      hash: hashDelta,
      richcompare: (self, other, op) => (other instanceof PyDelta ? orderAnswers(compareDeltas(self, other), op) : NotImplemented),
      add: ofBoth(addDeltas),
      subtract: ofBoth(subtractDeltas),
      multiply: (left, right, py) =>
        left instanceof PyDelta ? times(left, right, py) : right instanceof PyDelta ? times(right, left, py) : NotImplemented,
      remainder: ofBoth((left, right) => deltaOfMicroseconds(faulty(() => modulo(microsecondsOf(left), microsecondsOf(right))))),
      divmod: ofBoth((left, right) => {
        const [quotient, rest] = faulty(() => divmod(microsecondsOf(left), microsecondsOf(right)))
        return newTuple([newInt(quotient), deltaOfMicroseconds(rest)])
      }),
      negative,
      positive: copy,
      absolute: (self: PyDelta) => (self.days < 0 ? negative(self) : copy(self)),
      bool: ({ days, seconds, microseconds }: PyDelta) => days !== 0 || seconds !== 0 || microseconds !== 0,
      floorDivide: floorDivided,
      trueDivide: divided,
    },
    methods: () => [
      method('total_seconds(self, /)', 'The whole duration in seconds, as a float.', (self) => newFloat(trueDivide(microsecondsOf(self), 1_000_000))),
      method('__reduce__(self, /)', 'Help pickle.', (self) =>
        newTuple([typeOf(self), newTuple([self.days, self.seconds, self.microseconds].map(smallInt))])),
    ],
    attributes: () => ({
      days: { get: (self) => smallInt(self.days), doc: 'The days; the only field that has a sign.', member: true },
      seconds: { get: (self) => smallInt(self.seconds), doc: 'The seconds of less than a day.', member: true },
      microseconds: { get: (self) => smallInt(self.microseconds), doc: 'The microseconds of less than a second.', member: true },
    }),
    constants: () => ({
      resolution: new PyDelta(0, 0, 1),
      min: new PyDelta(-999_999_999, 0, 0),
      max: new PyDelta(999_999_999, 86_399, 999_999),
    }),
  },
)
