// itertools.chain: one iterable after another.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { PyTupleIterator } from '../../data/iterators.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { refuseKeywords } from '../../object/keyword-count.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../../types/generic-alias.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class Chain extends PyObject {
  /** Iterator over the iterables; undefined once exhausted. */
  source: PyObject | undefined
  active: PyObject | undefined = undefined
  constructor(source: PyObject) {
    super()
    this.source = source
  }
  override traverse(visit: Visit): void {
    if (this.source !== undefined) visit(this.source)
    if (this.active !== undefined) visit(this.active)
  }
}

function nextChained(self: Chain, py: Thread): Value | undefined {
  while (self.source !== undefined) {
    if (self.active === undefined) {
      const iterable = next(self.source, py)
      if (iterable === undefined) {
        self.source = undefined
        return undefined
      }
      try {
        self.active = iterate(iterable, py)
      } catch (caught) {
        self.source = undefined
        throw caught
      }
    }
    const item = next(self.active, py)
    if (item !== undefined) return item
    self.active = undefined
  }
  return undefined
}

const method = methods<Chain>()
const isIterator = (value: Value | undefined): value is PyObject =>
  value instanceof PyObject && typeOf(value).slots.next !== undefined

export const chain: PyType = defineType('itertools.chain(*iterables)', {
  doc: 'Iterates over the items of the first iterable, then of the second, and so on.',
  instance: Chain,
  subclassable: true,
  keepsToItself: true,
  text: '(*iterables)',
  newRaw(cls, args, names) {
    refuseKeywords('chain', cls, chain, names)
    const iterables = args.slice(0, args.length - (names?.length ?? 0))
    return withClass(new Chain(new PyTupleIterator(newTuple(iterables))), cls)
  },
  slots: { iter: (self: Chain) => self, next: nextChained },
  methods: () => [
    classMethod('from_iterable(cls, iterable: object, /)', 'Make a chain of the iterables that an iterable yields.', (cls, iterable, py) =>
      withClass(new Chain(iterate(iterable, py)), cls),
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.source === undefined) return reduced(py, typeOf(self), [])
      const state = self.active === undefined ? [self.source] : [self.source, self.active]
      return reduced(py, typeOf(self), [], newTuple(state))
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      if (!(state instanceof PyTuple)) return raise(PyTypeError, 'state is not a tuple')
      const [source, active] = state.items
      if (!isIterator(source) || (active !== undefined && !isIterator(active))) raise(PyTypeError, 'Arguments must be iterators.')
      self.source = source as PyObject
      self.active = active as PyObject | undefined
    }),
    classGetItem(),
  ],
})
