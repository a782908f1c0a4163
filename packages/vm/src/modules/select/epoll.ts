// select.epoll: level-triggered, and edge-triggered as far as one event for each `poll` that finds a change goes.
import { PyObject } from '../../data/object.ts'
import { newList } from '../../data/sequences.ts'
import { bigValue, newInt, None, type Value } from '../../data/values.ts'
import { classMethod, methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { ChannelEnds } from '../../host/channel.ts'
import { HostError } from '../../ports/host.ts'
import { OSError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { intTuple, onHost, osError } from '../host-error.ts'
import { waitFor } from '../waiting-io.ts'
import { descriptorOf, timeoutOf } from './descriptor.ts'
import { Event, eventsOf } from './events.ts'

const EPERM = 1
const ENOENT = 2
const EBADF = 9
const EEXIST = 17
const EINVAL = 22
const EPOLLET = 2 ** 31
const EPOLLONESHOT = 2 ** 30
const S_IFMT = 0o170000
const S_IFREG = 0o100000
const S_IFDIR = 0o040000

interface Interest {
  mask: number
  /** What the last look found, for edges. */
  seen: number
}

export class PyEpoll extends PyObject {
  /** -1 when closed. */
  fd = -1
  readonly interests = new Map<number, Interest>()
}

function opened(self: PyEpoll): PyEpoll {
  return self.fd >= 0 ? self : raise(ValueError, 'I/O operation on closed epoll object')
}

function close(self: PyEpoll, py: Thread): void {
  const { fd } = self
  self.fd = -1
  self.interests.clear()
  if (fd >= 0) onHost(py, () => py.interpreter.host.files.close(fd))
}

const maskOf = (value: Value, py: Thread): number => Number(BigInt.asUintN(32, bigValue(index(value, py))))

/** Is it a descriptor that can be waited for? */
function check(fd: number, py: Thread): void {
  const { mode } = onHost(py, () => py.interpreter.host.files.fstat(fd))
  if ((mode & S_IFMT) === S_IFREG || (mode & S_IFMT) === S_IFDIR) throw osError(EPERM, py)
}

const has = (mask: number, bit: number): boolean => Math.floor(mask / bit) % 2 === 1

/** Events that are to be told now. */
function look(self: PyEpoll, most: number, py: Thread): [number, number][] {
  const found: [number, number][] = []
  for (const [fd, interest] of self.interests) {
    if (found.length === most) break
    const { mask, seen } = interest
    if (mask % EPOLLONESHOT === 0) continue
    const events = eventsOf(fd, mask & 0xffff, py)
    // A descriptor that was closed is forgotten.
    if ((events & Event.NVAL) !== 0) {
      self.interests.delete(fd)
      continue
    }
    interest.seen = events
    if (events === 0 || (has(mask, EPOLLET) && (events & ~seen) === 0)) continue
    if (has(mask, EPOLLONESHOT)) interest.mask = EPOLLONESHOT
    found.push([fd, events])
  }
  return found
}

const method = methods<PyEpoll>()

export const epollType = defineType('select.epoll(sizehint: cint = -1, flags: cint = 0)', {
  doc: 'Descriptors to wait for, as Linux keeps them.',
  instance: PyEpoll,
  text: null,
  new: (_cls, hint, flags, py) => {
    if (hint !== -1 && hint <= 0) raise(ValueError, 'sizehint must be positive or -1')
    if ((flags & ~0o2000000) !== 0) throw osError(EINVAL, py)
    const made = new PyEpoll()
    // A number of its own, which nothing is read from.
    made.fd = onHost(py, () => py.interpreter.host.files.attach?.(new ChannelEnds(undefined, undefined))) ?? raise(OSError)
    return made
  },
  methods: () => [
    classMethod('fromfd(cls, fd: cint, /)', 'Make an epoll object of a descriptor.', (_cls, fd, py) => {
      onHost(py, () => py.interpreter.host.files.fstat(fd))
      const made = new PyEpoll()
      made.fd = fd
      return made
    }),
    method('close(self, /)', 'Close it.', close),
    method('fileno(self, /)', 'Answer its descriptor.', (self) => newInt(opened(self).fd)),
    method('register(self, /, fd: object, eventmask: object = 7)' as 'f(self, /, fd: object, eventmask: object = 7)', 'Wait for a descriptor too.', (self, fd, mask, py) => {
      opened(self)
      const [number, bits] = [descriptorOf(fd, py), maskOf(mask, py)]
      check(number, py)
      if (number === self.fd) throw osError(EINVAL, py)
      if (self.interests.has(number)) throw osError(EEXIST, py)
      self.interests.set(number, { mask: bits, seen: 0 })
    }, { text: '($self, /, fd,\n         eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)' }),
    method('modify(self, /, fd: object, eventmask: object)', 'Change what is waited for.', (self, fd, mask, py) => {
      opened(self)
      const [number, bits] = [descriptorOf(fd, py), maskOf(mask, py)]
      check(number, py)
      const interest = self.interests.get(number)
      if (interest === undefined) throw osError(ENOENT, py)
      Object.assign(interest, { mask: bits, seen: 0 })
    }),
    method('unregister(self, /, fd: object)', 'Wait for a descriptor no longer.', (self, fd, py) => {
      opened(self)
      const number = descriptorOf(fd, py)
      try {
        py.interpreter.host.files.fstat(number)
      } catch (caught) {
        if (!(caught instanceof HostError)) throw caught
        self.interests.delete(number)
        throw osError(EBADF, py)
      }
      if (!self.interests.delete(number)) throw osError(ENOENT, py)
    }),
    method('poll(self, /, timeout: object = None, maxevents: cint = -1)', 'Wait; answer descriptors and what they are ready for.', (self, timeout, most, py) => {
      opened(self)
      const limit = timeoutOf(timeout, 1, 'timeout must be an integer or None', py)
      if (most !== -1 && most <= 0) raise(ValueError, `maxevents must be greater than 0, got ${most}`)
      let found: [number, number][] = []
      waitFor(() => (found = look(self, most === -1 ? 1023 : most, py)).length > 0, limit === undefined || limit < 0 ? undefined : Math.ceil(limit), py)
      return newList(found.map((pair) => intTuple(...pair)))
    }, { waits: true }),
    method('__enter__(self, /)', 'Answer itself.', (self) => opened(self)),
    method('__exit__(self, exc_type: object = None, exc_value: object = None, exc_tb: object = None, /)', 'Close it.', (self, _type, _value, _traceback, py) => {
      close(self, py)
      return None
    }),
  ] as BuiltinDefinition[],
  attributes: () => ({ closed: { get: (self: PyEpoll) => self.fd < 0, doc: 'True if it is closed' } as never }),
})
