// itertools.dropwhile: the items from the first that fails a test on.
import { PyObject, type Visit } from '../../data/object.ts'
import { newInt, type Value } from '../../data/values.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { next } from '../../protocols/iterate.ts'
import { truth } from '../../protocols/truth.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class DropWhile extends PyObject {
  readonly predicate: Value
  readonly iterator: PyObject
  started = false
  constructor(predicate: Value, iterator: PyObject) {
    super()
    this.predicate = predicate
    this.iterator = iterator
  }
  override traverse(visit: Visit): void {
    visit(this.predicate)
    visit(this.iterator)
  }
}

export const dropwhile: PyType = defineType('itertools.dropwhile(predicate: object, iterable: iterator, /)', {
  doc: 'Iterates over the items from the first on that fails the predicate.',
  instance: DropWhile,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, predicate, iterator) => new DropWhile(predicate, iterator),
  slots: {
    iter: (self: DropWhile) => self,
    next(self: DropWhile, py) {
      for (;;) {
        const item = next(self.iterator, py)
        if (item === undefined || self.started) return item
        if (truth(call(self.predicate, [item], py), py)) continue
        self.started = true
        return item
      }
    },
  },
  methods: () => [
    methods<DropWhile>()('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      reduced(py, typeOf(self), [self.predicate, self.iterator], newInt(self.started ? 1 : 0)),
    ),
    methods<DropWhile>()('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      self.started = truth(state, py)
    }),
  ],
})
