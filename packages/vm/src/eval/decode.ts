// Wordcode made ready to run: one entry an instruction, extensions folded in, caches dropped, jumps as indices.
// The raw bytes stay the truth: `offsets` leads back from an index to them, for tracebacks and f_lasti.
import {
  codeFlags, decodeExceptionTable, deoptTable, hasJump, instructions, opcodes, readWordcode, jumpTarget, verify,
} from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import type { Value } from '../data/values.ts'
import { SystemError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { fusions } from './fusions.generated.ts'

/** A protected stretch of instructions. */
export interface Protected {
  readonly start: number
  readonly end: number
  readonly target: number
  readonly depth: number
  readonly lasti: boolean
}

export interface Decoded {
  /** Opcodes; operators and kinds of attribute access have numbers of their own, see `Split`. */
  readonly ops: Int32Array
  readonly args: Int32Array
  /** Byte offset of each instruction's opcode, and one past the end. */
  readonly offsets: Int32Array
  /** Inline cache of each instruction, made by the instruction itself. */
  readonly caches: unknown[]
  readonly handlers: readonly Protected[]
  /** Slots of a frame: as many as it needs, all unbound; frames take copies. */
  readonly blank: readonly (Value | undefined)[]
  /** Local, cell and free variables. */
  readonly places: number
  /** Number of parameters where all are positional, else -1. */
  readonly positions: number
}

/** Instructions that the machine tells apart although CPython numbers them alike. */
export const Split = {
  /** BINARY_OP by operator: BINARY + argument. */
  BINARY: 300,
  /** COMPARE_OP by operator: COMPARE + operator. */
  COMPARE: 340,
  LOAD_METHOD: 350,
  LOAD_GLOBAL_NULL: 351,
} as const

const VARIADIC = codeFlags.CO_VARARGS | codeFlags.CO_VARKEYWORDS

const backward = new Set<number>(
  Object.values(instructions).flatMap((entry) => ('jumps' in entry && entry.jumps === 'backward' ? [entry.code] : [])),
)

/** The decoded form of a code object, made on first use. */
export function decode(code: PyCode): Decoded {
  return (code.decoded ??= decodeChecked(code)) as Decoded
}

/** Bytecode from elsewhere is verified before its first run: CPython would crash on what this refuses. */
function decodeChecked(code: PyCode): Decoded {
  const complaint = code.trusted ? undefined : verify(code.data)[0]
  if (complaint !== undefined) {
    raise(SystemError, `bytecode of '${code.data.name}' is not sound: ${complaint.reason} (offset ${complaint.offset})`)
  }
  return decodeBytes(code)
}

function decodeBytes(code: PyCode): Decoded {
  const words = [...readWordcode(code.data.code)]
  const indexAt = new Map<number, number>()
  words.forEach((word, index) => {
    indexAt.set(word.start, index)
    if (!indexAt.has(word.offset)) indexAt.set(word.offset, index)
  })
  indexAt.set(code.data.code.length, words.length)
  const ops = new Int32Array(words.length)
  const args = new Int32Array(words.length)
  const offsets = new Int32Array(words.length + 1)
  words.forEach((word, index) => {
    const op = deoptTable[word.op] ?? word.op
    let arg = word.oparg
    let split: number = op
    if (hasJump(op)) arg = indexAt.get(jumpTarget(word, backward.has(op))) ?? words.length
    else if (op === opcodes.BINARY_OP) split = Split.BINARY + arg
    else if (op === opcodes.COMPARE_OP) split = Split.COMPARE + (arg >> 5)
    else if (op === opcodes.LOAD_ATTR) {
      if (arg & 1) split = Split.LOAD_METHOD
      arg >>= 1
    } else if (op === opcodes.LOAD_GLOBAL) {
      if (arg & 1) split = Split.LOAD_GLOBAL_NULL
      arg >>= 1
    }
    ops[index] = split
    args[index] = arg
    offsets[index] = word.offset
  })
  offsets[words.length] = code.data.code.length
  const handlers = decodeExceptionTable(code.data.exceptiontable).map((entry) => ({
    start: indexAt.get(entry.start) ?? 0,
    end: indexAt.get(entry.end) ?? words.length,
    target: indexAt.get(entry.target) ?? 0,
    depth: entry.depth,
    lasti: entry.lasti,
  }))
  for (let i = 0; i < words.length - 1; i++) {
    ops[i] = fusions.get((ops[i] as number) * 1024 + (ops[i + 1] as number)) ?? (ops[i] as number)
  }
  const { argcount, kwonlyargcount, flags, localsplusnames, stacksize } = code.data
  const places = localsplusnames.length
  return {
    ops,
    args,
    offsets,
    caches: filled(words.length),
    handlers,
    blank: filled(places + stacksize),
    places,
    positions: kwonlyargcount === 0 && (flags & VARIADIC) === 0 ? argcount : -1,
  }
}

/** Undefined `count` times (once at least), pushed one by one: V8 then knows that the array has no holes. */
function filled(count: number): undefined[] {
  const array: undefined[] = [undefined]
  while (array.length < count) array.push(undefined)
  return array
}

/** The innermost handler that protects the instruction at `index`. */
export function handlerAt(decoded: Decoded, index: number): Protected | undefined {
  for (const entry of decoded.handlers) if (entry.start <= index && index < entry.end) return entry
  return undefined
}
