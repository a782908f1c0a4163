// iter(callable, sentinel).
import { PyObject, type Visit } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import type { Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { builtinNamed } from '../protocols/builtins-of.ts'
import { call } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { StopIteration } from '../protocols/exceptions.ts'
import { isRaised } from '../protocols/raise.ts'

export class PyCallableIterator extends PyObject {
  /** Undefined once exhausted. */
  callable: Value | undefined
  sentinel: Value
  constructor(callable: Value, sentinel: Value) {
    super()
    this.callable = callable
    this.sentinel = sentinel
  }
  override traverse(visit: Visit): void {
    if (this.callable !== undefined) visit(this.callable)
    visit(this.sentinel)
  }
}

export const callableIteratorType = defineType('callable_iterator', {
  doc: 'Iterates over what a callable answers, until it answers the sentinel.',
  instance: PyCallableIterator,
  slots: {
    iter: (self: PyCallableIterator) => self,
    next(self: PyCallableIterator, py) {
      const { callable } = self
      if (callable === undefined) return undefined
      let item: Value
      try {
        item = call(callable, [], py)
      } catch (caught) {
        if (!isRaised(caught, StopIteration)) throw caught
        self.callable = undefined
        return undefined
      }
      // The call may have exhausted this very iterator.
      if (self.callable === undefined) return undefined
      if (!equal(self.sentinel, item, py)) return item
      self.callable = undefined
      return undefined
    },
  },
  methods: () => [
    methods<PyCallableIterator>()('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      self.callable === undefined
        ? newTuple([builtinNamed('iter', py), newTuple([newTuple([])])])
        : newTuple([builtinNamed('iter', py), newTuple([self.callable, self.sentinel])]),
    ),
  ],
})

export function newCallableIterator(callable: Value, sentinel: Value): PyCallableIterator {
  return new PyCallableIterator(callable, sentinel)
}
