// The iterator that a suspended generator is delegating to (`gi_yieldfrom`, `cr_await`).
import { deoptTable, opcodes } from '@pellucid/opcode-spec'
import type { PyGenerator } from '../../data/frame.ts'
import type { Value } from '../../data/values.ts'

/** Undefined when the generator is not suspended in `yield from` or `await`. */
export function delegateOf(generator: PyGenerator): Value | undefined {
  if (generator.state !== 'suspended') return undefined
  const { frame } = generator
  const decoded = frame.code.decoded as { offsets: Int32Array; args: Int32Array } | undefined
  if (decoded === undefined) return undefined
  // A yield that belongs to a delegation is followed by RESUME with 2 (yield from) or 3 (await) in its low bits.
  const code = frame.code.data.code[decoded.offsets[frame.ip] as number] as number
  if ((deoptTable[code] ?? code) !== opcodes.RESUME || ((decoded.args[frame.ip] as number) & 3) < 2) return undefined
  return frame.slots[frame.sp - 1]
}
