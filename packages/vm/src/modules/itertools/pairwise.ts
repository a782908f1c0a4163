// itertools.pairwise: overlapping pairs.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import type { PyType } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { defineType } from '../../object/define-type.ts'
import { next } from '../../protocols/iterate.ts'

class Pairwise extends PyObject {
  /** Undefined once exhausted. */
  iterator: PyObject | undefined
  old: Value | undefined = undefined
  constructor(iterator: PyObject) {
    super()
    this.iterator = iterator
  }
  override traverse(visit: Visit): void {
    if (this.iterator !== undefined) visit(this.iterator)
    if (this.old !== undefined) visit(this.old)
  }
}

export const pairwise: PyType = defineType('itertools.pairwise(iterable: iterator, /)', {
  doc: 'Iterates over the pairs of an item and its successor.',
  instance: Pairwise,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, iterator) => new Pairwise(iterator),
  slots: {
    iter: (self: Pairwise) => self,
    next(self: Pairwise, py) {
      if (self.iterator === undefined) return undefined
      if (self.old === undefined) {
        const first = next(self.iterator, py)
        // Reading may have come back here.
        if (first === undefined || self.iterator === undefined) {
          self.iterator = undefined
          return undefined
        }
        self.old = first
      }
      const old = self.old
      const item = self.iterator === undefined ? undefined : next(self.iterator, py)
      if (item === undefined) {
        self.iterator = undefined
        self.old = undefined
        return undefined
      }
      self.old = item
      return newTuple([old, item])
    },
  },
})
