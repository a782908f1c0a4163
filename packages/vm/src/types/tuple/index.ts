// tuple.
import { PyTupleIterator } from '../../data/iterators.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { PySlice } from '../../data/slice.ts'
import { TypeFlags, typeOf, type PyType } from '../../data/type.ts'
import { newInt, newStr, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { IndexError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { collect } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { sliceBounds, sliceIndex, sliceItems } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../generic-alias.ts'
import { compareItems, containsItem, countItem, indexOfItem, repeatItems } from '../sequence-compare.ts'
import { hashTuple } from './hash.ts'

const method = methods<PyTuple>()

function tupleItem(self: PyTuple, key: Value, py: Thread): Value {
  if (key instanceof PySlice) {
    const bounds = sliceBounds(key, self.items.length, py)
    if (bounds.step === 1 && bounds.count === self.items.length && self.type === tupleType) return self
    return newTuple(sliceItems(self.items, bounds))
  }
  if (typeof key !== 'number' && typeOf(key).slots.index === undefined) {
    raise(PyTypeError, `tuple indices must be integers or slices, not ${typeOf(key).tpName}`)
  }
  let place = size(key, py, IndexError)
  if (place < 0) place += self.items.length
  return self.items[place] ?? raise(IndexError, 'tuple index out of range')
}

export const tupleType: PyType = defineType('tuple(iterable: object = (), /)', {
  doc: 'An immutable sequence.',
  instance: PyTuple,
  subclassable: true,
  layout: 'variable',
  flags: TypeFlags.SEQUENCE | TypeFlags.MATCH_SELF,
  new(cls, iterable, py) {
    if (cls === tupleType && typeof iterable === 'object' && iterable.type === tupleType) return iterable
    const items = collect(iterable, py)
    return cls === tupleType ? newTuple(items) : new PyTuple(items)
  },
  slots: {
    repr: (self: PyTuple, py) => {
      if (self.items.length === 0) return newStr('()')
      return guardRepr(self, '(...)', py, () => {
        const items = self.items.map((item) => reprText(item, py))
        return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`
      })
    },
    hash: hashTuple,
    richcompare: (self, other, op, py) => (other instanceof PyTuple ? compareItems(self, other, op, py) : NotImplemented),
    iter: (self) => new PyTupleIterator(self),
    len: (self) => self.items.length,
    getitem: tupleItem,
    contains: containsItem,
    concat(self, other) {
      if (!(other instanceof PyTuple)) {
        return raise(PyTypeError, `can only concatenate tuple (not "${typeOf(other).tpName}") to tuple`)
      }
      if (self.items.length === 0 && other.type === tupleType) return other
      if (other.items.length === 0 && self.type === tupleType) return self
      return newTuple(self.items.concat(other.items))
    },
    repeat(self, count) {
      if ((count === 1 || self.items.length === 0) && self.type === tupleType) return self
      return newTuple(repeatItems(self.items, count))
    },
  },
  methods: () => [
    method('__getnewargs__(self, /)', 'Help pickle.', (self) => newTuple([newTuple(self.items.slice())])),
    method(
      'index(self, value: object, start: object = 0, stop: object = sys.maxsize, /)',
      'Answer the place of the first item equal to value; ValueError when there is none.',
      (self, value, start, stop, py) => {
        const place = indexOfItem(self, value, sliceIndex(start, py, false), sliceIndex(stop, py, false), py)
        return place < 0 ? raise(ValueError, 'tuple.index(x): x not in tuple') : newInt(place)
      },
    ),
    method('count(self, value: object, /)', 'Answer how many items are equal to value.', (self, value, py) =>
      newInt(countItem(self, value, py)),
    ),
    classGetItem(),
  ],
})
