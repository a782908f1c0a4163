// iter(sequence) where the sequence has `__getitem__` alone.
import { newTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { newInt, NotImplemented } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { builtinNamed } from '../protocols/builtins-of.ts'
import { IndexError, StopIteration } from '../protocols/exceptions.ts'
import { isRaised } from '../protocols/raise.ts'
import { PySequenceIterator } from '../protocols/sequence-iterator.ts'
import { getItem, length } from '../protocols/subscript.ts'

const overSequence = methods<PySequenceIterator>()

defineType('iterator', {
  doc: 'Iterates over a sequence by asking for items 0, 1, 2…',
  instance: PySequenceIterator,
  slots: {
    iter: (self: PySequenceIterator) => self,
    next(self: PySequenceIterator, py) {
      const { sequence } = self
      if (sequence === undefined) return undefined
      try {
        const item = getItem(sequence, newInt(self.index), py)
        self.index++
        return item
      } catch (caught) {
        if (!isRaised(caught, IndexError) && !isRaised(caught, StopIteration)) throw caught
        self.sequence = undefined
        return undefined
      }
    },
  },
  methods: () => [
    overSequence('__length_hint__(self, /)', 'Answer how many items are left.', (self, py) => {
      if (self.sequence === undefined) return newInt(0)
      if (typeOf(self.sequence).slots.len === undefined) return NotImplemented
      return newInt(Math.max(length(self.sequence, py) - self.index, 0))
    }),
    overSequence('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      self.sequence === undefined
        ? newTuple([builtinNamed('iter', py), newTuple([newTuple([])])])
        : newTuple([builtinNamed('iter', py), newTuple([self.sequence]), newInt(self.index)]),
    ),
    overSequence('__setstate__(self, object: exactsize, /)', 'Go to a place.', (self, state) => {
      if (self.sequence !== undefined) self.index = Math.max(state, 0)
    }),
  ],
})
