// range: construction, items, comparison.
import { add, hashTuple, subtract } from '@pellucid/primitives'
import { PyRange } from '../../data/range.ts'
import { newTuple } from '../../data/sequences.ts'
import { PySlice } from '../../data/slice.ts'
import { Compare } from '../../data/slots.ts'
import { TypeFlags, typeOf, type PyType } from '../../data/type.ts'
import {
  bigValue, isInt, newInt, newStr, None, NotImplemented, smallInt, type Int, type Value,
} from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { equal } from '../../protocols/compare.ts'
import {
  IndexError, OverflowError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { hashOf } from '../../protocols/hash.ts'
import { index } from '../../protocols/index-number.ts'
import { forEach } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { sliceIndices } from '../slice.ts'
import { newRange, placeInRange, rangeItem, rangeIterator } from './arithmetic.ts'
import './iterators.ts'

function repr(self: PyRange): string {
  const bounds = `${String(self.start)}, ${String(self.stop)}`
  return self.step === 1 ? `range(${bounds})` : `range(${bounds}, ${String(self.step)})`
}

function itemAt(self: PyRange, key: Value, py: Thread): Value {
  let place = index(key, py)
  if (place < 0) place = add(place, self.length) as Int
  if (place < 0 || place >= self.length) raise(IndexError, 'range object index out of range')
  return rangeItem(self, place)
}

function subscript(self: PyRange, key: Value, py: Thread): Value {
  if (isInt(key) || typeof key === 'boolean') return itemAt(self, key, py)
  if (key instanceof PySlice) {
    const [start, stop, step] = sliceIndices(key, self.length, py)
    const times = newInt(bigValue(self.step) * bigValue(step))
    return newRange(rangeItem(self, start), rangeItem(self, stop), times)
  }
  if (typeOf(key).slots.index !== undefined) return itemAt(self, key, py)
  return raise(PyTypeError, `range indices must be integers or slices, not ${typeOf(key).tpName}`)
}

/** The part of the range that decides equality and hash: length, first item, step (as far as they matter). */
function essence(self: PyRange): [Int, Value, Value] {
  const { length } = self
  if (length === 0) return [length, None, None]
  return length === 1 ? [length, self.start, None] : [length, self.start, self.step]
}

function search(self: PyRange, value: Value, py: Thread): { place: number; count: number } {
  let place = -1
  let count = 0
  let at = 0
  forEach(self, py, (item) => {
    if (equal(item, value, py)) {
      if (count++ === 0) place = at
    }
    at++
  })
  return { place, count }
}

const exact = (value: Value): value is Int | boolean => isInt(value) || typeof value === 'boolean'
const plain = (value: Int | boolean): Int => (typeof value === 'boolean' ? smallInt(value ? 1 : 0) : value)

const method = methods<PyRange>()

export const rangeType: PyType = defineType(
  'range(start: int, stop: int = <unrepresentable>, step: int = <unrepresentable>, /)',
  {
    doc: 'The ints from start up to stop, in steps.',
    text: null,
    instance: PyRange,
    flags: TypeFlags.SEQUENCE,
    new(_cls, start, stop, step) {
      if (stop === undefined) return newRange(smallInt(0), start, smallInt(1))
      if (step === 0) raise(ValueError, 'range() arg 3 must not be zero')
      return newRange(start, stop, step ?? smallInt(1))
    },
    slots: {
      repr: (self: PyRange) => newStr(repr(self)),
      hash: (self, py) => hashTuple(essence(self).map((value) => newInt(hashOf(value, py)))),
      richcompare(self, other, op) {
        if (!(other instanceof PyRange) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
        const [left, right] = [essence(self), essence(other)]
        const same = left.every((value, i) => value === right[i])
        return same === (op === Compare.EQ)
      },
      iter: (self) => rangeIterator(self.start, self.step, self.length),
      bool: (self) => self.length !== 0,
      len(self) {
        const { length } = self
        if (length > 0x7fff_ffff_ffff_ffffn) raise(
          OverflowError,
          'Python int too large to convert to C ssize_t',
        )
        return Number(length)
      },
      getitem: subscript,
      contains: (self, item, py) =>
        exact(item) ? placeInRange(self, plain(item)) !== undefined : search(self, item, py).count > 0,
    },
    methods: () => [
      method(
        '__reversed__(self, /)',
        'Iterate backwards.',
        (self) => {
          const last = rangeItem(self, subtract(self.length, 1) as Int)
          return rangeIterator(last, subtract(0, self.step) as Int, self.length)
        }
      ),
      method(
        '__reduce__(self, /)',
        'Help pickle.',
        (self) => newTuple([typeOf(self), newTuple([self.start, self.stop, self.step])]),
      ),
      method(
        'count(self, object: object, /)',
        'Answer how often a value is in the range.',
        (self, object, py) => {
          if (exact(object)) return smallInt(placeInRange(self, plain(object)) === undefined ? 0 : 1)
          return newInt(search(self, object, py).count)
        }
      ),
      method(
        'index(self, object: object, /)',
        'Answer the place of a value in the range.',
        (self, object, py) => {
          if (exact(object)) {
            const place = placeInRange(self, plain(object))
            return place ?? raise(ValueError, `${reprText(object, py)} is not in range`)
          }
          const { place } = search(self, object, py)
          return place >= 0 ? newInt(place) : raise(ValueError, 'sequence.index(x): x not in sequence')
        }
      ),
    ],
    attributes: () => ({
      start: { member: true, get: (self) => self.start },
      stop: { member: true, get: (self) => self.stop },
      step: { member: true, get: (self) => self.step },
    }),
  },
)
