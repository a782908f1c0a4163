// Timers that end in SIGALRM. Only real time is measured.
import { newTuple } from '../../data/sequences.ts'
import { asInt, newFloat, newInt, PyFloat, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import type { Thread } from '../../thread.ts'
import { index } from '../../protocols/index-number.ts'
import { osError } from '../host-error.ts'

const EINVAL = 22
const ENOSYS = 38
const ITIMER_REAL = 0

interface Timer {
  /** When it ends, by the monotonic clock; 0 for never. */
  end: number
  interval: number
}

const timerKey = '_signal.timer'

function timerOf(py: Thread): Timer {
  let made = py.interpreter.state.get(timerKey) as Timer | undefined
  if (made === undefined) py.interpreter.state.set(timerKey, (made = { end: 0, interval: 0 }))
  return made
}

const now = (py: Thread): number => Number(py.interpreter.host.clock.monotonic()) / 1e9

/** Seconds until the timer ends. */
function left(py: Thread): number {
  const { end, interval } = timerOf(py)
  const rest = end - now(py)
  if (end === 0) return 0
  if (rest > 0) return rest
  return interval > 0 ? interval - (-rest % interval) : 0
}

function start(seconds: number, interval: number, py: Thread): void {
  if (py.interpreter.host.signals === undefined) throw osError(ENOSYS, py)
  Object.assign(timerOf(py), { end: seconds > 0 ? now(py) + seconds : 0, interval })
  py.interpreter.host.signals.timer(seconds > 0 ? Math.max(1, seconds * 1000) : 0, interval * 1000)
}

const state = (py: Thread): Value => newTuple([newFloat(left(py)), newFloat(timerOf(py).interval)])
const seconds = (value: Value, py: Thread): number => (value instanceof PyFloat ? value.value : Number(asInt(value) ?? index(value, py)))

/** The one kind of timer that there is. */
function checkKind(which: number, py: Thread): void {
  if (which !== ITIMER_REAL) throw osError(EINVAL, py)
}

export const timerFunctions = [
  fn('alarm(seconds: cint, /)', 'Ask for SIGALRM after some seconds; answer what was left of the time before.', (wanted, py) => {
    const before = Math.ceil(left(py))
    start(wanted, 0, py)
    return newInt(before)
  }),
  fn('setitimer(which: cint, seconds: object, interval: object = 0.0, /)', 'Ask for SIGALRM, once or again and again.', (which, first, interval, py) => {
    checkKind(which, py)
    const [delay, again] = [seconds(first, py), seconds(interval, py)]
    if (delay < 0 || again < 0) throw osError(EINVAL, py)
    const before = state(py)
    start(delay, again, py)
    return before
  }),
  fn('getitimer(which: cint, /)', 'Answer what is left of a timer, and its interval.', (which, py) => {
    checkKind(which, py)
    return state(py)
  }),
]
