// itertools.compress: the items whose selector is true.
import { PyObject, type Visit } from '../../data/object.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { next } from '../../protocols/iterate.ts'
import { truth } from '../../protocols/truth.ts'
import { reduced } from './pickling.ts'

class Compress extends PyObject {
  readonly data: PyObject
  readonly selectors: PyObject
  constructor(data: PyObject, selectors: PyObject) {
    super()
    this.data = data
    this.selectors = selectors
  }
  override traverse(visit: Visit): void {
    visit(this.data)
    visit(this.selectors)
  }
}

export const compress: PyType = defineType('itertools.compress(data: iterator, selectors: iterator)', {
  doc: 'Iterates over the items of data whose selector is true.',
  instance: Compress,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, data, selectors) => new Compress(data, selectors),
  slots: {
    iter: (self: Compress) => self,
    next(self: Compress, py) {
      for (;;) {
        const item = next(self.data, py)
        if (item === undefined) return undefined
        const selector = next(self.selectors, py)
        if (selector === undefined) return undefined
        if (truth(selector, py)) return item
      }
    },
  },
  methods: () => [
    methods<Compress>()('__reduce__(self, /)', 'Help pickle.', (self, py) => reduced(py, typeOf(self), [self.data, self.selectors])),
  ],
})
