// itertools.takewhile: the items up to the first that fails a test.
import { PyObject, type Visit } from '../../data/object.ts'
import { newInt, type Value } from '../../data/values.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { next } from '../../protocols/iterate.ts'
import { truth } from '../../protocols/truth.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class TakeWhile extends PyObject {
  readonly predicate: Value
  readonly iterator: PyObject
  stopped = false
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

export const takewhile: PyType = defineType('itertools.takewhile(predicate: object, iterable: iterator, /)', {
  doc: 'Iterates over the items as long as they pass the predicate.',
  instance: TakeWhile,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, predicate, iterator) => new TakeWhile(predicate, iterator),
  slots: {
    iter: (self: TakeWhile) => self,
    next(self: TakeWhile, py) {
      if (self.stopped) return undefined
      const item = next(self.iterator, py)
      if (item === undefined) return undefined
      if (truth(call(self.predicate, [item], py), py)) return item
      self.stopped = true
      return undefined
    },
  },
  methods: () => [
    methods<TakeWhile>()('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      reduced(py, typeOf(self), [self.predicate, self.iterator], newInt(self.stopped ? 1 : 0)),
    ),
    methods<TakeWhile>()('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      self.stopped = truth(state, py)
    }),
  ],
})
