// itertools.islice: a slice of an iterable.
import { PyBaseException } from '../../data/exception.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { refuseKeywords } from '../../object/keyword-count.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size, sizeArgument } from '../../protocols/index-number.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { closeIterator } from '../../protocols/owned.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { reduced, warnOfPickling } from './pickling.ts'

class ISlice extends PyObject {
  /** Undefined once exhausted. */
  iterator: PyObject | undefined
  /** Place of the next item to answer. */
  next: number
  readonly stop: number
  readonly step: number
  /** Items read so far. */
  count = 0
  constructor(iterator: PyObject, start: number, stop: number, step: number) {
    super()
    this.iterator = iterator
    this.next = start
    this.stop = stop
    this.step = step
  }
  override traverse(visit: Visit): void {
    if (this.iterator !== undefined) visit(this.iterator)
  }
}

/** A bound; -1 when it is none, whatever went wrong. */
function bound(value: Value, otherwise: number, py: Thread): number {
  if (value === None) return otherwise
  try {
    return size(value, py)
  } catch (caught) {
    if (caught instanceof PyBaseException) return -1
    throw caught
  }
}

const stopMessage = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
const indexMessage = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'

const method = methods<ISlice>()

export const islice: PyType = defineType('itertools.islice(iterable: object, /, *bounds)', {
  doc: 'Iterates over the items that a slice of the iterable would have: islice(it, stop), islice(it, start, stop[, step]).',
  instance: ISlice,
  subclassable: true,
  keepsToItself: true,
  text: null,
  newRaw(cls, args, names, py) {
    const named = names?.length ?? 0
    refuseKeywords('islice', cls, islice, names)
    const given = args.length - named
    if (given < 2) raise(PyTypeError, `islice expected at least 2 arguments, got ${given}`)
    if (given > 4) raise(PyTypeError, `islice expected at most 4 arguments, got ${given}`)
    const start = given === 2 ? 0 : bound(args[1] as Value, 0, py)
    const stop = bound(args[given === 2 ? 1 : 2] as Value, Infinity, py)
    if (stop === -1) raise(ValueError, stopMessage)
    if (start < 0 || stop < 0) raise(ValueError, indexMessage)
    const step = given === 4 ? bound(args[3] as Value, 1, py) : 1
    if (step < 1) raise(ValueError, 'Step for islice() must be a positive integer or None.')
    return withClass(new ISlice(iterate(args[0] as Value, py), start, stop, step), cls)
  },
  slots: {
    iter: (self: ISlice) => self,
    next(self: ISlice, py) {
      const { iterator } = self
      if (iterator === undefined) return undefined
      while (self.count < self.next) {
        if (next(iterator, py) === undefined) {
          self.iterator = undefined
          return undefined
        }
        self.count++
        if (self.iterator === undefined) return undefined
      }
      const item = self.count >= self.stop ? undefined : next(iterator, py)
      if (item === undefined) {
        self.iterator = undefined
        closeIterator(iterator, py)
        return undefined
      }
      self.count++
      self.next = Math.min(self.next + self.step, self.stop)
      return item
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.iterator === undefined) {
        warnOfPickling(py)
        const empty = iterate(newTuple([]), py)
        return newTuple([typeOf(self), newTuple([empty, newInt(0)]), newInt(0)])
      }
      const stop = self.stop === Infinity ? None : newInt(self.stop)
      return reduced(py, typeOf(self), [self.iterator, newInt(self.next), stop, newInt(self.step)], newInt(self.count))
    }),
    method('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      warnOfPickling(py)
      self.count = sizeArgument(state, py)
    }),
  ],
})
