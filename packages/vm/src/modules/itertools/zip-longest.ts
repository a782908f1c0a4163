// itertools.zip_longest: items side by side, until the longest iterable ends.
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { warnOfPickling } from './pickling.ts'

class ZipLongest extends PyObject {
  readonly iterators: (PyObject | undefined)[]
  active: number
  fill: Value
  constructor(iterators: PyObject[], fill: Value) {
    super()
    this.iterators = iterators
    this.active = iterators.length
    this.fill = fill
  }
  override traverse(visit: Visit): void {
    for (const iterator of this.iterators) if (iterator !== undefined) visit(iterator)
    visit(this.fill)
  }
}

const method = methods<ZipLongest>()

export const zip_longest: PyType = defineType('itertools.zip_longest(*iterables, fillvalue: object = None)', {
  doc: 'Iterates over tuples with one item of each iterable; fillvalue stands in for those that have ended.',
  instance: ZipLongest,
  subclassable: true,
  keepsToItself: true,
  text: '(*iterables, fillvalue=None)',
  newRaw(cls, args, names, py) {
    const named = names?.length ?? 0
    const given = args.length - named
    let fill: Value = None
    for (let i = 0; i < named; i++) {
      if (names?.[i] !== 'fillvalue') {
        raise(PyTypeError, 'zip_longest() got an unexpected keyword argument')
      }
      fill = args[given + i] as Value
    }
    return withClass(new ZipLongest(args.slice(0, given).map((iterable) => iterate(iterable, py)), fill), cls)
  },
  slots: {
    iter: (self: ZipLongest) => self,
    next(self: ZipLongest, py) {
      const { iterators } = self
      if (iterators.length === 0 || self.active === 0) return undefined
      const items = new Array<Value>(iterators.length)
      for (let i = 0; i < iterators.length; i++) {
        const iterator = iterators[i]
        let item: Value | undefined
        if (iterator !== undefined) {
          try {
            item = next(iterator, py)
          } catch (caught) {
            self.active = 0
            throw caught
          }
          if (item === undefined) {
            iterators[i] = undefined
            if (--self.active === 0) return undefined
          }
        }
        items[i] = item ?? self.fill
      }
      return newTuple(items)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      warnOfPickling(py)
      return newTuple([typeOf(self), newTuple(self.iterators.map((iterator) => iterator ?? emptyTuple)), self.fill])
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      self.fill = state
    }),
  ],
})
