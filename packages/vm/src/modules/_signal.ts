// _signal: handlers written in Python. They run between instructions, when the host says that a signal came; of the
// system's signals only SIGINT does.
import { newTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { asInt, newFloat, newInt, newStr, None, type Value } from '../data/values.ts'
import { builtinFunction, fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { call } from '../protocols/call.ts'
import { KeyboardInterrupt, OSError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { newSetOf } from './set-of.ts'

const signals: readonly (readonly [number, string, string])[] = [
  [1, 'SIGHUP', 'Hangup'],
  [2, 'SIGINT', 'Interrupt'],
  [3, 'SIGQUIT', 'Quit'],
  [4, 'SIGILL', 'Illegal instruction'],
  [5, 'SIGTRAP', 'Trace/breakpoint trap'],
  [6, 'SIGABRT SIGIOT', 'Aborted'],
  [7, 'SIGBUS', 'Bus error'],
  [8, 'SIGFPE', 'Floating point exception'],
  [9, 'SIGKILL', 'Killed'],
  [10, 'SIGUSR1', 'User defined signal 1'],
  [11, 'SIGSEGV', 'Segmentation fault'],
  [12, 'SIGUSR2', 'User defined signal 2'],
  [13, 'SIGPIPE', 'Broken pipe'],
  [14, 'SIGALRM', 'Alarm clock'],
  [15, 'SIGTERM', 'Terminated'],
  [16, 'SIGSTKFLT', 'Stack fault'],
  [17, 'SIGCHLD SIGCLD', 'Child exited'],
  [18, 'SIGCONT', 'Continued'],
  [19, 'SIGSTOP', 'Stopped (signal)'],
  [20, 'SIGTSTP', 'Stopped'],
  [21, 'SIGTTIN', 'Stopped (tty input)'],
  [22, 'SIGTTOU', 'Stopped (tty output)'],
  [23, 'SIGURG', 'Urgent I/O condition'],
  [24, 'SIGXCPU', 'CPU time limit exceeded'],
  [25, 'SIGXFSZ', 'File size limit exceeded'],
  [26, 'SIGVTALRM', 'Virtual timer expired'],
  [27, 'SIGPROF', 'Profiling timer expired'],
  [28, 'SIGWINCH', 'Window changed'],
  [29, 'SIGIO SIGPOLL', 'I/O possible'],
  [30, 'SIGPWR', 'Power failure'],
  [31, 'SIGSYS', 'Bad system call'],
  [34, 'SIGRTMIN', 'Real-time signal 0'],
  [64, 'SIGRTMAX', 'Real-time signal 30'],
]
const SIG_DFL = 0
const SIG_IGN = 1
const SIGINT = 2
const NSIG = 65

const stateKey = '_signal'
interface State {
  handlers: Map<number, Value>
  wakeup: number
}
function stateOf(py: Thread): State {
  let made = py.interpreter.state.get(stateKey) as State | undefined
  if (made === undefined) py.interpreter.state.set(stateKey, (made = { handlers: new Map(), wakeup: -1 }))
  return made
}

const defaultIntHandler = fn('default_int_handler(signalnum: cint, frame: object, /)', 'Raise KeyboardInterrupt.', () => raise(KeyboardInterrupt))

/** Is a signal to this process one that Python code, or nobody, takes care of? */
export function isHandled(number: number, py: Thread): boolean {
  const handler = stateOf(py).handlers.get(number)
  return number === SIGINT || (handler !== undefined && asInt(handler) !== SIG_DFL)
}

/** Is there Python code for a signal? ValueError for what is no signal's number. */
export function hasHandler(number: number, py: Thread): boolean {
  const handler = stateOf(py).handlers.get(checked(number))
  return handler !== undefined && asInt(handler) === undefined && handler !== None
}

/** Call the handler of a signal. */
export function deliver(number: number, py: Thread): void {
  const handler = stateOf(py).handlers.get(number) ?? newInt(SIG_DFL)
  if (asInt(handler) === SIG_IGN || handler === None) return
  if (asInt(handler) === SIG_DFL) {
    if (number === SIGINT) raise(KeyboardInterrupt)
    return
  }
  call(handler, [newInt(number), py.frame ?? None], py)
}

function checked(number: number): number {
  if (number < 1 || number >= NSIG) raise(ValueError, 'signal number out of range')
  return number
}

export const _signal = defineModule('_signal', () => ({
  doc: 'Handlers of signals.',
  functions: [
    fn('signal(signalnum: cint, handler: object, /)', "Set a signal's handler; answer the one before.", (number, handler, py) => {
      checked(number)
      const int = asInt(handler)
      if (int !== SIG_DFL && int !== SIG_IGN && typeOf(handler).slots.call === undefined) {
        raise(PyTypeError, 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
      }
      const { handlers } = stateOf(py)
      if (number === 9 || number === 19) raise(OSError, '[Errno 22] Invalid argument')
      const before = handlers.get(number) ?? newInt(SIG_DFL)
      handlers.set(number, handler)
      return before
    }),
    fn('getsignal(signalnum: cint, /)', "Answer a signal's handler.", (number, py) => stateOf(py).handlers.get(checked(number)) ?? newInt(SIG_DFL)),
    fn('raise_signal(signalnum: cint, /)', 'Send a signal to this process.', (number, py) => deliver(number, py)),
    fn('strsignal(signalnum: cint, /)', "Answer a signal's description.", (number) => {
      const text = signals.find(([value]) => value === checked(number))?.[2]
      return text === undefined || text === '' ? None : newStr(text)
    }),
    fn('valid_signals()', 'Answer the signals that can be handled.', (py) =>
      newSetOf(Array.from({ length: NSIG - 1 }, (_, i) => i + 1).filter((n) => n !== 32 && n !== 33).map(newInt), py)),
    fn('set_wakeup_fd(fd: cint, /, *, warn_on_full_buffer: bool = True)', 'Set the descriptor that is written to when a signal comes.', (fd, _warn, py) => {
      const own = stateOf(py)
      const before = own.wakeup
      own.wakeup = fd
      return newInt(before)
    }),
    fn('siginterrupt(signalnum: cint, flag: cint, /)', 'Change whether system calls are taken up again.', () => None),
    fn('pthread_sigmask(how: cint, mask: object, /)', 'Change which signals are held back.', (_how, _mask, py) => newSetOf([], py)),
    fn('sigpending()', 'Answer the signals held back.', (py) => newSetOf([], py)),
    fn('alarm(seconds: cint, /)', 'Ask for SIGALRM, which does not come.', () => newInt(0)),
    fn('setitimer(which: cint, seconds: object, interval: object = 0.0, /)', 'Set a timer, whose signal does not come.', () => newTuple([newFloat(0), newFloat(0)])),
    fn('getitimer(which: cint, /)', 'Answer a timer.', () => newTuple([newFloat(0), newFloat(0)])),
    defaultIntHandler,
  ],
  constants(py): Record<string, Value> {
    const members: Record<string, Value> = {
      SIG_DFL: newInt(SIG_DFL), SIG_IGN: newInt(SIG_IGN), NSIG: newInt(NSIG), SIG_BLOCK: newInt(0), SIG_UNBLOCK: newInt(1), SIG_SETMASK: newInt(2),
      ITIMER_REAL: newInt(0), ITIMER_VIRTUAL: newInt(1), ITIMER_PROF: newInt(2), ItimerError: OSError,
    }
    for (const [number, names] of signals) for (const name of names.split(' ')) members[name] = newInt(number)
    py.interpreter.onInterrupt = (thread) => deliver(SIGINT, thread)
    return members
  },
  setup(module, py) {
    const { handlers } = stateOf(py)
    const handler = module.namespace.getStr('default_int_handler') ?? builtinFunction(defaultIntHandler)
    handlers.set(SIGINT, handler)
    // As in CPython, a broken pipe is an error of the write, not the end of the process.
    for (const ignored of [13, 25]) handlers.set(ignored, newInt(SIG_IGN))
  },
}))
