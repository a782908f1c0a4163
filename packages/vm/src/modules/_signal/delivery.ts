// Handlers written in Python: which there are, which signals are held back, and calling them.
import { asInt, newInt, None, type Value } from '../../data/values.ts'
import { HostError } from '../../ports/host.ts'
import { call } from '../../protocols/call.ts'
import { KeyboardInterrupt, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { NSIG } from './table.ts'

export const SIG_DFL = 0
export const SIG_IGN = 1
export const SIGINT = 2

/** What is known of signals in one interpreter. */
export interface SignalState {
  readonly handlers: Map<number, Value>
  /** Held back, and of these the ones that came. */
  readonly blocked: Set<number>
  readonly pending: Set<number>
  /** The descriptor that is told; -1 for none. */
  wakeup: number
  /** How many were taken care of. */
  count: number
}

const stateKey = '_signal'

export function stateOf(py: Thread): SignalState {
  let made = py.interpreter.state.get(stateKey) as SignalState | undefined
  if (made === undefined) {
    made = { handlers: new Map(), blocked: new Set(), pending: new Set(), wakeup: -1, count: 0 }
    py.interpreter.state.set(stateKey, made)
  }
  return made
}

/** Is a signal to this process one that Python code, or nobody, takes care of? */
export function isHandled(number: number, py: Thread): boolean {
  const { handlers, blocked } = stateOf(py)
  const handler = handlers.get(number)
  return blocked.has(number) || (handler === undefined ? number === SIGINT : asInt(handler) !== SIG_DFL)
}

/** Is there Python code for a signal? ValueError for what is no signal's number. */
export function hasHandler(number: number, py: Thread): boolean {
  const handler = stateOf(py).handlers.get(checked(number))
  return handler !== undefined && asInt(handler) === undefined && handler !== None
}

/** Tell the descriptor that waits for signals. */
function wake(number: number, fd: number, py: Thread): void {
  try {
    py.interpreter.host.files.write(fd, Uint8Array.of(number))
  } catch (caught) {
    // A full pipe has woken its reader already.
    if (!(caught instanceof HostError)) throw caught
  }
}

/** Call the handler of a signal, or keep the signal while it is held back. */
export function deliver(number: number, py: Thread): void {
  const state = stateOf(py)
  if (state.blocked.has(number)) {
    state.pending.add(number)
    return
  }
  const handler = state.handlers.get(number) ?? newInt(SIG_DFL)
  if (asInt(handler) === SIG_IGN || handler === None) return
  if (asInt(handler) === SIG_DFL) {
    if (number === SIGINT) raise(KeyboardInterrupt)
    return
  }
  state.count++
  if (state.wakeup >= 0) wake(number, state.wakeup, py)
  call(handler, [newInt(number), py.frame ?? None], py)
}

/** Signals came from outside: all of them are taken care of, whatever a handler raises. */
export function deliverAll(py: Thread): void {
  const came = py.interpreter.host.signals?.take() ?? [SIGINT]
  came.forEach((number, at) => {
    try {
      deliver(number, py)
    } catch (caught) {
      for (const later of came.slice(at + 1)) py.interpreter.pending.push((thread) => deliver(later, thread))
      throw caught
    }
  })
}

/** Have the main thread take care of a signal: at once if it asks for it, else when it looks up. */
export function deliverToMain(number: number, py: Thread): void {
  const { mainThread, pending } = py.interpreter
  if (py === mainThread) deliver(number, py)
  else pending.push((thread) => deliver(number, thread))
}

/** Send a signal to this process: to its handler, or by the system. */
export function raiseSignal(number: number, py: Thread): void {
  const { host } = py.interpreter
  if (isHandled(number, py)) deliverToMain(number, py)
  else host.kill?.(host.pid, number)
}

/** Have the host do what a signal's handler means. */
export function listen(number: number, py: Thread): void {
  const { handlers, blocked } = stateOf(py)
  const handler = asInt(handlers.get(number) ?? newInt(SIG_DFL))
  py.interpreter.host.signals?.listen(number, blocked.has(number) ? 'tell' : handler === SIG_DFL ? 'default' : handler === SIG_IGN ? 'ignore' : 'tell')
}

/** A number that is a signal's; ValueError if not. */
export function checked(number: number): number {
  if (number < 1 || number >= NSIG) raise(ValueError, 'signal number out of range')
  return number
}
