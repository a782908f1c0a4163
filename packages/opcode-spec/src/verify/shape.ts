// The fields of a code object against each other: lengths, counts, and tables that can be read.
import { codeFlags } from '../code-flags.ts'
import type { CodeObject } from '../code-object.ts'
import { decodeExceptionTable, ExceptionTableError } from '../exception-table.ts'
import type { ExceptionEntry } from '../exception-table.ts'
import { coveredBy, LocationTableError } from '../location-table.ts'
import { inlineCaches } from '../opcodes.ts'
import { opcodes } from '../versions/3.13/index.ts'
import type { Complaint, Shape } from './complaint.ts'
import { tables } from './tables.ts'

/** Takes a code object apart, or says why that cannot be done. */
export function checkShape(code: CodeObject, complaints: Complaint[]): Shape | undefined {
  const complain = (reason: string, offset = -1): void => void complaints.push({ offset, reason })
  checkCounts(code, complain)
  if (code.code.length === 0) complain('there is no code')
  if (code.code.length % 2 !== 0) complain('code has an odd number of bytes')
  if (complaints.length > 0) return undefined
  const instructions = readInstructions(code.code, complain)
  const handlers = checkHandlers(code, instructions.indexAt, complain)
  checkLocations(code, complain)
  return { ...instructions, handlers }
}

/** Every instruction with its extensions and caches, as `readWordcode` has them. */
function readInstructions(code: Uint8Array, complain: (reason: string, offset?: number) => void): Omit<Shape, 'handlers'> {
  const { usable } = tables()
  const units = code.length >> 1
  const [ops, opargs, offsets, ends] = [new Uint8Array(units), new Int32Array(units), new Int32Array(units), new Int32Array(units)]
  const indexAt = new Int32Array(units).fill(-1)
  let count = 0
  let end = 0
  for (let offset = 0, start = 0, extended = 0; offset < code.length; ) {
    const op = code[offset] as number
    const oparg = extended | (code[offset + 1] as number)
    if (op === opcodes.EXTENDED_ARG) {
      extended = oparg << 8
      offset += 2
      continue
    }
    end = offset + 2 + 2 * (inlineCaches[op] ?? 0)
    indexAt[start >> 1] = count
    ops[count] = op
    opargs[count] = oparg
    offsets[count] = offset
    ends[count++] = end
    if (usable[op] === 0) complain(`unknown opcode ${op}`, offset)
    if (end > code.length) complain('the inline cache is cut off', offset)
    if (oparg < 0 || start < offset - 6) complain('the argument has more than 32 bits', offset)
    extended = 0
    offset = start = end
  }
  if (end < code.length) complain('code ends in EXTENDED_ARG')
  return { count, ops, opargs, offsets, ends, indexAt }
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
    if (coveredBy(code.linetable) > code.code.length) complain('the location table is longer than the code')
  } catch (error) {
    if (!(error instanceof LocationTableError)) throw error
    complain(error.message)
  }
}
