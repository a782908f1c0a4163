// _queue: the simple queue that the queue module shows.
import { PyObject, type Visit } from '../data/object.ts'
import { newInt, None, PyFloat, type Value } from '../data/values.ts'
import { classMethod, methods, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { moduleException } from '../object/module-exception.ts'
import { call } from '../protocols/call.ts'
import { Exception, ValueError } from '../protocols/exceptions.ts'
import { index } from '../protocols/index-number.ts'
import { raise } from '../protocols/raise.ts'
import { waitUntil } from '../protocols/turns.ts'
import type { Thread } from '../thread.ts'
import { timeoutOf } from './_thread/locks.ts'

class PySimpleQueue extends PyObject {
  /** Items from `first` on: what was taken from the front stays until there is more of it than of the rest. */
  items: Value[] = []
  first = 0
  get size(): number {
    return this.items.length - this.first
  }
  take(): Value {
    const item = this.items[this.first++] as Value
    if (this.first > 32 && this.first * 2 > this.items.length) {
      this.items.splice(0, this.first)
      this.first = 0
    }
    return item
  }
  override traverse(visit: Visit): void {
    for (let i = this.first; i < this.items.length; i++) visit(this.items[i] as Value)
  }
}

const empty = moduleException('Empty', [Exception], '_queue')
const method = methods<PySimpleQueue>()

/** Nanoseconds to wait for an item. */
function patience(block: boolean, timeout: Value, py: Thread): bigint | undefined {
  if (!block) return 0n
  if (timeout === None) return undefined
  const seconds = timeout instanceof PyFloat ? timeout.value : Number(index(timeout, py))
  if (!(seconds >= 0)) raise(ValueError, "'timeout' must be a non-negative number")
  return timeoutOf(true, seconds)
}

function get(self: PySimpleQueue, wait: bigint | undefined, py: Thread): Value {
  if ((self.size === 0 || py.wait !== undefined) && !waitUntil(() => self.size > 0, wait, py)) raise(empty)
  return self.take()
}

const simpleQueueType = defineType('_queue.SimpleQueue()', {
  doc: 'A queue without bounds: first in, first out.',
  instance: PySimpleQueue,
  subclassable: true,
  hasWeakrefs: true,
  new: (cls) => withClass(new PySimpleQueue(), cls, true),
  definingClass: ['get', 'get_nowait'],
  methods: () => [
    classMethod('__class_getitem__(cls, object: object, /)', 'See PEP 585.', (cls, object, py) => call(py.interpreter.genericAlias(py), [cls, object], py)),
    method('put(self, /, item: object, block: bool = True, timeout: object = None)', 'Append an item; never waits.', (self, item) => void self.items.push(item)),
    method('put_nowait(self, /, item: object)', 'Append an item.', (self, item) => void self.items.push(item)),
    method('get(self, /, block: bool = True, timeout: object = None)', 'Take the first item, waiting for one.', (self, block, timeout, py) =>
      get(self, patience(block, timeout, py), py), { waits: true }),
    method('get_nowait(self, /)', 'Take the first item, or raise Empty.', (self, py) => get(self, 0n, py)),
    method('empty(self, /)', 'Tell whether there is no item.', (self) => self.size === 0),
    method('qsize(self, /)', 'Count the items.', (self) => newInt(self.size)),
  ] as BuiltinDefinition[],
})

export const _queue = defineModule('_queue', () => ({
  doc: 'The simple queue of the queue module.',
  constants: (): Record<string, Value> => ({ SimpleQueue: simpleQueueType, Empty: empty }),
}))
