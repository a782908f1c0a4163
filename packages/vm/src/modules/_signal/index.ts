// _signal: handlers written in Python. They run between instructions, when the host says that a signal came.
import { typeOf } from '../../data/type.ts'
import { asInt, newInt, newStr, None, type Value } from '../../data/values.ts'
import { builtinFunction, fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { KeyboardInterrupt, OSError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { onHost, osError } from '../host-error.ts'
import { newSetOf } from '../set-of.ts'
import { checked, deliverAll, listen, raiseSignal, SIG_DFL, SIG_IGN, SIGINT, stateOf } from './delivery.ts'
import { maskFunctions, signalInfo } from './masks.ts'
import { NSIG, signals, validSignals } from './table.ts'
import { timerFunctions } from './timers.ts'

const EINVAL = 22

const defaultIntHandler = fn('default_int_handler(signalnum: cint, frame: object, /)', 'Raise KeyboardInterrupt.', () => raise(KeyboardInterrupt))

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
      if (number === 9 || number === 19) throw osError(EINVAL, py)
      const before = handlers.get(number) ?? newInt(SIG_DFL)
      handlers.set(number, handler)
      listen(number, py)
      return before
    }),
    fn('getsignal(signalnum: cint, /)', "Answer a signal's handler.", (number, py) => stateOf(py).handlers.get(checked(number)) ?? newInt(SIG_DFL)),
    fn('raise_signal(signalnum: cint, /)', 'Send a signal to this process.', (number, py) => raiseSignal(checked(number), py)),
    fn('strsignal(signalnum: cint, /)', "Answer a signal's description.", (number) => {
      const text = signals.find(([value]) => value === checked(number))?.[2]
      return text === undefined || text === '' ? None : newStr(text)
    }),
    fn('valid_signals()', 'Answer the signals that can be handled.', (py) =>
      newSetOf(validSignals.map(newInt), py)),
    fn('set_wakeup_fd(fd: cint, /, *, warn_on_full_buffer: bool = True)', 'Set the descriptor that is written to when a signal comes.', (fd, _warn, py) => {
      const own = stateOf(py)
      if (fd !== -1) {
        onHost(py, () => py.interpreter.host.files.fstat(fd))
        if (py.interpreter.host.files.blocking?.(fd) === true) raise(ValueError, `the fd ${fd} must be in non-blocking mode`)
      }
      const before = own.wakeup
      own.wakeup = fd
      return newInt(before)
    }),
    fn('siginterrupt(signalnum: cint, flag: cint, /)', 'Change whether system calls are taken up again.', (number) => void checked(number)),
    ...maskFunctions,
    ...timerFunctions,
    defaultIntHandler,
  ],
  constants(py): Record<string, Value> {
    const members: Record<string, Value> = {
      SIG_DFL: newInt(SIG_DFL), SIG_IGN: newInt(SIG_IGN), NSIG: newInt(NSIG), SIG_BLOCK: newInt(0), SIG_UNBLOCK: newInt(1), SIG_SETMASK: newInt(2),
      ITIMER_REAL: newInt(0), ITIMER_VIRTUAL: newInt(1), ITIMER_PROF: newInt(2), ItimerError: OSError, struct_siginfo: signalInfo.type,
    }
    for (const [number, names] of signals) for (const name of names.split(' ')) members[name] = newInt(number)
    py.interpreter.onInterrupt = deliverAll
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
