// itertools.batched: items in tuples of n.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import type { PyType } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { defineType } from '../../object/define-type.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

class Batched extends PyObject {
  iterator: PyObject | undefined
  readonly size: number
  readonly strict: boolean
  constructor(iterator: PyObject, size: number, strict: boolean) {
    super()
    this.iterator = iterator
    this.size = size
    this.strict = strict
  }
  override traverse(visit: Visit): void {
    if (this.iterator !== undefined) visit(this.iterator)
  }
}

function nextBatch(self: Batched, py: Thread): Value | undefined {
  const { iterator } = self
  if (iterator === undefined) return undefined
  const items: Value[] = []
  while (items.length < self.size) {
    const item = next(iterator, py)
    if (item === undefined) {
      self.iterator = undefined
      if (items.length === 0) return undefined
      if (self.strict) raise(ValueError, 'batched(): incomplete batch')
      break
    }
    items.push(item)
  }
  return newTuple(items)
}

export const batched: PyType = defineType('itertools.batched(iterable: object, n: index, *, strict: bool = False)', {
  doc: 'Iterates over the items in tuples of length n; the last may be shorter.',
  instance: Batched,
  subclassable: true,
  keepsToItself: true,
  new(_cls, iterable, size, strict, py) {
    if (size < 1) raise(ValueError, 'n must be at least one')
    return new Batched(iterate(iterable, py), size, strict)
  },
  slots: { iter: (self: Batched) => self, next: nextBatch },
})
