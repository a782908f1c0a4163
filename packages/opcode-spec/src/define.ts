// How an instruction is written down. A family is a plain object; its literals are kept as types, so
// that the vm derives each handler's operands from the effect text (see effect.ts) and nothing is
// said twice.
import type { EffectText } from './effect.ts'
import type { ArgumentKind } from './oparg.ts'

/** One instruction, as the families write it. */
export interface Instruction {
  readonly code: number
  /** `inputs -- outputs`, top of the stack on the right; absent when it depends on another instruction. */
  readonly effect?: EffectText
  readonly arg?: ArgumentKind
  /** Inline caches behind the instruction: name and size in code units. */
  readonly caches?: Readonly<Record<string, number>>
  readonly doc: string
  /** Where the argument leads; a pseudo jump goes either way. */
  readonly jumps?: 'forward' | 'backward' | 'any'
  /** Control never goes on to the next instruction. */
  readonly ends?: true
  /** May raise. */
  readonly raises?: true
  /** Looks for pending work: signals, other threads, the step budget. */
  readonly interruptible?: true
  /** May enter a Python frame, leaves the frame, or suspends it. */
  readonly frame?: 'push' | 'pop' | 'yield'
  /** Effect on the way to the handler, for the pseudo instructions that open a protected block. */
  readonly handlerEffect?: EffectText
  /** The base of a specialised or instrumented instruction. */
  readonly of?: string
  /** Touches a local although it has no argument of its own. */
  readonly uses?: 'local'
}

/** Declares instructions and keeps their literal types. */
export function family<const Table extends Readonly<Record<string, Instruction>>>(table: Table): Table {
  return table
}
