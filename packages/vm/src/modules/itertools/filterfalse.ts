// itertools.filterfalse: the items that fail a test.
import { PyObject, type Visit } from '../../data/object.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { next } from '../../protocols/iterate.ts'
import { truth } from '../../protocols/truth.ts'
import { reduced } from './pickling.ts'

class FilterFalse extends PyObject {
  readonly predicate: Value
  readonly iterator: PyObject
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

export const filterfalse: PyType = defineType('itertools.filterfalse(function: object, iterable: iterator, /)', {
  doc: 'Iterates over the items for which the function answers false (without one: the false items).',
  instance: FilterFalse,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, predicate, iterator) => new FilterFalse(predicate, iterator),
  slots: {
    iter: (self: FilterFalse) => self,
    next(self: FilterFalse, py) {
      const { predicate } = self
      for (;;) {
        const item = next(self.iterator, py)
        if (item === undefined) return undefined
        if (!truth(predicate === None ? item : call(predicate, [item], py), py)) return item
      }
    },
  },
  methods: () => [
    methods<FilterFalse>()('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      reduced(py, typeOf(self), [self.predicate, self.iterator]),
    ),
  ],
})
