// Iterators over lists and tuples, forwards and (lists) backwards.
import { PyListIterator, PyTupleIterator } from '../../data/iterators.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import type { PyList } from '../../data/sequences.ts';
import { newList, newTuple } from '../../data/sequences.ts'
import { newInt } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'

export class PyListReverseIterator extends PyObject {
  list: PyList | undefined
  index: number
  constructor(list: PyList) {
    super()
    this.list = list
    this.index = list.items.length - 1
  }
  override traverse(visit: Visit): void {
    if (this.list !== undefined) visit(this.list)
  }
}

const forward = methods<PyListIterator>()
const backward = methods<PyListReverseIterator>()
const overTuple = methods<PyTupleIterator>()

export const listIteratorType = defineType('list_iterator', {
  doc: 'Iterates over a list.',
  instance: PyListIterator,
  slots: {
    iter: (self: PyListIterator) => self,
    next(self) {
      const { list } = self
      if (list !== undefined && self.index < list.items.length) return list.items[self.index++]
      self.list = undefined
      return undefined
    },
  },
  methods: () => [
    forward('__length_hint__(self, /)', 'Answer how many items are left.', (self) =>
      newInt(self.list === undefined ? 0 : Math.max(self.list.items.length - self.index, 0)),
    ),
    forward('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      self.list === undefined
        ? newTuple([builtinNamed('iter', py), newTuple([newList([])])])
        : newTuple([builtinNamed('iter', py), newTuple([self.list]), newInt(self.index)]),
    ),
    forward('__setstate__(self, object: exactsize, /)', 'Go to a place.', (self, state) => {
      if (self.list !== undefined) self.index = Math.min(Math.max(state, 0), self.list.items.length)
    }),
  ],
})

export const listReverseIteratorType = defineType('list_reverseiterator', {
  doc: 'Iterates over a list from its end.',
  instance: PyListReverseIterator,
  slots: {
    iter: (self: PyListReverseIterator) => self,
    next(self: PyListReverseIterator) {
      const { list } = self
      if (list !== undefined && self.index >= 0 && self.index < list.items.length) return list.items[self.index--]
      self.index = -1
      self.list = undefined
      return undefined
    },
  },
  methods: () => [
    backward('__length_hint__(self, /)', 'Answer how many items are left.', (self) =>
      newInt(self.list === undefined || self.list.items.length < self.index + 1 ? 0 : self.index + 1),
    ),
    backward('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      self.list === undefined
        ? newTuple([builtinNamed('iter', py), newTuple([newList([])])])
        : newTuple([builtinNamed('reversed', py), newTuple([self.list]), newInt(self.index)]),
    ),
    backward('__setstate__(self, object: exactsize, /)', 'Go to a place.', (self, state) => {
      if (self.list !== undefined) self.index = Math.min(Math.max(state, -1), self.list.items.length - 1)
    }),
  ],
})

export const tupleIteratorType = defineType('tuple_iterator', {
  doc: 'Iterates over a tuple.',
  instance: PyTupleIterator,
  slots: {
    iter: (self: PyTupleIterator) => self,
    next(self: PyTupleIterator) {
      const { tuple } = self
      if (tuple !== undefined && self.index < tuple.items.length) return tuple.items[self.index++]
      self.tuple = undefined
      return undefined
    },
  },
  methods: () => [
    overTuple('__length_hint__(self, /)', 'Answer how many items are left.', (self) =>
      newInt(self.tuple === undefined ? 0 : self.tuple.items.length - self.index),
    ),
    overTuple('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      self.tuple === undefined
        ? newTuple([builtinNamed('iter', py), newTuple([newTuple([])])])
        : newTuple([builtinNamed('iter', py), newTuple([self.tuple]), newInt(self.index)]),
    ),
    overTuple('__setstate__(self, object: exactsize, /)', 'Go to a place.', (self, state) => {
      if (self.tuple !== undefined) self.index = Math.min(Math.max(state, 0), self.tuple.items.length)
    }),
  ],
})
