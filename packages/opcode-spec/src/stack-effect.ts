// How an instruction changes the depth of the stack, as `dis.stack_effect` counts it.
// A loop's FOR_ITER is counted as leaving the iterator and an item on either way out: END_FOR and
// POP_TOP at its target stand for the clean-up that FOR_ITER does itself before it skips them.
import type { EffectText } from './effect.ts'
import { parseEffect } from './effect.ts'
import { python313 } from './versions/3.13/index.ts'

const { byCode, deopt, popped, pushed } = python313
const VARIABLE = 127

const handlerDelta = byCode.map((instruction) =>
  instruction?.handlerEffect === undefined ? undefined : fixedDelta(instruction.handlerEffect))

const fixed = Int8Array.from(byCode, (instruction, op) => {
  if (instruction?.effect === undefined || instruction.handlerEffect !== undefined) return VARIABLE
  if (op < 256 && deopt[op] !== op && instruction.of !== undefined && op < 236) return VARIABLE
  return /oparg/.test(instruction.effect) ? VARIABLE : fixedDelta(instruction.effect)
})

function fixedDelta(text: EffectText): number {
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
  const delta = fixed[op]
  if (delta !== undefined && delta !== VARIABLE) return delta
  const toHandler = handlerDelta[op]
  if (toHandler !== undefined) return jump === false ? 0 : toHandler
  const pops = popped[op]
  const pushes = pushed[op]
  if (pops === undefined || pushes === undefined || isSpecialised(op)) {
    throw new RangeError('invalid opcode or oparg')
  }
  return pushes(oparg) - pops(oparg)
}

/** How many values an instruction takes from the stack. */
export function stackInputs(op: number, oparg = 0): number {
  return popped[op]?.(oparg) ?? 0
}

/** How many values an instruction leaves in place of its inputs. */
export function stackOutputs(op: number, oparg = 0): number {
  return pushed[op]?.(oparg) ?? 0
}

function isSpecialised(op: number): boolean {
  return op < 236 && deopt[op] !== op
}
