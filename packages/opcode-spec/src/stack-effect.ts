// How an instruction changes the depth of the stack, as `dis.stack_effect` counts it.
// A loop's FOR_ITER is counted as leaving the iterator and an item on either way out: END_FOR and
// POP_TOP at its target stand for the clean-up that FOR_ITER does itself before it skips them.
import type { EffectText } from './effect.ts'
import { countItems, parseEffect } from './effect.ts'
import { python313 } from './versions/3.13/index.ts'

/** Counts values by the argument of an instruction. */
type Count = (oparg: number) => number

/** What an effect's text says. */
interface Counted {
  readonly pops: Count
  readonly pushes: Count
  /** The change where it does not depend on the argument. */
  readonly delta: number | undefined
  /** What a pseudo instruction that protects a block does on the way to the handler. */
  readonly toHandler: number | undefined
}

// Effects are read when they are first asked for: programs use few of the instructions.
const counted: (Counted | null)[] = []

function countedOf(op: number): Counted | null {
  return (counted[op] ??= readEffect(op))
}

/** Null where the effect depends on another instruction, or there is none. */
function readEffect(op: number): Counted | null {
  const { effect, handlerEffect } = python313.byCode[op] ?? {}
  if (effect === undefined) return null
  const { inputs, outputs } = parseEffect(effect)
  return {
    pops: countItems(inputs),
    pushes: countItems(outputs),
    delta: effect.includes('oparg') ? undefined : outputs.length - inputs.length,
    toHandler: handlerEffect === undefined ? undefined : changeOf(handlerEffect),
  }
}

function changeOf(text: EffectText): number {
  const { inputs, outputs } = parseEffect(text)
  return outputs.length - inputs.length
}

/**
 * The change of stack depth by an instruction, real or pseudo.
 * Without `jump`, the larger of the two ways. A specialised or unknown opcode is a RangeError.
 * @example
 * stackEffect(opcodes.BUILD_LIST, 3)   // -2
 */
export function stackEffect(op: number, oparg = 0, jump?: boolean): number {
  const effect = isSpecialised(op) ? null : countedOf(op)
  if (effect === null) throw new RangeError('invalid opcode or oparg')
  if (effect.toHandler !== undefined) return jump === false ? 0 : effect.toHandler
  return effect.delta ?? effect.pushes(oparg) - effect.pops(oparg)
}

/** How many values an instruction takes from the stack. */
export function stackInputs(op: number, oparg = 0): number {
  return countedOf(op)?.pops(oparg) ?? 0
}

/** How many values an instruction leaves in place of its inputs. */
export function stackOutputs(op: number, oparg = 0): number {
  return countedOf(op)?.pushes(oparg) ?? 0
}

function isSpecialised(op: number): boolean {
  return op < 236 && python313.deopt[op] !== op
}
