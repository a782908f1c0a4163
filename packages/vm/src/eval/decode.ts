// Wordcode made ready to run: one entry an instruction, extensions folded in, caches dropped, jumps as indices.
// The raw bytes stay the truth: `offsets` leads back from an index to them, for tracebacks and f_lasti.
import {
  codeFlags, decodeExceptionTable, deoptTable, hasJump, inlineCaches, jumpsBack, opcodes, verify,
} from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import type { Value } from '../data/values.ts'
import { SystemError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { fusions, numbering } from './numbering.generated.ts'

/** A protected stretch of instructions. */
export interface Protected {
  readonly start: number
  readonly end: number
  readonly target: number
  readonly depth: number
  readonly lasti: boolean
}

export interface Decoded {
  /** Numbers of the loop's cases; `RARE` + opcode for what it leaves to `rare`. */
  readonly ops: Int32Array
  readonly args: Int32Array
  /** Byte offset of each instruction's opcode, and one past the end. */
  readonly offsets: Int32Array
  /** Inline cache of each instruction, made by the instruction itself. */
  readonly caches: unknown[]
  readonly handlers: readonly Protected[]
  /** The code's constants, where the loop finds them without asking. */
  readonly consts: readonly Value[]
  /** Slots of a frame: as many as it needs, all unbound; frames take copies. */
  readonly blank: readonly (Value | undefined)[]
  /** Local, cell and free variables. */
  readonly places: number
  /** Number of parameters where all are positional, else -1; -1 too for code of a module or class, which has a namespace. */
  readonly positions: number
  /** Does code run where a generator is closed while it is suspended? Made when a generator is. */
  closes: boolean | undefined
  /** Ways of new generators to loops, by instruction; made as they are asked for (eval/loops-own). */
  ways: Map<number, readonly number[] | 'elsewhere'> | undefined
  /** Each instruction by itself, for the traced loop; made when that is entered (eval/trace/traps). */
  singles: Int32Array | undefined
  /** What `ops` holds when it is not written over with TRAP; undefined when it is not. */
  trapped: Int32Array | undefined
}

/** Instructions that the machine tells apart although CPython numbers them alike. */
export const Split = {
  /** BINARY_OP by operator: BINARY + argument. */
  BINARY: 300,
  /** COMPARE_OP by operator: COMPARE + operator. */
  COMPARE: 340,
  LOAD_METHOD: 350,
  LOAD_GLOBAL_NULL: 351,
  /** Not in any code: hands the frame over to the traced loop. */
  TRAP: 352,
  /** JUMP_BACKWARD and RESUME where the code behind them is compiled: `caches` has it. */
  COMPILED_LOOP: 353,
  COMPILED_START: 354,
  /** POP_TOP where it takes a loop's iterator, in code that has had generators of its loops' own (eval/dropped). */
  DROP_ITERATOR: 355,
} as const

/** What is added to the opcode of an instruction that is not one of the loop's cases. */
export const RARE = 1024

const numbers = Int16Array.from({ length: RARE }, (_, code) => numbering.get(code) ?? RARE + code)

const VARIADIC = codeFlags.CO_VARARGS | codeFlags.CO_VARKEYWORDS

/** What decoding does with an instruction's argument, by opcode. */
const Kind = { plain: 0, forward: 1, backward: 2, binary: 3, compare: 4, attribute: 5, global: 6 } as const

const kinds = new Uint8Array(256)
for (let code = 0; code < 256; code++) if (hasJump(code)) kinds[code] = jumpsBack(code) ? Kind.backward : Kind.forward
kinds[opcodes.BINARY_OP] = Kind.binary
kinds[opcodes.COMPARE_OP] = Kind.compare
kinds[opcodes.LOAD_ATTR] = Kind.attribute
kinds[opcodes.LOAD_GLOBAL] = Kind.global

let prepare: ((decoded: Decoded) => void) | undefined

/** What is done with everything that is decoded from now on, whichever interpreter decodes it. */
export function prepareDecoded(action: ((decoded: Decoded) => void) | undefined): void {
  prepare = action
}

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
  const decoded = decodeBytes(code)
  prepare?.(decoded)
  return decoded
}

/** The opcode that the machine runs, from the base opcode and its argument. */
function splitOf(op: number, oparg: number): number {
  switch (kinds[op]) {
    case Kind.binary: return Split.BINARY + oparg
    case Kind.compare: return Split.COMPARE + (oparg >> 5)
    case Kind.attribute: return oparg & 1 ? Split.LOAD_METHOD : op
    case Kind.global: return oparg & 1 ? Split.LOAD_GLOBAL_NULL : op
    default: return op
  }
}

function countInstructions(bytes: Uint8Array): number {
  let count = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const op = bytes[at] as number
    if (op === opcodes.EXTENDED_ARG) continue
    count++
    at += 2 * (inlineCaches[op] ?? 0)
  }
  return count
}

// Arrays hold numbers throughout: this runs for each code object of each module that is imported.
function decodeBytes(code: PyCode): Decoded {
  const bytes = code.data.code
  const units = bytes.length >> 1
  /** Index of the instruction at each code unit: at its opcode, and at its first extension. */
  const indexAt = new Int32Array(units + 1)
  const size = countInstructions(bytes)
  const ops = new Int32Array(size)
  const args = new Int32Array(size)
  const offsets = new Int32Array(size + 1)
  const jumps: number[] = []
  let count = 0
  for (let unit = 0, extended = 0, start = 0; unit < units; ) {
    const raw = bytes[2 * unit] as number
    const oparg = extended | (bytes[2 * unit + 1] as number)
    if (raw === opcodes.EXTENDED_ARG) {
      extended = oparg << 8
      unit++
      continue
    }
    const op = deoptTable[raw] ?? raw
    const kind = kinds[op] as number
    const end = unit + 1 + (inlineCaches[raw] ?? 0)
    indexAt[start] = indexAt[unit] = count
    ops[count] = splitOf(op, oparg)
    args[count] = kind === Kind.attribute || kind === Kind.global ? oparg >> 1 : oparg
    if (kind === Kind.forward || kind === Kind.backward) {
      args[count] = kind === Kind.forward ? end + oparg : end - oparg
      jumps.push(count)
    }
    offsets[count++] = 2 * unit
    extended = 0
    start = unit = end
  }
  indexAt[units] = count
  offsets[count] = bytes.length
  for (const jump of jumps) args[jump] = indexAt[args[jump] as number] ?? count
  for (let i = 0; i < count; i++) {
    const code = ops[i] as number
    ops[i] = fusions.get(code * 1024 + (ops[i + 1] ?? 0)) ?? (numbers[code] as number)
  }
  const { argcount, kwonlyargcount, flags, localsplusnames, stacksize } = code.data
  const places = localsplusnames.length
  return {
    ops,
    args,
    offsets,
    caches: filled(count),
    handlers: handlersOf(code.data.exceptiontable, indexAt),
    consts: code.consts,
    blank: filled(places + stacksize),
    places,
    closes: undefined, ways: undefined,
    singles: undefined,
    trapped: undefined,
    positions: kwonlyargcount === 0 && (flags & VARIADIC) === 0 && (flags & codeFlags.CO_OPTIMIZED) !== 0 ? argcount : -1,
  }
}

function handlersOf(table: Uint8Array, indexAt: Int32Array): Protected[] {
  const index = (offset: number): number => indexAt[offset >> 1] ?? 0
  return decodeExceptionTable(table).map(({ start, end, target, depth, lasti }) => ({
    start: index(start), end: index(end), target: index(target), depth, lasti,
  }))
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
