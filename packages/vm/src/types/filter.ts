// filter: the items that pass a test.
import { PyObject, type Visit } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import { type PyType, typeOf } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { refuseKeywords } from '../object/keyword-count.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { call } from '../protocols/call.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { iterate } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'

export class PyFilter extends PyObject {
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

function nextPassing(self: PyFilter, py: Thread): Value | undefined {
  const { func, iterator } = self
  const { next } = iterator.type.slots
  for (;;) {
    const item = next?.(iterator, py)
    if (item === undefined) return undefined
    if (truth(func === None ? item : call(func, [item], py), py)) return item
    // What never passes must still hear Ctrl-C.
    if (--py.budget <= 0) py.budget = py.tick()
  }
}

export const filterType: PyType = defineType('filter(function: object, iterable: object, /)', {
  doc: 'Iterates over the items for which a function answers true (without one: the true items).',
  instance: PyFilter,
  subclassable: true,
  keepsToItself: true,
  text: '(function, iterable, /)',
  newRaw(cls, args, names, py) {
    const named = names?.length ?? 0
    refuseKeywords('filter', cls, filterType, names)
    const given = args.length - named
    if (given !== 2) raise(PyTypeError, `filter expected 2 arguments, got ${given}`)
    const func = args[0] as Value
    return withClass(new PyFilter(func, iterate(args[1] as Value, py)), cls)
  },
  slots: { iter: (self: PyFilter) => self, next: nextPassing },
  methods: () => [
    methods<PyFilter>()('__reduce__(self, /)', 'Help pickle.', (self) =>
      newTuple([typeOf(self), newTuple([self.func, self.iterator])]),
    ),
  ],
})
