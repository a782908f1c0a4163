// Locks. One that is held elsewhere is waited for: the others have their turn.
import { PyObject } from '../../data/object.ts'
import type { PyTuple } from '../../data/sequences.ts';
import { newTuple } from '../../data/sequences.ts'
import { asInt, newInt, newStr, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { OverflowError, RuntimeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { Claims } from './claims.ts'

export class PyLock extends PyObject {
  locked = false
  readonly claims = new Claims()
}
export class PyRLock extends PyObject {
  owner = 0
  count = 0
  readonly claims = new Claims()
}

/** The longest wait, in seconds. */
export const TIMEOUT_MAX = 9223372036

/** Nanoseconds to wait: undefined for as long as it takes. */
export function timeoutOf(blocking: boolean, timeout: number): bigint | undefined {
  if (!blocking && timeout !== -1) raise(ValueError, "can't specify a timeout for a non-blocking call")
  if (timeout < 0 && timeout !== -1) raise(ValueError, 'timeout value must be a non-negative number')
  if (timeout > TIMEOUT_MAX) raise(OverflowError, 'timeout value is too large')
  if (!blocking) return 0n
  return timeout === -1 ? undefined : BigInt(Math.ceil(timeout * 1e9))
}

const WAITS = { waits: true }

const lockMethod = methods<PyLock>()

export function acquireLock(self: PyLock, wait: bigint | undefined, py: Thread): boolean {
  if ((self.locked || py.wait !== undefined) && !self.claims.wait(() => !self.locked, () => releaseLock(self, py), wait, py)) return false
  self.locked = true
  return true
}

export function releaseLock(self: PyLock, py: Thread): void {
  if (!self.locked) raise(RuntimeError, 'release unlocked lock')
  self.locked = self.claims.handOver(py)
}

const acquire = (name: string): BuiltinDefinition =>
  lockMethod(`${name}(self, /, blocking: bool = True, timeout: float = -1)` as 'f(self, /, blocking: bool = True, timeout: float = -1)', 'Take the lock.', (self, blocking, timeout, py) =>
    acquireLock(self, timeoutOf(blocking, timeout), py), WAITS)
const release = (name: string): BuiltinDefinition =>
  lockMethod(`${name}(self, /)` as 'f(self, /)', 'Give the lock back.', releaseLock)
const locked = (name: string): BuiltinDefinition =>
  lockMethod(`${name}(self, /)` as 'f(self, /)', 'Tell whether it is taken.', (self) => self.locked)

export const lockType = defineType('_thread.lock()', {
  doc: 'A lock.',
  instance: PyLock,
  hasWeakrefs: true,
  new: () => new PyLock(),
  slots: { repr: (self: PyLock) => newStr(`<${self.locked ? 'locked' : 'unlocked'} _thread.lock object at ${address(self)}>`) },
  methods: () => [
    acquire('acquire'), acquire('acquire_lock'), release('release'), release('release_lock'), locked('locked'), locked('locked_lock'),
    lockMethod('__enter__(self, /)', 'Take the lock.', (self, py) => acquireLock(self, undefined, py), WAITS),
    lockMethod('__exit__(self, /, *exc_info)', 'Give the lock back.', (self, _args, py) => releaseLock(self, py)),
    lockMethod('_at_fork_reinit(self, /)', 'Unlock after a fork.', (self) => void (self.locked = false)),
  ] as BuiltinDefinition[],
})

const method = methods<PyRLock>()

function acquireRLock(self: PyRLock, wait: bigint | undefined, py: Thread): boolean {
  if (self.count > 0 && self.owner === py.ident) {
    self.count++
    return true
  }
  if ((self.count > 0 || py.wait !== undefined) && !self.claims.wait(() => self.count === 0, () => freeRLock(self, py), wait, py)) return false
  self.owner = py.ident
  self.count = 1
  return true
}
function releaseRLock(self: PyRLock, py: Thread): void {
  if (self.count === 0 || self.owner !== py.ident) raise(RuntimeError, 'cannot release un-acquired lock')
  if (self.count === 1) freeRLock(self, py)
  else self.count--
}

/** Held by nobody, or by whoever it is handed to: the count says so until that thread takes it. */
function freeRLock(self: PyRLock, py: Thread): void {
  self.owner = 0
  self.count = self.claims.handOver(py) ? 1 : 0
}

export const rlockType = defineType('_thread.RLock()', {
  doc: 'A lock that its owner may take again.',
  instance: PyRLock,
  subclassable: true,
  hasWeakrefs: true,
  text: null,
  newRaw: (cls) => withClass(new PyRLock(), cls, true),
  slots: {
    repr: (self: PyRLock) =>
      newStr(`<${self.count === 0 ? 'unlocked' : 'locked'} _thread.RLock object owner=${self.owner} count=${self.count} at ${address(self)}>`),
  },
  methods: () => [
    method('acquire(self, /, blocking: bool = True, timeout: float = -1)', 'Take the lock.', (self, blocking, timeout, py) =>
      acquireRLock(self, timeoutOf(blocking, timeout), py), WAITS),
    method('release(self, /)', 'Give the lock back.', releaseRLock),
    method('__enter__(self, /)', 'Take the lock.', (self, py) => acquireRLock(self, undefined, py), WAITS),
    method('__exit__(self, /, *exc_info)', 'Give the lock back.', (self, _args, py) => releaseRLock(self, py)),
    method('_is_owned(self, /)', 'Tell whether this thread owns it.', (self, py) => self.count > 0 && self.owner === py.ident),
    method('_recursion_count(self, /)', 'Answer how often this thread has taken it.', (self, py) => newInt(self.owner === py.ident ? self.count : 0)),
    method('_release_save(self, /)', 'Give it back wholly; answer what restores it.', (self, py) => {
      if (self.count === 0) raise(RuntimeError, 'cannot release un-acquired lock')
      const state = newTuple([newInt(self.count), newInt(self.owner)])
      freeRLock(self, py)
      return state
    }),
    method('_acquire_restore(self, state: object, /)', 'Take it as often as before.', (self, state, py) => {
      if (self.count > 0 || py.wait !== undefined) self.claims.wait(() => self.count === 0, () => freeRLock(self, py), undefined, py)
      const [count, owner] = (state as PyTuple).items as [Value, Value]
      self.count = Number(asInt(count) ?? 1)
      self.owner = Number(asInt(owner) ?? py.ident)
    }, WAITS),
    method('_at_fork_reinit(self, /)', 'Unlock after a fork.', (self) => void (self.count = self.owner = 0)),
  ] as BuiltinDefinition[],
})
