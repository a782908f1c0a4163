// itertools.tee: several iterators over one. What one has read and another has not is kept in links of a chain.
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple, PyTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, None, type Value } from '../../data/values.ts'
import { fn, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod, lookupSpecial } from '../../protocols/call.ts'
import { RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { warnOfPickling } from './pickling.ts'

const LINK = 57

/** A stretch of items that have been read. */
class TeeData extends PyObject {
  /** Pickles bring anything. */
  readonly iterator: Value
  readonly values: Value[] = []
  nextLink: TeeData | undefined = undefined
  running = false
  constructor(iterator: Value) {
    super()
    this.iterator = iterator
  }
  override traverse(visit: Visit): void {
    visit(this.iterator)
    for (const value of this.values) visit(value)
    if (this.nextLink !== undefined) visit(this.nextLink)
  }
}

class Tee extends PyObject {
  data: TeeData
  index: number
  constructor(data: TeeData, index: number) {
    super()
    this.data = data
    this.index = index
  }
  override traverse(visit: Visit): void {
    visit(this.data)
  }
}

function itemAt(data: TeeData, index: number, py: Thread): Value | undefined {
  if (index < data.values.length) return data.values[index]
  if (data.running) raise(RuntimeError, 'cannot re-enter the tee iterator')
  data.running = true
  try {
    const { iterator } = data
    const item = typeof iterator === 'object' ? next(iterator, py) : raise(PyTypeError, `'${typeOf(iterator).tpName}' object is not an iterator`)
    if (item !== undefined) data.values.push(item)
    return item
  } finally {
    data.running = false
  }
}

const method = methods<Tee>()

export const _tee: PyType = defineType('itertools._tee(iterable: object, /)', {
  doc: 'An iterator that can be copied.',
  instance: Tee,
  hasWeakrefs: true,
  new(_cls, iterable, py) {
    const iterator = iterate(iterable, py)
    if (iterator instanceof Tee) return new Tee(iterator.data, iterator.index)
    return new Tee(new TeeData(iterator), 0)
  },
  slots: {
    iter: (self: Tee) => self,
    next(self: Tee, py) {
      if (self.index >= LINK) {
        self.data = self.data.nextLink ??= new TeeData(self.data.iterator)
        self.index = 0
      }
      const item = itemAt(self.data, self.index, py)
      if (item !== undefined) self.index++
      return item
    },
  },
  methods: () => [
    method('__copy__(self, /)', 'Answer an independent iterator at the same place.', (self) => new Tee(self.data, self.index)),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      warnOfPickling(py)
      return newTuple([typeOf(self), newTuple([newTuple([])]), newTuple([self.data, newInt(self.index)])])
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      const [data, index] = state instanceof PyTuple ? state.items : []
      if (!(state instanceof PyTuple)) return raise(PyTypeError, 'state is not a tuple')
      if (!(data instanceof TeeData) || index === undefined) return raise(PyTypeError, 'invalid arguments')
      const place = size(index, py)
      if (place < 0 || place > LINK) raise(ValueError, 'Index out of range')
      self.data = data
      self.index = place
    }),
  ],
})

export const teeDataObject: PyType = defineType('itertools._tee_dataobject(iterable: object, values: list, next: object, /)', {
  text: null,
  errorName: 'teedataobject',
  doc: 'What the iterators of a tee share.',
  instance: TeeData,
  new(_cls, iterable, values, link) {
    if (values.items.length > LINK) raise(ValueError, 'Invalid arguments')
    const made = new TeeData(iterable)
    made.values.push(...values.items)
    if (values.items.length === LINK) {
      if (link !== None && !(link instanceof TeeData)) raise(ValueError, 'Invalid arguments')
      made.nextLink = link === None ? undefined : (link as TeeData)
    } else if (link !== None) raise(ValueError, 'Invalid arguments')
    return made
  },
  methods: () => [
    methods<TeeData>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      warnOfPickling(py)
      return newTuple([typeOf(self), newTuple([self.iterator, newList(self.values.slice()), self.nextLink ?? None])])
    }),
  ],
})

export const tee = fn('tee(iterable: object, n: index = 2, /)', 'Answer n independent iterators over an iterable.', (iterable, n, py) => {
  if (n < 0) raise(ValueError, 'n must be >= 0')
  if (n === 0) return newTuple([])
  const iterator = iterate(iterable, py)
  const first = lookupSpecial(iterator, '__copy__', py) === undefined ? new Tee(new TeeData(iterator), 0) : iterator
  const all: Value[] = [first]
  while (all.length < n) all.push(callMethod(first, '__copy__', [], py))
  return newTuple(all)
})
