// slice: the three values between brackets.
import { newTuple } from '../data/sequences.ts'
import { PySlice } from '../data/slice.ts'
import { Compare } from '../data/slots.ts'
import { typeOf, type PyType } from '../data/type.ts'
import {
  asInt, bigValue, newInt, newStr, None, NotImplemented, type Int, type Value,
} from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { hashTuple } from '@pellucid/primitives'
import { compare, equal } from '../protocols/compare.ts'
import { TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { hashOf } from '../protocols/hash.ts'
import { index } from '../protocols/index-number.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'

const parts = (slice: PySlice): [Value, Value, Value] => [slice.start, slice.stop, slice.step]

function bound(value: Value, py: Thread): Int {
  if (asInt(value) === undefined && typeOf(value).slots.index === undefined) {
    raise(PyTypeError, 'slice indices must be integers or None or have an __index__ method')
  }
  return index(value, py)
}

/** `slice.indices` for a length of any size: start, stop and step as exact ints. */
export function sliceIndices(slice: PySlice, length: Int, py: Thread): [Int, Int, Int] {
  const size = bigValue(length)
  const step = slice.step === None ? 1n : bigValue(bound(slice.step, py))
  if (step === 0n) raise(ValueError, 'slice step cannot be zero')
  const low = step < 0n ? -1n : 0n
  const high = step < 0n ? size - 1n : size
  const clip = (value: Value, otherwise: bigint): bigint => {
    if (value === None) return otherwise
    const given = bigValue(bound(value, py))
    if (given < 0n) return given + size < low ? low : given + size
    return given > high ? high : given
  }
  const start = clip(slice.start, step < 0n ? high : low)
  const stop = clip(slice.stop, step < 0n ? low : high)
  return [newInt(start), newInt(stop), newInt(step)]
}

/** As a tuple of the three, but without the tuple's length mixed in. */
function hashSlice(hashes: readonly Int[]): Int {
  const length = BigInt(hashes.length) ^ (2870177450012600261n ^ 3527539n)
  const bits = BigInt.asIntN(64, bigValue(newInt(hashTuple(hashes))) - length)
  return bits === -1n ? newInt(1546275796) : newInt(bits)
}

const method = methods<PySlice>()

export const sliceType: PyType = defineType('slice(start: object, stop: object = <unrepresentable>, step: object = <unrepresentable>, /)', {
  doc: 'The start, stop and step of an extended slice.',
  text: null,
  instance: PySlice,
  new(_cls, start, stop, step) {
    return stop === undefined ? new PySlice(None, start, None) : new PySlice(start, stop, step ?? None)
  },
  slots: {
    repr: (self: PySlice, py) => newStr(`slice(${parts(self).map((value) => reprText(value, py)).join(', ')})`),
    hash: (self, py) => hashSlice(parts(self).map((value) => newInt(hashOf(value, py)))),
    richcompare(self, other, op, py) {
      if (!(other instanceof PySlice)) return NotImplemented
      if (self === other) return op === Compare.EQ || op === Compare.LE || op === Compare.GE
      const [left, right] = [parts(self), parts(other)]
      for (let i = 0; i < 3; i++) {
        const [a, b] = [left[i] as Value, right[i] as Value]
        if (equal(a, b, py)) continue
        return op === Compare.EQ ? false : op === Compare.NE ? true : compare(a, b, op, py)
      }
      return op === Compare.EQ || op === Compare.LE || op === Compare.GE
    },
  },
  methods: () => [
    method(
      'indices(self, object: object, /)',
      'Answer start, stop and step for a sequence of a length.',
      (self, object, py) => {
        const length = index(object, py)
        if (length < 0) raise(ValueError, 'length should not be negative')
        return newTuple(sliceIndices(self, length, py))
      },
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self) => newTuple([sliceType, newTuple(parts(self))])),
  ],
  attributes: () => ({
    start: { member: true, get: (self) => self.start },
    stop: { member: true, get: (self) => self.stop },
    step: { member: true, get: (self) => self.step },
  }),
})
