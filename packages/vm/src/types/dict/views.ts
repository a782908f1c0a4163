// dict.keys(), dict.values(), dict.items(): live views; keys and items take part in set operations.
import type { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { PyTuple } from '../../data/sequences.ts'
import { newSet, PySet } from '../../data/set.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, type SlotsOf } from '../../object/define-type.ts'
import { equal } from '../../protocols/compare.ts'
import { forEach } from '../../protocols/iterate.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { contains, length } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { newMappingProxy } from '../mappingproxy.ts'
import {
  PyDictItemIterator, PyDictKeyIterator, PyDictReverseItemIterator, PyDictReverseKeyIterator, PyDictReverseValueIterator,
  PyDictValueIterator,
} from './iterators.ts'

export abstract class PyDictView extends PyObject {
  readonly mapping: PyDict
  constructor(mapping: PyDict) {
    super()
    this.mapping = mapping
  }
  override traverse(visit: Visit): void {
    visit(this.mapping)
  }
}
export class PyDictKeys extends PyDictView {}
export class PyDictValues extends PyDictView {}
export class PyDictItems extends PyDictView {}

/** Sets, and views that behave as sets. */
function isSetLike(value: Value): value is PyObject {
  return value instanceof PySet || value instanceof PyDictKeys || value instanceof PyDictItems
}

function toSet(iterable: Value, py: Thread): PySet {
  const set = newSet()
  updateSet(set, iterable, py)
  return set
}

function updateSet(set: PySet, iterable: Value, py: Thread): void {
  if (iterable instanceof PySet) set.merge(iterable, py.keys)
  else forEach(iterable, py, (item) => void set.add(item, py.keys))
}

/** Is every item of `left` in `right`? */
function allIn(left: Value, right: Value, py: Thread): boolean {
  let all = true
  forEach(left, py, (item) => (all = contains(right, item, py)))
  return all
}

function compareViews(self: PyObject, other: Value, op: Compare, py: Thread): Value {
  if (!isSetLike(other)) return NotImplemented
  const mine = length(self, py)
  const theirs = length(other, py)
  switch (op) {
    case Compare.EQ:
      return mine === theirs && allIn(self, other, py)
    case Compare.NE:
      return !(mine === theirs && allIn(self, other, py))
    case Compare.LT:
      return mine < theirs && allIn(self, other, py)
    case Compare.LE:
      return mine <= theirs && allIn(self, other, py)
    case Compare.GT:
      return mine > theirs && allIn(other, self, py)
    default:
      return mine >= theirs && allIn(other, self, py)
  }
}

function intersect(left: Value, right: Value, py: Thread): Value {
  let self = left
  let other = right
  // The view may be either operand; iterate over the other one, but never over more than need be.
  if (!(self instanceof PyDictView)) [self, other] = [other, self]
  if (other instanceof PySet && other.type === PySet.prototype.type && other.size > length(self, py)) {
    const members = other
    const result = newSet()
    forEach(self, py, (item) => {
      if (members.has(item, py.keys)) result.add(item, py.keys)
    })
    return result
  }
  if (other instanceof PyDictView && !(other instanceof PyDictValues) && length(other, py) > length(self, py)) [self, other] = [other, self]
  const result = newSet()
  forEach(other, py, (item) => {
    if (contains(self, item, py)) result.add(item, py.keys)
  })
  return result
}

function subtract(left: Value, right: Value, py: Thread): Value {
  const result = toSet(left, py)
  forEach(right, py, (item) => void result.delete(item, py.keys))
  return result
}

function union(left: Value, right: Value, py: Thread): Value {
  const result = toSet(left, py)
  updateSet(result, right, py)
  return result
}

function symmetricDifference(left: Value, right: Value, py: Thread): Value {
  const result = toSet(left, py)
  const other = right instanceof PySet ? right : toSet(right, py)
  for (const item of other.items(py.keys)) if (!result.delete(item, py.keys)) result.add(item, py.keys)
  return result
}

const isDisjoint = (self: PyObject, other: Value, py: Thread): boolean => {
  if (self === other) return length(self, py) === 0
  let [over, within]: [Value, Value] = [other, self]
  if (isSetLike(other) && length(other, py) > length(self, py)) [over, within] = [self, other]
  let disjoint = true
  forEach(over, py, (item) => (disjoint = !contains(within, item, py)))
  return disjoint
}

function viewRepr(self: PyDictView, py: Thread) {
  const { name } = typeOf(self)
  return guardRepr(self, '...', py, () => {
    const items: string[] = []
    forEach(self, py, (item) => void items.push(reprText(item, py)))
    return `${name}([${items.join(', ')}])`
  })
}

const setSlots = {
  richcompare: compareViews,
  subtract,
  and: intersect,
  or: union,
  xor: symmetricDifference,
} satisfies SlotsOf<PyDictView>

function containsPair(self: PyDictItems, item: Value, py: Thread): boolean {
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false
  const found = self.mapping.get(item.items[0] as Value, py.keys)
  return found !== undefined && equal(found, item.items[1] as Value, py)
}

const method = methods<PyDictView>()

const disjoint = () =>
  method('isdisjoint(self, object: object, /)', 'Tell whether the view and an iterable have no item in common.', (self, other, py) =>
    isDisjoint(self, other, py),
  )
const mapping = { get: (self: PyDictView) => newMappingProxy(self.mapping), doc: 'the dict, read-only' }

export const dictKeysType: PyType = defineType('dict_keys', {
  doc: 'The keys of a dict.',
  instance: PyDictKeys,
  slots: {
    ...setSlots,
    repr: viewRepr,
    len: (self: PyDictKeys) => self.mapping.size,
    iter: (self: PyDictKeys) => new PyDictKeyIterator(self.mapping, false),
    contains: (self: PyDictKeys, key, py) => self.mapping.find(key, py.keys) >= 0,
  },
  methods: () => [
    disjoint(),
    method('__reversed__(self, /)', 'Iterate from the newest key to the oldest.', (self) => new PyDictReverseKeyIterator(self.mapping, true)),
  ],
  attributes: () => ({ mapping }),
})

export const dictItemsType: PyType = defineType('dict_items', {
  doc: 'The (key, value) pairs of a dict.',
  instance: PyDictItems,
  slots: {
    ...setSlots,
    repr: viewRepr,
    len: (self: PyDictItems) => self.mapping.size,
    iter: (self: PyDictItems) => new PyDictItemIterator(self.mapping, false),
    contains: containsPair,
  },
  methods: () => [
    disjoint(),
    method('__reversed__(self, /)', 'Iterate from the newest item to the oldest.', (self) => new PyDictReverseItemIterator(self.mapping, true)),
  ],
  attributes: () => ({ mapping }),
})

export const dictValuesType: PyType = defineType('dict_values', {
  doc: 'The values of a dict.',
  instance: PyDictValues,
  slots: {
    repr: viewRepr,
    len: (self: PyDictValues) => self.mapping.size,
    iter: (self: PyDictValues) => new PyDictValueIterator(self.mapping, false),
  },
  methods: () => [
    method('__reversed__(self, /)', 'Iterate from the newest value to the oldest.', (self) => new PyDictReverseValueIterator(self.mapping, true)),
  ],
  attributes: () => ({ mapping }),
})
