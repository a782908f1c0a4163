// range_iterator and longrange_iterator.
import { PyRangeIterator } from '../../data/iterators.ts'
import { PyLongRangeIterator } from '../../data/range.ts'
import { newTuple } from '../../data/sequences.ts'
import { bigValue, narrowStr, newInt, None, smallInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getItem } from '../../protocols/subscript.ts'
import { index } from '../../protocols/index-number.ts'
import { less } from '../../protocols/compare.ts'
import { raise } from '../../protocols/raise.ts'
import { OverflowError } from '../../protocols/exceptions.ts'
import type { Thread } from '../../thread.ts'
import { newRange } from './arithmetic.ts'

/** The builtin function `iter`, which rebuilds an iterator from what is left of it. */
const iterFunction = (py: Thread): Value => getItem(py.interpreter.builtins, narrowStr('iter'), py)

function reduced(start: bigint, step: bigint, remaining: bigint, py: Thread): Value {
  const rest = newRange(newInt(start), newInt(start + step * remaining), newInt(step))
  return newTuple([iterFunction(py), newTuple([rest]), None])
}

const clip = (value: bigint, most: bigint): bigint => (value < 0n ? 0n : value > most ? most : value)

const method = methods<PyRangeIterator>()

export const rangeIteratorType = defineType('range_iterator', {
  doc: 'Iterates over a range of small ints.',
  instance: PyRangeIterator,
  slots: {
    iter: (self: PyRangeIterator) => self,
    next(self) {
      if (self.remaining <= 0) return undefined
      self.remaining--
      const value = self.next
      self.next += self.step
      return smallInt(value)
    },
  },
  methods: () => [
    method('__length_hint__(self, /)', 'Answer the number of items left.', (self) => newInt(self.remaining)),
    method(
      '__reduce__(self, /)',
      'Help pickle.',
      (self, py) => reduced(BigInt(self.next), BigInt(self.step), BigInt(self.remaining), py)
    ),
    method(
      '__setstate__(self, object: object, /)',
      'Help pickle.',
      (self, state, py) => {
        const place = bigValue(index(state, py))
        if (BigInt.asIntN(64, place) !== place) raise(OverflowError, 'Python int too large to convert to C long')
        const skip = Number(clip(place, BigInt(self.remaining)))
        self.next += skip * self.step
        self.remaining -= skip
        return None
      }
    ),
  ],
})

const longMethod = methods<PyLongRangeIterator>()

export const longRangeIteratorType = defineType('longrange_iterator', {
  doc: 'Iterates over a range of ints of any size.',
  instance: PyLongRangeIterator,
  slots: {
    iter: (self: PyLongRangeIterator) => self,
    next(self) {
      if (self.remaining <= 0n) return undefined
      self.remaining--
      const value = self.next
      self.next += self.step
      return newInt(value)
    },
  },
  methods: () => [
    longMethod(
      '__length_hint__(self, /)',
      'Answer the number of items left.',
      (self) => newInt(self.remaining),
    ),
    longMethod(
      '__reduce__(self, /)',
      'Help pickle.',
      (self, py) => reduced(self.next, self.step, self.remaining, py),
    ),
    longMethod(
      '__setstate__(self, object: object, /)',
      'Help pickle.',
      (self, state, py) => {
        // It is compared as it is: only an int is less than one.
        less(state, newInt(0), py)
        const skip = clip(bigValue(index(state, py)), self.remaining)
        self.next += skip * self.step
        self.remaining -= skip
        return None
      }
    ),
  ],
})
