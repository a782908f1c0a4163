// select.poll objects.
import { PyObject } from '../../data/object.ts'
import { newList } from '../../data/sequences.ts'
import { asInt, bigValue, newInt, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { typeOf } from '../../data/type.ts'
import { KeyError, OverflowError, RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { intTuple, osError } from '../host-error.ts'
import { waitFor } from '../waiting-io.ts'
import { descriptorOf, timeoutOf } from './descriptor.ts'
import { Event, eventsOf } from './events.ts'

const ENOENT = 2

export class PyPoll extends PyObject {
  readonly masks = new Map<number, number>()
  polling = false
}

function maskOf(value: Value | undefined, py: Thread): number {
  if (value === undefined) return Event.IN | Event.PRI | Event.OUT
  if (asInt(value) === undefined && typeOf(value).slots.index === undefined) {
    return raise(PyTypeError, `'${typeOf(value).tpName}' object cannot be interpreted as an integer`)
  }
  const mask = bigValue(index(value, py))
  if (mask < 0n) return raise(ValueError, 'value must be positive')
  if (mask > 0xffffn) return raise(OverflowError, 'Python int too large for C unsigned short')
  return Number(mask)
}

const method = methods<PyPoll>()

export const pollType = defineType('select.poll()', {
  doc: 'Descriptors to wait for.',
  instance: PyPoll,
  methods: () => [
    method('register(self, fd: object, eventmask: object = <unrepresentable>, /)', 'Wait for a descriptor too.', (self, fd, mask, py) => {
      self.masks.set(descriptorOf(fd, py), maskOf(mask, py))
    }, { text: '($self, fd,\n         eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)' }),
    method('modify(self, fd: object, eventmask: object, /)', 'Change what is waited for.', (self, fd, mask, py) => {
      const number = descriptorOf(fd, py)
      const bits = maskOf(mask, py)
      if (!self.masks.has(number)) throw osError(ENOENT, py)
      self.masks.set(number, bits)
    }),
    method('unregister(self, fd: object, /)', 'Wait for a descriptor no longer.', (self, fd, py) => {
      const number = descriptorOf(fd, py)
      if (!self.masks.delete(number)) raiseWith(KeyError, newInt(number))
    }),
    method('poll(self, timeout: object = None, /)', 'Wait; answer descriptors and what they are ready for.', (self, timeout, py) => {
      const limit = timeoutOf(timeout, 0.001, 'timeout must be an integer or None', py)
      if (limit !== undefined && limit > 0x7fffffff) raise(OverflowError, 'timeout is too large')
      if (self.polling) raise(RuntimeError, 'concurrent poll() invocation')
      let found: Value[] = []
      self.polling = true
      try {
        waitFor(() => {
          found = [...self.masks].map(([fd, mask]) => [fd, eventsOf(fd, mask, py)] as const).filter(([, events]) => events !== 0).map((pair) => intTuple(...pair))
          return found.length > 0
        }, limit === undefined || limit < 0 ? undefined : Math.ceil(limit), py)
      } finally {
        self.polling = false
      }
      return newList(found)
    }, { waits: true }),
  ] as BuiltinDefinition[],
})

/** `select.poll()`. */
export const newPoll = (): Value => new PyPoll()
