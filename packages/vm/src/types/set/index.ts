// set and frozenset.
import { hashFrozenSet } from '@pellucid/primitives'
import { newList, newTuple } from '../../data/sequences.ts'
import { newSet, PyFrozenSet, PySet } from '../../data/set.ts'
import { Compare } from '../../data/slots.ts'
import { structOf } from '../../data/struct-sizes.ts'
import { TypeFlags, type PyType, typeOf } from '../../data/type.ts'
import { newInt, newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { refuseKeywords } from '../../object/keyword-count.ts'
import { defineType, withClass, type SlotsOf } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { KeyError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { hashOf } from '../../protocols/hash.ts'
import { isRaised, raise, raiseWith } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../generic-alias.ts'
import { PySetIterator } from './iterator.ts'
import {
  copyOf, difference, differenceUpdate, intersection, intersectionOfAll, isDisjoint, isSubset, isSuperset,
  symmetricDifference, symmetricUpdate, update,
} from './operations.ts'

const method = methods<PySet>()

/** A set looked for in a set stands for its frozen self; anything else unhashable is an error. */
function withFrozen<T>(key: Value, py: Thread, ask: (key: Value) => T): T {
  try {
    return ask(key)
  } catch (caught) {
    if (!(key instanceof PySet) || !isRaised(caught, PyTypeError)) throw caught
    const frozen = new PyFrozenSet()
    frozen.merge(key, py.keys)
    return ask(frozen)
  }
}

function containsMember(self: PySet, key: Value, py: Thread): boolean {
  return key instanceof PySet ? withFrozen(key, py, (plain) => self.has(plain, py.keys)) : self.has(key, py.keys)
}

function setRepr(self: PySet, py: Thread) {
  const { name } = typeOf(self)
  if (self.size === 0) return newStr(`${name}()`)
  return guardRepr(self, `${name}(...)`, py, () => {
    const items = self.items(py.keys).map((item) => reprText(item, py)).join(', ')
    return self.type === PySet.prototype.type ? `{${items}}` : `${name}({${items}})`
  })
}

function compareSets(self: PySet, other: Value, op: Compare, py: Thread): Value {
  if (!(other instanceof PySet)) return NotImplemented
  const alike = (): boolean => {
    if (self.size !== other.size) return false
    if (self instanceof PyFrozenSet && other instanceof PyFrozenSet && self.hash !== undefined && other.hash !== undefined) {
      if (self.hash !== other.hash) return false
    }
    return isSubset(self, other, py)
  }
  switch (op) {
    case Compare.EQ:
      return alike()
    case Compare.NE:
      return !alike()
    case Compare.LE:
      return isSubset(self, other, py)
    case Compare.GE:
      return isSuperset(self, other, py)
    case Compare.LT:
      return self.size < other.size && isSubset(self, other, py)
    default:
      return self.size > other.size && isSuperset(self, other, py)
  }
}

type SetOperation = (self: PySet, other: Value, py: Thread) => PySet

/** An operator: both operands must be sets. */
const operator = (operation: SetOperation) => (left: Value, right: Value, py: Thread) =>
  left instanceof PySet && right instanceof PySet ? operation(left, right, py) : NotImplemented

const inplaceOperator = (operation: (self: PySet, other: Value, py: Thread) => void) => (left: Value, right: Value, py: Thread) => {
  if (!(left instanceof PySet) || !(right instanceof PySet)) return NotImplemented
  operation(left, right, py)
  return left
}

const union: SetOperation = (self, other, py) => {
  const made = copyOf(self, py)
  if (self !== other) update(made, other, py)
  return made
}

function intersectionUpdate(self: PySet, others: readonly Value[], py: Thread): void {
  self.takeOver(intersectionOfAll(self, others, py), py.keys)
}

const sharedSlots = {
  repr: setRepr,
  richcompare: compareSets,
  iter: (self: PySet) => new PySetIterator(self),
  len: (self: PySet) => self.size,
  contains: containsMember,
  subtract: operator(difference),
  and: operator(intersection),
  xor: operator(symmetricDifference),
  or: operator(union),
} satisfies SlotsOf<PySet>

/** Methods of both classes, made anew for each. */
const sharedMethods = (): BuiltinDefinition[] => [
  method('__contains__(self, object: object, /)', 'Answer whether object is a member.', containsMember),
  method('copy(self, /)', 'Answer a shallow copy.', (self, py) =>
    self instanceof PyFrozenSet && self.type === PyFrozenSet.prototype.type ? self : copyOf(self, py),
  ),
  method('difference(self, /, *others)', 'Answer the members that no other set has.', (self, others, py) => {
    if (others.length === 0) return copyOf(self, py)
    const made = difference(self, others[0] as Value, py)
    for (const other of others.slice(1)) differenceUpdate(made, other, py)
    return made
  }),
  method('intersection(self, /, *others)', 'Answer the members that all other sets have too.', intersectionOfAll),
  method('isdisjoint(self, other: object, /)', 'Tell whether no member is in the other set.', isDisjoint),
  method('issubset(self, other: object, /)', 'Tell whether the other set has all members.', isSubset),
  method('issuperset(self, other: object, /)', "Tell whether this set has all of the other's members.", isSuperset),
  method('symmetric_difference(self, other: object, /)', 'Answer the members that only one of both sets has.', symmetricDifference),
  method('union(self, /, *others)', 'Answer the members of all the sets.', (self, others, py) => {
    const made = copyOf(self, py)
    for (const other of others) if (other !== self) update(made, other, py)
    return made
  }),
  method('__reduce__(self, /)', 'Help pickle.', (self, py) =>
    newTuple([typeOf(self), newTuple([newList(self.items(py.keys))]), callMethod(self, '__getstate__', [], py)]),
  ),
  method('__sizeof__(self, /)', 'Answer the size of the set in memory, in bytes.', (self, py) => {
    const slots = self.order(py.keys).slots
    return newInt(structOf(typeOf(self)).basic + (slots > 8 ? slots * 16 : 0))
  }),
  classGetItem(),
]

export const setType: PyType = defineType('set(iterable: object = <unrepresentable>, /)', {
  doc: 'A mutable collection of distinct members.',
  instance: PySet,
  subclassable: true,
  hasWeakrefs: true,
  text: '(iterable=(), /)',
  flags: TypeFlags.MATCH_SELF,
  newRaw: (cls) => withClass(newSet(), cls),
  initRaw(self: PySet, args, names, py) {
    if (names !== undefined && names.length > 0) raise(PyTypeError, 'set() takes no keyword arguments')
    if (args.length > 1) raise(PyTypeError, `${typeOf(self).tpName} expected at most 1 argument, got ${args.length}`)
    const iterable = args[0]
    if (self.size > 0) self.clear()
    if (iterable !== undefined) update(self, iterable, py)
  },
  slots: {
    ...sharedSlots,
    inplaceSubtract: inplaceOperator(differenceUpdate),
    inplaceAnd: inplaceOperator((self, other, py) => intersectionUpdate(self, [other], py)),
    inplaceXor: inplaceOperator(symmetricUpdate),
    inplaceOr: inplaceOperator(update),
  },
  methods: () => [
    method('add(self, object: object, /)', 'Add a member.', (self, object, py) => void self.add(object, py.keys)),
    method('clear(self, /)', 'Remove all members.', (self) => self.clear()),
    method('discard(self, object: object, /)', 'Remove a member if it is there.', (self, object, py) =>
      void withFrozen(object, py, (key) => self.delete(key, py.keys)),
    ),
    method('difference_update(self, /, *others)', 'Remove the members of other sets.', (self, others, py) => {
      for (const other of others) differenceUpdate(self, other, py)
    }),
    method('intersection_update(self, /, *others)', 'Keep only the members that all other sets have.', intersectionUpdate),
    method('pop(self, /)', 'Remove a member and answer it; KeyError when there is none.', (self, py) =>
      self.pop(py.keys) ?? raiseWith(KeyError, newStr('pop from an empty set')),
    ),
    method('remove(self, object: object, /)', 'Remove a member; KeyError when it is not there.', (self, object, py) => {
      if (!withFrozen(object, py, (key) => self.delete(key, py.keys))) raiseWith(KeyError, object)
    }),
    method('symmetric_difference_update(self, other: object, /)', 'Keep the members that only one of both sets has.', symmetricUpdate),
    method('update(self, /, *others)', 'Add the members of other sets.', (self, others, py) => {
      for (const other of others) update(self, other, py)
    }),
    ...sharedMethods(),
  ],
  constants: () => ({ __hash__: None }),
})

export const frozensetType: PyType = defineType('frozenset(iterable: object = <unrepresentable>, /)', {
  doc: 'An immutable collection of distinct members.',
  instance: PyFrozenSet,
  subclassable: true,
  hasWeakrefs: true,
  text: '(iterable=(), /)',
  flags: TypeFlags.MATCH_SELF,
  newRaw(cls, args, names, py) {
    refuseKeywords('frozenset', cls, frozensetType, names)
    const given = args.length - (names?.length ?? 0)
    if (given > 1) raise(PyTypeError, `frozenset expected at most 1 argument, got ${given}`)
    const iterable = given > 0 ? args[0] : undefined
    if (cls === frozensetType && iterable instanceof PyFrozenSet && iterable.type === frozensetType) return iterable
    const made = new PyFrozenSet()
    if (iterable !== undefined) update(made, iterable, py)
    return withClass(made, cls)
  },
  slots: {
    ...sharedSlots,
    hash(self: PyFrozenSet, py) {
      return (self.hash ??= hashFrozenSet(self.items(py.keys).map((item) => hashOf(item, py))))
    },
  },
  methods: () => sharedMethods(),
})
