// The fields of a code object against each other: lengths, counts, and tables that can be read.
import { codeFlags } from '../code-flags.ts'
import type { CodeObject } from '../code-object.ts'
import { decodeExceptionTable, ExceptionTableError } from '../exception-table.ts'
import type { ExceptionEntry } from '../exception-table.ts'
import { decodeLocationTable, LocationTableError } from '../location-table.ts'
import { isOpcode } from '../opcodes.ts'
import { opcodes, python313, MIN_INSTRUMENTED_OPCODE } from '../versions/3.13/index.ts'
import { readWordcode } from '../wordcode.ts'
import type { Complaint, Shape } from './complaint.ts'

// These exist as opcodes but only the interpreter itself may place them.
const internal = new Set<number>([
  opcodes.CACHE, opcodes.RESERVED, opcodes.INTERPRETER_EXIT, opcodes.ENTER_EXECUTOR, opcodes.EXIT_INIT_CHECK,
])

/** Takes a code object apart, or says why that cannot be done. */
export function checkShape(code: CodeObject, complaints: Complaint[]): Shape | undefined {
  const complain = (reason: string, offset = -1): void => void complaints.push({ offset, reason })
  checkCounts(code, complain)
  if (code.code.length === 0) complain('there is no code')
  if (code.code.length % 2 !== 0) complain('code has an odd number of bytes')
  if (complaints.length > 0) return undefined
  const instructions = [...readWordcode(code.code)]
  const indexAt = new Int32Array(code.code.length / 2).fill(-1)
  instructions.forEach((instruction, index) => {
    const { op, offset, start, end } = instruction
    indexAt[start >> 1] = index
    if (!isOpcode(op) || op >= MIN_INSTRUMENTED_OPCODE || python313.deopt[op] !== op || internal.has(op)) {
      complain(`unknown opcode ${op}`, offset)
    }
    if (end > code.code.length) complain('the inline cache is cut off', offset)
    if (instruction.oparg < 0 || start < offset - 6) complain('the argument has more than 32 bits', offset)
  })
  const last = instructions.at(-1)
  if (last === undefined || last.end < code.code.length) complain('code ends in EXTENDED_ARG')
  const handlers = checkHandlers(code, indexAt, complain)
  checkLocations(code, complain)
  return { instructions, indexAt, handlers }
}

function checkCounts(code: CodeObject, complain: (reason: string) => void): void {
  const { argcount, posonlyargcount, kwonlyargcount, localsplusnames, localspluskinds, flags } = code
  if (code.stacksize < 0) complain('stacksize is negative')
  if (argcount < 0 || posonlyargcount < 0 || kwonlyargcount < 0) complain('an argument count is negative')
  if (posonlyargcount > argcount) complain('more positional-only arguments than arguments')
  if (localsplusnames.length !== localspluskinds.length) {
    complain(`${localsplusnames.length} names of locals but ${localspluskinds.length} kinds`)
  }
  const stars = (flags & codeFlags.CO_VARARGS ? 1 : 0) + (flags & codeFlags.CO_VARKEYWORDS ? 1 : 0)
  if (argcount + kwonlyargcount + stars > localsplusnames.length) complain('more arguments than locals')
}

function checkHandlers(
  code: CodeObject, indexAt: Int32Array, complain: (reason: string, offset?: number) => void,
): ExceptionEntry[] {
  let handlers: ExceptionEntry[]
  try {
    handlers = decodeExceptionTable(code.exceptiontable)
  } catch (error) {
    if (!(error instanceof ExceptionTableError)) throw error
    complain(error.message)
    return []
  }
  let previous = 0
  for (const { start, end, target, depth, lasti } of handlers) {
    if (start < previous || end <= start || end > code.code.length) {
      complain(`the protected range ${start}–${end} is out of order or out of range`)
    }
    if ((indexAt[target >> 1] ?? -1) < 0) complain(`handler ${target} is not an instruction`)
    if (depth + (lasti ? 2 : 1) > code.stacksize) {
      complain(`the handler at ${target} needs a deeper stack`, target)
    }
    previous = end
  }
  return handlers
}

function checkLocations(code: CodeObject, complain: (reason: string) => void): void {
  try {
    const last = decodeLocationTable(code.linetable, code.firstlineno).at(-1)
    if (last !== undefined && last.end > code.code.length) {
      complain('the location table is longer than the code')
    }
  } catch (error) {
    if (!(error instanceof LocationTableError)) throw error
    complain(error.message)
  }
}
