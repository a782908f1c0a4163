// Set algebra. Which operand is walked, and in which order members go in, is CPython's: the order of the result shows.
import { PyDict } from '../../data/dict.ts'
import { newSet, PyFrozenSet, PySet } from '../../data/set.ts'
import type { Value } from '../../data/values.ts'
import { forEach } from '../../protocols/iterate.ts'
import type { Thread } from '../../thread.ts'

/** A blank set of the same builtin class. */
export function blankLike(set: PySet): PySet {
  return set instanceof PyFrozenSet ? new PyFrozenSet() : newSet()
}

/** Add all members of an iterable. */
export function update(self: PySet, iterable: Value, py: Thread): void {
  if (iterable instanceof PySet) {
    self.merge(iterable, py.keys)
    return
  }
  if (iterable instanceof PyDict && iterable.type.slots.iter === PyDict.prototype.type.slots.iter) {
    self.reserve(iterable.size, py.keys)
    for (let i = 0; i < iterable.keys.length; i++) {
      const key = iterable.keys[i]
      if (key !== undefined) self.add(key, py.keys, iterable.hashAt(i))
    }
    return
  }
  forEach(iterable, py, (item) => void self.add(item, py.keys))
}

export function setOf(iterable: Value, py: Thread): PySet {
  const made = newSet()
  update(made, iterable, py)
  return made
}

export function copyOf(self: PySet, py: Thread): PySet {
  const made = blankLike(self)
  made.merge(self, py.keys)
  return made
}

export function intersection(self: PySet, other: Value, py: Thread): PySet {
  if (self === other) return copyOf(self, py)
  const made = blankLike(self)
  if (other instanceof PySet) {
    const [walked, asked] = other.size > self.size ? [self, other] : [other, self]
    walked.visitAll(py.keys, (item, hash) => {
      if (asked.has(item, py.keys, hash)) made.add(item, py.keys, hash)
    })
    return made
  }
  forEach(other, py, (item) => {
    if (self.has(item, py.keys)) made.add(item, py.keys)
  })
  return made
}

export function intersectionOfAll(self: PySet, others: readonly Value[], py: Thread): PySet {
  if (others.length === 0) return copyOf(self, py)
  let made = self
  for (const other of others) made = intersection(made, other, py)
  return made
}

export function differenceUpdate(self: PySet, other: Value, py: Thread): void {
  if (self === other) {
    self.clear()
    return
  }
  if (other instanceof PySet) {
    // Much the larger: look only at what both have.
    const walked = other.size >> 3 > self.size ? intersection(self, other, py) : other
    walked.visitAll(py.keys, (item, hash) => void self.delete(item, py.keys, hash))
  } else forEach(other, py, (item) => void self.delete(item, py.keys))
  self.order(py.keys).compact()
}

export function difference(self: PySet, other: Value, py: Thread): PySet {
  const size = other instanceof PySet || other instanceof PyDict ? other.size : undefined
  if (size === undefined || self.size >> 2 > size) {
    const made = copyOf(self, py)
    differenceUpdate(made, other, py)
    return made
  }
  const made = blankLike(self)
  const table = other as PySet | PyDict
  self.visitAll(py.keys, (item, hash) => {
    const there = table instanceof PyDict ? table.find(item, py.keys, hash) >= 0 : table.has(item, py.keys, hash)
    if (!there) made.add(item, py.keys, hash)
  })
  return made
}

export function symmetricUpdate(self: PySet, other: Value, py: Thread): void {
  if (self === other) {
    self.clear()
    return
  }
  const toggle = (item: Value, hash: number | bigint | undefined): void => {
    if (!self.delete(item, py.keys, hash)) self.add(item, py.keys, hash)
  }
  if (other instanceof PyDict) {
    other.keys.slice().forEach((key, i) => {
      if (key !== undefined) toggle(key, other.hashAt(i))
    })
  } else (other instanceof PySet ? other : setOf(other, py)).visitAll(py.keys, toggle)
}

export function symmetricDifference(self: PySet, other: Value, py: Thread): PySet {
  const made = blankLike(self)
  update(made, other, py)
  symmetricUpdate(made, self, py)
  return made
}

export function isSubset(self: PySet, other: Value, py: Thread): boolean {
  const set = other instanceof PySet ? other : setOf(other, py)
  if (self.size > set.size) return false
  return self.isWithin(set, py.keys)
}

export function isSuperset(self: PySet, other: Value, py: Thread): boolean {
  if (other instanceof PySet) return isSubset(other, self, py)
  let all = true
  forEach(other, py, (item) => (all = self.has(item, py.keys)))
  return all
}

export function isDisjoint(self: PySet, other: Value, py: Thread): boolean {
  if (self === other) return self.size === 0
  if (other instanceof PySet) {
    const [walked, asked] = other.size > self.size ? [self, other] : [other, self]
    let apart = true
    walked.visitAll(py.keys, (item, hash) => (apart = !asked.has(item, py.keys, hash)))
    return apart
  }
  let disjoint = true
  forEach(other, py, (item) => (disjoint = !self.has(item, py.keys)))
  return disjoint
}
