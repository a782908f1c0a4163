// zip: items of several iterables side by side.
import { checkKeywordCount } from '../object/keyword-count.ts'
import { PyObject, type Visit } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import { type PyType, typeOf } from '../data/type.ts'
import { strValue, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { iterate, next } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'

export class PyZip extends PyObject {
  readonly iterators: readonly PyObject[]
  strict: boolean
  constructor(iterators: readonly PyObject[], strict: boolean) {
    super()
    this.iterators = iterators
    this.strict = strict
  }
  override traverse(visit: Visit): void {
    for (const iterator of this.iterators) visit(iterator)
  }
}

/** `argument 3 is longer than arguments 1-2`. */
function mismatch(place: number, word: 'longer' | 'shorter'): never {
  const others = place === 1 ? ' 1' : `s 1-${place}`
  return raise(ValueError, `zip() argument ${place + 1} is ${word} than argument${others}`)
}

function nextTogether(self: PyZip, py: Thread): Value | undefined {
  const { iterators } = self
  if (iterators.length === 0) return undefined
  if (iterators.length === 2 && !self.strict) {
    const [left, right] = iterators as [PyObject, PyObject]
    const first = left.type.slots.next?.(left, py)
    if (first === undefined) return undefined
    const second = right.type.slots.next?.(right, py)
    return second === undefined ? undefined : newTuple([first, second])
  }
  const items = new Array<Value>(iterators.length)
  for (let i = 0; i < iterators.length; i++) {
    const iterator = iterators[i] as PyObject
    const item = self.strict ? next(iterator, py) : iterator.type.slots.next?.(iterator, py)
    if (item === undefined) {
      if (self.strict) checkEnded(self, i, py)
      return undefined
    }
    items[i] = item
  }
  return newTuple(items)
}

/** One iterator has ended: in strict mode all the others must have, too. */
function checkEnded(self: PyZip, place: number, py: Thread): void {
  if (place > 0) mismatch(place, 'shorter')
  for (let i = 1; i < self.iterators.length; i++) {
    if (next(self.iterators[i] as PyObject, py) !== undefined) mismatch(i, 'longer')
  }
}

export const zipType: PyType = defineType('zip(*iterables, strict: bool = False)', {
  doc: 'Iterates over tuples with one item of each iterable; ends with the shortest.',
  instance: PyZip,
  subclassable: true,
  keepsToItself: true,
  text: '(*iterables, strict=False)',
  newRaw(cls, args, names, py) {
    let strict = false
    const named = names?.length ?? 0
    const given = args.length - named
    checkKeywordCount('zip', named, 1)
    for (let i = 0; i < named; i++) {
      const name = strValue((names as readonly never[])[i] as never)
      if (name === 'strict') strict = truth(args[given + i] as Value, py)
      else raise(PyTypeError, `zip() got an unexpected keyword argument '${name}'`)
    }
    const iterators = args.slice(0, given).map((iterable) => iterate(iterable, py))
    return withClass(new PyZip(iterators, strict), cls)
  },
  slots: { iter: (self: PyZip) => self, next: nextTogether },
  methods: () => [
    methods<PyZip>()('__reduce__(self, /)', 'Help pickle.', (self) => {
      const parts = [typeOf(self), newTuple(self.iterators)]
      return newTuple(self.strict ? [...parts, true] : parts)
    }),
    methods<PyZip>()('__setstate__(self, object: object, /)', 'Help unpickle.', (self, state, py) => {
      self.strict = truth(state, py)
    }),
  ],
})
