// Signals that are held back, and waiting for signals.
import { asInt, newInt, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { StructSequence } from '../../types/structseq.ts'
import type { Thread } from '../../thread.ts'
import { osError } from '../host-error.ts'
import { timeoutOf } from '../select/descriptor.ts'
import { newSetOf } from '../set-of.ts'
import { waitFor } from '../waiting-io.ts'
import { listen, raiseSignal, stateOf } from './delivery.ts'
import { NSIG } from './table.ts'

const EINVAL = 22
const [SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK] = [0, 1, 2]
/** These cannot be held back. */
const free = new Set([9, 19])

export const signalInfo = new StructSequence('signal.struct_siginfo', {
  doc: 'What is known of a signal that came.',
  fields: 'si_signo si_code si_errno si_pid si_uid si_status si_band'.split(' ').map((name) => [name, name.replaceAll('_', ' ')] as const),
})

export function signalSet(iterable: Value, py: Thread): number[] {
  return toArray(iterable, py).map((value) => {
    const number = Number(asInt(value) ?? index(value, py))
    if (number < 1 || number >= NSIG) raise(ValueError, `signal number ${number} out of range [1; ${NSIG - 1}]`)
    return number
  })
}

const setOf = (numbers: Iterable<number>, py: Thread): Value => newSetOf([...numbers].sort((a, b) => a - b).map(newInt), py)

/** Hold these back and no others; what came meanwhile is taken care of. */
function setBlocked(wanted: ReadonlySet<number>, py: Thread): void {
  const { blocked, pending } = stateOf(py)
  const before = new Set(blocked)
  blocked.clear()
  for (const number of wanted) if (!free.has(number)) blocked.add(number)
  for (const number of [...before, ...blocked]) if (before.has(number) !== blocked.has(number)) listen(number, py)
  for (const number of [...pending]) {
    if (blocked.has(number)) continue
    pending.delete(number)
    raiseSignal(number, py)
  }
}

/** Wait for one of some signals that are held back; undefined when time is over. */
function wait(wanted: readonly number[], milliseconds: number | undefined, py: Thread): number | undefined {
  const { blocked, pending } = stateOf(py)
  const before = new Set(blocked)
  setBlocked(new Set([...before, ...wanted]), py)
  try {
    const come = (): number | undefined => wanted.find((number) => pending.has(number))
    waitFor(() => come() !== undefined, milliseconds, py)
    const found = come()
    if (found !== undefined) pending.delete(found)
    return found
  } finally {
    setBlocked(before, py)
  }
}

const infoOf = (number: number, py: Thread): Value =>
  signalInfo.make([number, 0, 0, py.interpreter.host.pid, py.interpreter.host.user?.uid ?? 0, 0, 0].map(newInt))

export const maskFunctions = [
  fn('pthread_sigmask(how: cint, mask: object, /)', 'Change which signals are held back; answer those before.', (how, mask, py) => {
    const { blocked } = stateOf(py)
    const numbers = signalSet(mask, py)
    const before = [...blocked]
    if (how !== SIG_BLOCK && how !== SIG_UNBLOCK && how !== SIG_SETMASK) throw osError(EINVAL, py)
    const gone = new Set(numbers)
    setBlocked(new Set(how === SIG_BLOCK ? [...before, ...numbers] : how === SIG_UNBLOCK ? before.filter((number) => !gone.has(number)) : numbers), py)
    py.tick()
    return setOf(before, py)
  }),
  fn('sigpending()', 'Answer the signals that came while they were held back.', (py) => setOf(stateOf(py).pending, py)),
  fn('sigwait(sigset: object, /)', 'Wait for one of some signals.', (set, py) => newInt(wait(signalSet(set, py), undefined, py) ?? 0)),
  fn('sigwaitinfo(sigset: object, /)', 'Wait for one of some signals; tell about it.', (set, py) => infoOf(wait(signalSet(set, py), undefined, py) ?? 0, py)),
  fn('sigtimedwait(sigset: object, timeout: object, /)', 'Wait so long for one of some signals; tell about it.', (set, timeout, py) => {
    const limit = timeoutOf(timeout, 1, "timeout must be a number", py)
    if (limit === undefined || limit < 0) return raise(ValueError, 'timeout must be non-negative')
    const found = wait(signalSet(set, py), limit, py)
    return found === undefined ? None : infoOf(found, py)
  }),
  fn('pause()', 'Wait for a signal.', (py) => {
    const state = stateOf(py)
    const { count } = state
    waitFor(() => state.count !== count, undefined, py)
  }),
]
