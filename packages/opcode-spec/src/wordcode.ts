// `co_code`: two bytes an instruction, [opcode][argument], then its inline caches as zero words.
//
//   71 01 | 83 2C        EXTENDED_ARG 1, LOAD_CONST 0x2C: the argument is 0x12C
//
// Invariant: offsets are bytes and even; an instruction begins at its first EXTENDED_ARG.
import { inlineCaches } from './opcodes.ts'
import { opcodes } from './versions/3.13/index.ts'

const { EXTENDED_ARG } = opcodes

/** An instruction read from wordcode. */
export interface WordInstruction {
  readonly op: number
  /** The whole argument, with its extensions. */
  readonly oparg: number
  /** Offset of the opcode itself. */
  readonly offset: number
  /** Offset of the first EXTENDED_ARG, or of the opcode. */
  readonly start: number
  /** Offset behind the inline caches. */
  readonly end: number
}

/** Walks over instructions: extensions are folded in, caches are skipped. */
export function* readWordcode(code: Uint8Array): Generator<WordInstruction, void> {
  let offset = 0
  let extended = 0
  let start = 0
  while (offset + 1 < code.length) {
    const op = code[offset]!
    const oparg = extended | code[offset + 1]!
    if (op === EXTENDED_ARG) {
      extended = oparg << 8
      offset += 2
      continue
    }
    const end = offset + 2 + 2 * (inlineCaches[op] ?? 0)
    yield { op, oparg, offset, start, end }
    extended = 0
    offset = end
    start = end
  }
}

/** Where a jump leads, in bytes. The instruction must have `jumps`. */
export function jumpTarget(instruction: WordInstruction, backward: boolean): number {
  return instruction.end + (backward ? -2 : 2) * instruction.oparg
}

/** Code units an instruction takes: extensions, itself, caches. */
export function instructionSize(op: number, oparg: number): number {
  const extensions = oparg > 0xffffff || oparg < 0 ? 3 : oparg > 0xffff ? 2 : oparg > 0xff ? 1 : 0
  return extensions + 1 + (inlineCaches[op] ?? 0)
}

/** Writes one instruction, with extensions and empty caches; returns the offset behind it. */
export function writeInstruction(code: Uint8Array, at: number, op: number, oparg: number): number {
  if (oparg > 0xffffff || oparg < 0) at = writeWord(code, at, EXTENDED_ARG, oparg >>> 24)
  if (oparg > 0xffff || oparg < 0) at = writeWord(code, at, EXTENDED_ARG, oparg >>> 16)
  if (oparg > 0xff || oparg < 0) at = writeWord(code, at, EXTENDED_ARG, oparg >>> 8)
  at = writeWord(code, at, op, oparg)
  const end = at + 2 * (inlineCaches[op] ?? 0)
  code.fill(0, at, end)
  return end
}

function writeWord(code: Uint8Array, at: number, op: number, argument: number): number {
  code[at] = op
  code[at + 1] = argument & 0xff
  return at + 2
}

/** Assembles instructions into wordcode. */
export function encodeWordcode(
  instructions: readonly { readonly op: number; readonly oparg: number }[],
): Uint8Array {
  const units = instructions.reduce((sum, { op, oparg }) => sum + instructionSize(op, oparg), 0)
  const code = new Uint8Array(units * 2)
  let at = 0
  for (const { op, oparg } of instructions) at = writeInstruction(code, at, op, oparg)
  return code
}
