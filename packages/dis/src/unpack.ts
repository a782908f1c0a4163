// Wordcode cut into instructions as `dis` shows them: every EXTENDED_ARG is one of its own.
//
//   71 01 | 83 2C        EXTENDED_ARG 1, LOAD_CONST 300: two instructions, the second starting at the first
import { deoptTable, hasArg, hasExc, hasJump, inlineCaches, opcodes, opname } from '@pellucid/opcode-spec'

const { EXTENDED_ARG, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT } = opcodes

/** One word of code, its caches left out. */
export interface Word {
  readonly op: number
  /** The opcode's base, if it is specialised or instrumented. */
  readonly base: number
  /** The argument with its extensions; null if the opcode has none. */
  readonly arg: number | null
  readonly offset: number
  /** Offset of the first EXTENDED_ARG before it, or its own. */
  readonly start: number
}

/** How many words of cache follow an opcode. */
export const cachesOf = (base: number): number => inlineCaches[base] ?? 0

/** The base of a specialised or instrumented opcode. */
export const baseOf = (op: number): number => deoptTable[op] ?? op

/** An opcode's name, `<n>` if it has none. */
export const nameOf = (op: number): string => opname[op] ?? `<${op}>`

/** Reads the words of any bytes; an odd last byte is left out. */
export function unpackWords(code: Uint8Array): Word[] {
  const words: Word[] = []
  let extended = 0
  let start = -1
  for (let offset = 0; offset + 1 < code.length; offset += 2) {
    const op = code[offset] as number
    const base = baseOf(op)
    // The argument is a C int: a fifth byte pushes the first one out.
    const arg = hasArg(base) ? (code[offset + 1] as number) | extended : null
    if (start < 0) start = offset
    const extends_ = base === EXTENDED_ARG
    words.push({ op, base, arg, offset, start: extends_ ? offset : start })
    extended = extends_ ? (arg as number) << 8 : 0
    if (!extends_) start = -1
    offset += 2 * cachesOf(base)
  }
  return words
}

/** Where a word jumps to, in bytes; null if it does not jump. */
export function targetOf(word: Word): number | null {
  if (word.arg === null || !(hasJump(word.base) || hasExc(word.base))) return null
  const backward = word.base === JUMP_BACKWARD || word.base === JUMP_BACKWARD_NO_INTERRUPT
  return word.offset + 2 + 2 * (backward ? -word.arg : word.arg) + 2 * cachesOf(word.base)
}

/** The code as `co_code` shows it: base opcodes, empty caches. */
export function baseCode(code: Uint8Array): Uint8Array {
  let copy: Uint8Array | undefined
  for (let at = 0; at + 1 < code.length; at += 2) {
    const op = code[at] as number
    const base = baseOf(op)
    const end = at + 2 + 2 * cachesOf(base)
    if (base !== op) {
      copy ??= code.slice()
      copy[at] = base
    }
    for (let cache = at + 2; cache < end && cache < code.length; cache++) {
      if (code[cache] === 0) continue
      copy ??= code.slice()
      copy[cache] = 0
    }
    at = end - 2
  }
  return copy ?? code
}
