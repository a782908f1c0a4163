// The iterator that a suspended generator is delegating to (`gi_yieldfrom`, `cr_await`).
import { opcodes } from '@pellucid/opcode-spec'
import type { PyGenerator } from '../data/frame.ts'
import type { Value } from '../data/values.ts'
import { decode } from './decode.ts'

/** Undefined when the generator is not suspended in `yield from` or `await`. */
export function delegate(generator: PyGenerator): Value | undefined {
  if (generator.state !== 'suspended') return undefined
  const { frame } = generator
  const { ops, args } = decode(frame.code)
  // A yield that belongs to a delegation is followed by RESUME with 2 (yield from) or 3 (await) in its low bits.
  if (ops[frame.ip] !== opcodes.RESUME || ((args[frame.ip] as number) & 3) < 2) return undefined
  return frame.slots[frame.sp - 1]
}
