// reversed: a sequence from its end.
import { PyObject, type Visit } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import { lookup, type PyType, typeOf } from '../data/type.ts'
import { newInt, None, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { refuseKeywords } from '../object/keyword-count.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { call, lookupSpecial } from '../protocols/call.ts'
import { IndexError, StopIteration, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import { isSequence } from '../protocols/sequence-check.ts'
import { getItem, length } from '../protocols/subscript.ts'

export class PyReversed extends PyObject {
  sequence: Value | undefined
  index: number
  constructor(sequence: Value, index: number) {
    super()
    this.sequence = sequence
    this.index = index
  }
  override traverse(visit: Visit): void {
    if (this.sequence !== undefined) visit(this.sequence)
  }
}

const method = methods<PyReversed>()

export const reversedType: PyType = defineType('reversed(object: object, /)', {
  doc: 'Iterates over a sequence from its end.',
  instance: PyReversed,
  subclassable: true,
  text: '(sequence, /)',
  newRaw(cls, args, names, py) {
    refuseKeywords('reversed', cls, reversedType, names)
    const given = args.length - (names?.length ?? 0)
    if (given !== 1) raise(PyTypeError, `reversed expected 1 argument, got ${given}`)
    const sequence = args[0] as Value
    const own = lookup(typeOf(sequence), '__reversed__')
    if (own === None) raise(PyTypeError, `'${typeOf(sequence).tpName}' object is not reversible`)
    if (own !== undefined) return call(lookupSpecial(sequence, '__reversed__', py) as Value, [], py)
    if (!isSequence(sequence)) raise(PyTypeError, `'${typeOf(sequence).tpName}' object is not reversible`)
    return withClass(new PyReversed(sequence, length(sequence, py) - 1), cls)
  },
  slots: {
    iter: (self: PyReversed) => self,
    next(self: PyReversed, py) {
      const { sequence } = self
      if (sequence === undefined || self.index < 0) return undefined
      try {
        const item = getItem(sequence, newInt(self.index), py)
        self.index--
        return item
      } catch (caught) {
        if (!isRaised(caught, IndexError) && !isRaised(caught, StopIteration)) throw caught
      }
      self.index = -1
      self.sequence = undefined
      return undefined
    },
  },
  methods: () => [
    method('__length_hint__(self, /)', 'Answer how many items are left.', (self, py) => {
      if (self.sequence === undefined) return newInt(0)
      return newInt(length(self.sequence, py) < self.index + 1 ? 0 : self.index + 1)
    }),
    method('__reduce__(self, /)', 'Help pickle.', (self) =>
      self.sequence === undefined || self.index < 0
        ? newTuple([typeOf(self), newTuple([newTuple([])])])
        : newTuple([typeOf(self), newTuple([self.sequence]), newInt(self.index)]),
    ),
    method('__setstate__(self, object: exactsize, /)', 'Go to a place.', (self, state, py) => {
      if (self.sequence !== undefined) self.index = Math.min(Math.max(state, -1), length(self.sequence, py) - 1)
    }),
  ],
})
