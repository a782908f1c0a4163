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
    for (const item of walked.items(py.keys)) if (asked.has(item, py.keys)) made.add(item, py.keys)
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
    for (const item of walked.items(py.keys)) self.delete(item, py.keys)
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
  for (const item of self.items(py.keys)) {
    const there = table instanceof PyDict ? table.find(item, py.keys) >= 0 : table.has(item, py.keys)
    if (!there) made.add(item, py.keys)
  }
  return made
}

export function symmetricUpdate(self: PySet, other: Value, py: Thread): void {
  if (self === other) {
    self.clear()
    return
  }
  let items: Value[]
  if (other instanceof PyDict) items = other.keys.filter((key): key is Value => key !== undefined)
  else items = (other instanceof PySet ? other : setOf(other, py)).items(py.keys)
  for (const item of items) if (!self.delete(item, py.keys)) self.add(item, py.keys)
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
  for (const item of self.items(py.keys)) if (!set.has(item, py.keys)) return false
  return true
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
    return !walked.items(py.keys).some((item) => asked.has(item, py.keys))
  }
  let disjoint = true
  forEach(other, py, (item) => (disjoint = !self.has(item, py.keys)))
  return disjoint
}
