// itertools.accumulate: running totals.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { binary, operators } from '../../protocols/number.ts'
import type { Thread } from '../../thread.ts'
import { chain } from './chain.ts'
import { islice } from './islice.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class Accumulate extends PyObject {
  readonly iterator: PyObject
  readonly func: Value
  total: Value | undefined = undefined
  initial: Value | undefined
  constructor(iterator: PyObject, func: Value, initial: Value | undefined) {
    super()
    this.iterator = iterator
    this.func = func
    this.initial = initial
  }
  override traverse(visit: Visit): void {
    visit(this.iterator)
    visit(this.func)
    if (this.total !== undefined) visit(this.total)
    if (this.initial !== undefined) visit(this.initial)
  }
}

function nextTotal(self: Accumulate, py: Thread): Value | undefined {
  if (self.initial !== undefined) {
    self.total = self.initial
    self.initial = undefined
    return self.total
  }
  const item = next(self.iterator, py)
  if (item === undefined) return undefined
  if (self.total === undefined) self.total = item
  else self.total = self.func === None ? binary(self.total, item, operators.add, py) : call(self.func, [self.total, item], py)
  return self.total
}

export const accumulate: PyType = defineType('itertools.accumulate(iterable: object, func: object = None, *, initial: object | None = None)', {
  doc: 'Iterates over running totals: each item added to the total of those before.',
  instance: Accumulate,
  subclassable: true,
  keepsToItself: true,
  new: (_cls, iterable, func, initial, py) => new Accumulate(iterate(iterable, py), func, initial),
  slots: { iter: (self: Accumulate) => self, next: nextTotal },
  methods: () => [
    methods<Accumulate>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.initial !== undefined) {
        warnOfPickling(py)
        const both = call(chain, [newTuple([self.initial]), self.iterator], py)
        return newTuple([typeOf(self), newTuple([both, self.func]), None])
      }
      if (self.total === None) {
        warnOfPickling(py)
        const both = call(chain, [newTuple([None]), self.iterator], py)
        const rest = call(accumulate, [both, self.func], py)
        return newTuple([islice, newTuple([rest, newInt(1), None])])
      }
      return reduced(py, typeOf(self), [self.iterator, self.func], self.total ?? None)
    }),
    methods<Accumulate>()('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      self.total = state === None ? undefined : state
    }),
  ],
})
