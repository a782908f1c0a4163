// Each instruction's argument against the table or range it must lie in.
import { binaryOperators, compareOperators } from '../binary-operators.ts'
import { codeFlags, localKinds } from '../code-flags.ts'
import type { CodeObject } from '../code-object.ts'
import { intrinsics1, intrinsics2 } from '../intrinsics.ts'
import { opcodes, python313 } from '../versions/3.13/index.ts'
import type { Complaint, Shape } from './complaint.ts'
import { Check, landing, tables, targetOf } from './tables.ts'

/** What may stand before RETURN_GENERATOR. */
const isPrologue = (op: number | undefined): boolean => op === opcodes.COPY_FREE_VARS || op === opcodes.MAKE_CELL || op === opcodes.NOP
const suspendable = codeFlags.CO_GENERATOR | codeFlags.CO_COROUTINE | codeFlags.CO_ASYNC_GENERATOR

/** Only a generator can be left and entered again, from the moment that it is one: once, at its start. */
function checkSuspension(code: CodeObject, shape: Shape, complaints: Complaint[]): void {
  const { count, ops, offsets } = shape
  const { steps } = tables()
  let first = 0
  while (first < count && isPrologue(ops[first])) first++
  const generates = (code.flags & suspendable) !== 0 && first < count && ops[first] === opcodes.RETURN_GENERATOR
  for (let at = 0; at < count; at++) {
    const op = ops[at] as number
    const offset = offsets[at] as number
    if (op === opcodes.RETURN_GENERATOR && (at !== first || !generates)) {
      complaints.push({ offset, reason: 'RETURN_GENERATOR belongs to the start of a generator' })
    } else if (op === opcodes.YIELD_VALUE && !generates) {
      complaints.push({ offset, reason: 'this is no generator that could yield' })
    }
    if (generates && steps[op] !== 0 && landing(shape, at) <= first) {
      complaints.push({ offset, reason: 'a generator is started twice' })
    }
  }
}

/** Says which arguments are out of range. */
export function checkOperands(code: CodeObject, shape: Shape, complaints: Complaint[]): void {
  checkSuspension(code, shape, complaints)
  const { checks } = tables()
  for (let at = 0; at < shape.count; at++) {
    if (checks[shape.ops[at] as number] === Check.none) continue
    const reason = reasonAgainst(code, shape, at)
    if (reason !== undefined) complaints.push({ offset: shape.offsets[at] as number, reason })
  }
}

function reasonAgainst(code: CodeObject, shape: Shape, at: number): string | undefined {
  const op = shape.ops[at] as number
  const oparg = shape.opargs[at] as number
  switch (tables().checks[op]) {
    case Check.constant: return index('constant', oparg, code.consts.length)
    case Check.name: return index('name', oparg >> (python313.byCode[op]?.arg?.shift ?? 0), code.names.length)
    case Check.local: return index('local', oparg, code.localsplusnames.length)
    case Check.localPair: return index('local', oparg >> 4, code.localsplusnames.length) ?? index('local', oparg & 15, code.localsplusnames.length)
    case Check.cell: return cellReason(code, oparg)
    case Check.jump: return landing(shape, at) >= 0 ? undefined : `jump to ${targetOf(shape, at)}, which is not an instruction`
    case Check.free: return freeReason(code, oparg)
    case Check.compare: return index('comparison', oparg >> 5, compareOperators.length)
    case Check.attribute: return [1, 2, 4, 8].includes(oparg) ? undefined : `function attribute ${oparg}`
    default: return rangeReason(python313.byCode[op]?.arg?.kind ?? '', oparg)
  }
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

function freeReason(code: CodeObject, oparg: number): string | undefined {
  const free = code.localspluskinds.reduce((sum, bits) => sum + (bits & localKinds.CO_FAST_FREE ? 1 : 0), 0)
  return oparg === free ? undefined : `${oparg} free variables are copied, ${free} are declared`
}

function rangeReason(kind: string, oparg: number): string | undefined {
  const [least, most] = ranges[kind] ?? [0, 0x7fffffff]
  return oparg < least || oparg > most ? `argument ${oparg} is not in ${least}–${most}` : undefined
}
