// What tracing knows of a code object before it runs: each instruction's line, and which of them begin one
// (https://docs.python.org/3.13/library/sys.monitoring.html: a LINE event comes before the instruction).
import { deoptTable, opcodes, positions } from '@pellucid/opcode-spec'
import type { PyCode } from '../../data/code.ts'
import { decode, type Decoded } from '../decode.ts'

export interface Plan {
  /** Base opcode of each instruction. */
  readonly ops: Uint8Array
  /** Line of each instruction, -1 where it has none. */
  readonly lines: Int32Array
  /** 1 where an instruction begins a line, or is reached by a jump that may come from another one. */
  readonly starts: Uint8Array
  /** The first instruction that is told of: RESUME. What comes before it makes the frame ready. */
  readonly first: number
}

const plans = new WeakMap<Decoded, Plan>()

/** The plan of a code object, made when it is first traced. */
export function planOf(code: PyCode): Plan {
  const decoded = decode(code)
  let plan = plans.get(decoded)
  if (plan === undefined) plans.set(decoded, (plan = makePlan(code, decoded)))
  return plan
}

function makePlan(code: PyCode, decoded: Decoded): Plan {
  const { offsets } = decoded
  const size = offsets.length - 1
  const ops = new Uint8Array(size)
  const lines = new Int32Array(size).fill(-1)
  const lineOfUnit = Int32Array.from(positions(code.data.linetable, code.data.firstlineno), ({ lineno }) => lineno ?? -1)
  for (let i = 0; i < size; i++) {
    const raw = code.data.code[offsets[i] as number] as number
    ops[i] = deoptTable[raw] ?? raw
    lines[i] = lineOfUnit[(offsets[i] as number) >> 1] ?? -1
  }
  const resume = ops.indexOf(opcodes.RESUME)
  const first = resume < 0 ? size : resume
  return { ops, lines, first, starts: lineStarts(ops, lines, first, decoded) }
}

/** Instructions that a jump, or the end of a loop, skips: they begin no line. */
const skipped = new Set<number>([opcodes.END_ASYNC_FOR, opcodes.END_FOR, opcodes.END_SEND, opcodes.RESUME])
/** What follows one of these is reached from elsewhere only. */
const terminators = new Set<number>([opcodes.RETURN_VALUE, opcodes.RAISE_VARARGS, opcodes.RERAISE])
const jumps = new Set<number>([
  opcodes.POP_JUMP_IF_FALSE, opcodes.POP_JUMP_IF_TRUE, opcodes.POP_JUMP_IF_NONE, opcodes.POP_JUMP_IF_NOT_NONE,
  opcodes.JUMP_FORWARD, opcodes.JUMP_BACKWARD, opcodes.JUMP_BACKWARD_NO_INTERRUPT,
])

function lineStarts(ops: Uint8Array, lines: Int32Array, first: number, decoded: Decoded): Uint8Array {
  const starts = new Uint8Array(ops.length)
  let current = -1
  for (let i = first; i < ops.length; i++) {
    const op = ops[i] as number
    if (skipped.has(op)) continue
    const line = lines[i] as number
    if (line !== current && line >= 0) starts[i] = 1
    current = terminators.has(op) ? -1 : line
  }
  const reach = (target: number): void => {
    if ((lines[target] ?? -1) >= 0) starts[target] = 1
  }
  for (let i = first; i < ops.length; i++) {
    const op = ops[i] as number
    if (jumps.has(op)) reach(decoded.args[i] as number)
    else if (op === opcodes.FOR_ITER || op === opcodes.SEND) reach((decoded.args[i] as number) + 1)
  }
  for (const { target } of decoded.handlers) if (ops[target] !== opcodes.END_ASYNC_FOR) reach(target)
  return starts
}
