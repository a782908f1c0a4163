// The iterator over sets.
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import type { PySet } from '../../data/set.ts'
import { newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

export class PySetIterator extends PyObject {
  set: PySet | undefined
  /** Slot of the table of probes. */
  place = 0
  size: number
  remaining: number
  constructor(set: PySet) {
    super()
    this.set = set
    this.size = this.remaining = set.size
  }
  override traverse(visit: Visit): void {
    if (this.set !== undefined) visit(this.set)
  }
}

const method = methods<PySetIterator>()

export const setIteratorType = defineType('set_iterator', {
  doc: 'Iterates over a set.',
  instance: PySetIterator,
  slots: {
    iter: (self: PySetIterator) => self,
    next(self: PySetIterator, py) {
      const { set } = self
      if (set === undefined) return undefined
      if (set.size !== self.size) {
        self.size = -1
        raise(RuntimeError, 'Set changed size during iteration')
      }
      const order = set.order(py.keys)
      const place = order.nextSlot(self.place)
      if (place < 0) {
        self.set = undefined
        return undefined
      }
      self.place = place + 1
      self.remaining--
      return order.keyAt(place)
    },
  },
  methods: () => [
    method('__length_hint__(self, /)', 'Answer how many items are left.', (self) =>
      newInt(self.set === undefined || self.set.size !== self.size ? 0 : self.remaining),
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const items: Value[] = []
      if (self.set !== undefined) {
        const order = self.set.order(py.keys)
        for (let at = order.nextSlot(self.place); at >= 0; at = order.nextSlot(at + 1)) items.push(order.keyAt(at))
      }
      return newTuple([builtinNamed('iter', py), newTuple([newList(items)])])
    }),
  ],
})
