// itertools.cycle: an iterable again and again.
import { PyObject, type Visit } from '../../data/object.ts'
import { listAppend, newList, newTuple, PyList, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { index } from '../../protocols/index-number.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class Cycle extends PyObject {
  /** Undefined after the first pass. */
  iterator: PyObject | undefined
  saved: PyList = newList([])
  index = 0
  /** The first pass after unpickling saves nothing: all is saved already. */
  firstPass = false
  constructor(iterator: PyObject) {
    super()
    this.iterator = iterator
  }
  override traverse(visit: Visit): void {
    if (this.iterator !== undefined) visit(this.iterator)
    visit(this.saved)
  }
}

const method = methods<Cycle>()

export const cycle: PyType = defineType('itertools.cycle(iterable: iterator, /)', {
  doc: 'Iterates over the items of an iterable, then over them again, without end.',
  instance: Cycle,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, iterator) => new Cycle(iterator),
  slots: {
    iter: (self: Cycle) => self,
    next(self: Cycle, py) {
      if (self.iterator !== undefined) {
        const item = next(self.iterator, py)
        if (item !== undefined) {
          if (!self.firstPass) listAppend(self.saved, item)
          return item
        }
        self.iterator = undefined
      }
      const { items } = self.saved
      if (items.length === 0) return undefined
      const item = items[self.index] as Value
      self.index = self.index + 1 >= items.length ? 0 : self.index + 1
      return item
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.iterator !== undefined) return reduced(py, typeOf(self), [self.iterator], newTuple([self.saved, false]))
      const iterator = iterate(self.saved, py)
      if (self.index > 0) callMethod(iterator, '__setstate__', [newInt(self.index)], py)
      return reduced(py, typeOf(self), [iterator], newTuple([self.saved, true]))
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      if (!(state instanceof PyTuple)) return raise(PyTypeError, 'state is not a tuple')
      const [saved, first] = state.items
      const count = state.items.length
      if (saved === undefined || first === undefined || count > 2) {
        return raise(PyTypeError, `function takes exactly 2 arguments (${count} given)`)
      }
      if (!(saved instanceof PyList)) return raise(PyTypeError, `argument 1 must be list, not ${typeOf(saved).tpName}`)
      self.saved = saved
      self.firstPass = index(first, py) !== 0
      self.index = 0
    }),
  ],
})
