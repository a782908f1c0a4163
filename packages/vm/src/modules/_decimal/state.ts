// What the module keeps for an interpreter: its exception classes, the classes it makes in Python's way, and the
// three contexts that programs may change.
import type { PyType } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { invariant } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { PyDecimalContext } from './context-layout.ts'

export interface DecimalState {
  /** Every exception class of the module by name, in the order in which the module lists them. */
  readonly exceptions: ReadonlyMap<string, PyType>
  /** `collections.abc.MutableMapping` over the flags or the traps of a context. */
  readonly signalDict: PyType
  readonly decimalTuple: Value
  /** `numbers.Rational`: what a Decimal can be compared with. */
  readonly rational: Value
  /** DefaultContext, BasicContext, ExtendedContext: copied when they become the current one. */
  readonly templates: readonly [PyDecimalContext, PyDecimalContext, PyDecimalContext]
}

const KEY = 'decimal'

export function keepState(state: DecimalState, py: Thread): void {
  py.interpreter.state.set(KEY, state)
}

/** Undefined before the first import. */
export function keptState(py: Thread): DecimalState | undefined {
  return py.interpreter.state.get(KEY) as DecimalState | undefined
}

export function decimalState(py: Thread): DecimalState {
  const state = keptState(py)
  invariant(state !== undefined, 'a Decimal before _decimal was imported')
  return state
}
