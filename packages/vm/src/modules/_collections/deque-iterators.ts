// Iterators over deques, from either end.
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { PyDeque } from './deque.ts'

export class PyDequeIterator extends PyObject {
  readonly deque: PyDeque
  index = 0
  remaining: number
  readonly version: number
  constructor(deque: PyDeque) {
    super()
    this.deque = deque
    this.remaining = deque.ring.length
    this.version = deque.version
  }
  override traverse(visit: Visit): void {
    visit(this.deque)
  }
}
export class PyDequeReverseIterator extends PyDequeIterator {}

function nextItem(self: PyDequeIterator): Value | undefined {
  if (self.version !== self.deque.version) {
    self.remaining = 0
    raise(RuntimeError, 'deque mutated during iteration')
  }
  if (self.remaining === 0) return undefined
  self.remaining--
  const { ring } = self.deque
  return ring.at(self instanceof PyDequeReverseIterator ? ring.length - 1 - self.index++ : self.index++)
}

const method = methods<PyDequeIterator>()

function define(name: string, instance: new (deque: PyDeque) => PyDequeIterator): PyType {
  return defineType(`collections.${name}(deque: object, index: index = 0, /)` as 'f(deque: object, index: index = 0, /)', {
    doc: 'Iterates over a deque.',
    instance,
    text: null,
    new(_cls: PyType, deque: Value, index: number, _py: Thread) {
      if (!('ring' in (deque as object))) {
        raise(PyTypeError, `${name}() argument 1 must be collections.deque, not ${typeOf(deque).tpName}`)
      }
      const made = new instance(deque as PyDeque)
      const skipped = Math.min(Math.max(index, 0), made.remaining)
      made.index = skipped
      made.remaining -= skipped
      return made
    },
    slots: { iter: (self: PyDequeIterator) => self, next: nextItem },
    methods: () => [
      method('__length_hint__(self, /)', 'Answer how many items are left.', (self) => newInt(self.remaining)),
      method('__reduce__(self, /)', 'Help pickle.', (self) =>
        newTuple([typeOf(self), newTuple([self.deque, newInt(self.deque.ring.length - self.remaining)])]),
      ),
    ],
  })
}

export const dequeIterator: PyType = define('_deque_iterator', PyDequeIterator)
export const dequeReverseIterator: PyType = define('_deque_reverse_iterator', PyDequeReverseIterator)
