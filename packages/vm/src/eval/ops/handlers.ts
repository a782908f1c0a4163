// The type of a handler, read off the instruction's effect: operands by position, then argument and frame. What it
// returns is pushed: nothing, one value, or several from the bottom up.
import type { Instruction, Operands, OutputText } from '@pellucid/opcode-spec'
import type { PyFrame } from '../../data/frame.ts'
import type { Value } from '../../data/values.ts'
import type { Thread } from '../../thread.ts'

type Result<Effect extends string> = OutputText<Effect> extends ''
  ? void
  : void | Value | readonly (Value | undefined)[]

/** The handler of one instruction. */
export type Handler<Entry extends Instruction> = Entry extends { effect: infer Effect extends string }
  ? (py: Thread, ...rest: [...Operands<Effect, Value>, arg: number, frame: PyFrame]) => Result<Effect>
  : never

/** Handlers for some of a family's instructions. */
export type HandlersOf<Family, Names extends keyof Family> = {
  readonly [Name in Names]: Family[Name] extends Instruction ? Handler<Family[Name]> : never
}
