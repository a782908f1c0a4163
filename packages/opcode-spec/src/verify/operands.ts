// Each instruction's argument against the table or range it must lie in.
import { binaryOperators, compareOperators } from '../binary-operators.ts'
import { codeFlags, localKinds } from '../code-flags.ts'
import type { CodeObject } from '../code-object.ts'
import { intrinsics1, intrinsics2 } from '../intrinsics.ts'
import { opcodes, python313 } from '../versions/3.13/index.ts'
import { jumpTarget } from '../wordcode.ts'
import type { WordInstruction } from '../wordcode.ts'
import type { Complaint, Shape } from './complaint.ts'

/** What may stand before RETURN_GENERATOR. */
const prologue = new Set<number>([opcodes.COPY_FREE_VARS, opcodes.MAKE_CELL, opcodes.NOP])
const suspendable = codeFlags.CO_GENERATOR | codeFlags.CO_COROUTINE | codeFlags.CO_ASYNC_GENERATOR

/** Only a generator can be left and entered again, from the moment that it is one: once, at its start. */
function checkSuspension(code: CodeObject, { instructions, indexAt }: Shape, complaints: Complaint[]): void {
  const first = instructions.findIndex(({ op }) => !prologue.has(op))
  const opening = instructions[first]
  const generates = (code.flags & suspendable) !== 0 && opening?.op === opcodes.RETURN_GENERATOR
  for (const [at, instruction] of instructions.entries()) {
    const { op, offset } = instruction
    if (op === opcodes.RETURN_GENERATOR && (at !== first || !generates)) {
      complaints.push({ offset, reason: 'RETURN_GENERATOR belongs to the start of a generator' })
    } else if (op === opcodes.YIELD_VALUE && !generates) {
      complaints.push({ offset, reason: 'this is no generator that could yield' })
    }
    const { jumps } = python313.byCode[op] ?? {}
    if (generates && jumps !== undefined && (indexAt[jumpTarget(instruction, jumps === 'backward') >> 1] ?? 0) <= first) {
      complaints.push({ offset, reason: 'a generator is started twice' })
    }
  }
}

/** Says which arguments are out of range. */
export function checkOperands(code: CodeObject, shape: Shape, complaints: Complaint[]): void {
  checkSuspension(code, shape, complaints)
  for (const instruction of shape.instructions) {
    const reason = reasonAgainst(code, shape, instruction)
    if (reason !== undefined) complaints.push({ offset: instruction.offset, reason })
  }
}

function reasonAgainst(code: CodeObject, shape: Shape, instruction: WordInstruction): string | undefined {
  const definition = python313.byCode[instruction.op]
  const arg = definition?.arg
  if (arg === undefined) return undefined
  const { oparg } = instruction
  if (arg.table === 'const') return index('constant', oparg, code.consts.length)
  if (arg.table === 'name') return index('name', oparg >> (arg.shift ?? 0), code.names.length)
  if (arg.table === 'free') return cellReason(code, oparg)
  if (arg.table === 'jump') {
    const target = jumpTarget(instruction, definition?.jumps === 'backward')
    const lands = target >= 0 && (shape.indexAt[target >> 1] ?? -1) >= 0
    return lands ? undefined : `jump to ${target}, which is not an instruction`
  }
  if (arg.kind === 'localPair') {
    return index('local', oparg >> 4, code.localsplusnames.length)
      ?? index('local', oparg & 15, code.localsplusnames.length)
  }
  if (arg.table === 'local') return index('local', oparg, code.localsplusnames.length)
  return rangeReason(arg.kind, instruction, code)
}

function index(what: string, at: number, length: number): string | undefined {
  return at < length ? undefined : `${what} ${at} of ${length}`
}

function cellReason(code: CodeObject, slot: number): string | undefined {
  const kind = code.localspluskinds[slot]
  if (kind === undefined) return index('local', slot, code.localspluskinds.length)
  const isCell = (kind & (localKinds.CO_FAST_CELL | localKinds.CO_FAST_FREE)) !== 0
  return isCell ? undefined : `local ${slot} is not a cell`
}

const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  binaryOperator: [0, binaryOperators.length - 1],
  conversion: [1, 3],
  intrinsic1: [1, intrinsics1.length - 1],
  intrinsic2: [1, intrinsics2.length - 1],
  inverted: [0, 1],
  sliceParts: [2, 3],
  raiseParts: [0, 2],
  depth: [1, 0x7fffffff],
}

function rangeReason(kind: string, { op, oparg }: WordInstruction, code: CodeObject): string | undefined {
  if (kind === 'compareOperator') {
    return index('comparison', oparg >> 5, compareOperators.length)
  }
  if (kind === 'functionAttribute') {
    return [1, 2, 4, 8].includes(oparg) ? undefined : `function attribute ${oparg}`
  }
  if (op === opcodes.COPY_FREE_VARS) {
    const free = code.localspluskinds.reduce((sum, bits) => sum + (bits & localKinds.CO_FAST_FREE ? 1 : 0), 0)
    return oparg === free ? undefined : `${oparg} free variables are copied, ${free} are declared`
  }
  const [least, most] = ranges[kind] ?? [0, 0x7fffffff]
  return oparg < least || oparg > most ? `argument ${oparg} is not in ${least}–${most}` : undefined
}
