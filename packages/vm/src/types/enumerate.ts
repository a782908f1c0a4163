// enumerate: counted items.
import { PyObject, type Visit } from '../data/object.ts'
import { newTuple } from '../data/sequences.ts'
import { type PyType, typeOf } from '../data/type.ts'
import { newInt, type Int, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { classGetItem } from './generic-alias.ts'

export class PyEnumerate extends PyObject {
  readonly iterator: PyObject
  count: Int
  constructor(iterator: PyObject, count: Int) {
    super()
    this.iterator = iterator
    this.count = count
  }
  override traverse(visit: Visit): void {
    visit(this.iterator)
  }
}

function nextCounted(self: PyEnumerate, py: Thread): Value | undefined {
  const item = self.iterator.type.slots.next?.(self.iterator, py)
  if (item === undefined) return undefined
  const { count } = self
  self.count = typeof count === 'number' ? newInt((count as number) + 1) : newInt(count + 1n)
  return newTuple([count, item])
}

export const enumerateType: PyType = defineType('enumerate(iterable: iterator = <unrepresentable>, start: int = 0)', {
  doc: 'Iterates over pairs of a count and an item.',
  instance: PyEnumerate,
  subclassable: true,
  text: '(iterable, start=0)',
  new: (_cls, iterator, start) =>
    new PyEnumerate(iterator ?? raise(PyTypeError, "enumerate() missing required argument 'iterable'"), start),
  slots: { iter: (self: PyEnumerate) => self, next: nextCounted },
  methods: [
    methods<PyEnumerate>()('__reduce__(self, /)', 'Help pickle.', (self) =>
      newTuple([typeOf(self), newTuple([self.iterator, self.count])]),
    ),
    classGetItem(),
  ],
})
