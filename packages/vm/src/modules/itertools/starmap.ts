// itertools.starmap: a function over tuples of arguments.
import { PyObject, type Visit } from '../../data/object.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { next, collect } from '../../protocols/iterate.ts'
import { reduced } from './pickling.ts'

class StarMap extends PyObject {
  readonly func: Value
  readonly iterator: PyObject
  constructor(func: Value, iterator: PyObject) {
    super()
    this.func = func
    this.iterator = iterator
  }
  override traverse(visit: Visit): void {
    visit(this.func)
    visit(this.iterator)
  }
}

export const starmap: PyType = defineType('itertools.starmap(function: object, iterable: iterator, /)', {
  doc: 'Iterates over function(*item) for each item.',
  instance: StarMap,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, func, iterator) => new StarMap(func, iterator),
  slots: {
    iter: (self: StarMap) => self,
    next(self: StarMap, py) {
      const args = next(self.iterator, py)
      return args === undefined ? undefined : call(self.func, collect(args, py), py)
    },
  },
  methods: () => [
    methods<StarMap>()('__reduce__(self, /)', 'Help pickle.', (self, py) => reduced(py, typeOf(self), [self.func, self.iterator])),
  ],
})
