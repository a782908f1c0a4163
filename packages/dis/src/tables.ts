// A code object's side tables, their errors turned into ours.
import {
  coLines, decodeExceptionTable, ExceptionTableError, localKinds, LocationTableError, positions,
} from '@pellucid/opcode-spec'
import type { CodeObject, ExceptionEntry, Location } from '@pellucid/opcode-spec'
import { DisassemblyError } from './errors.ts'

function reading<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof LocationTableError || error instanceof ExceptionTableError) {
      throw new DisassemblyError(error.message)
    }
    throw error
  }
}

/** Which offsets start a line, and which line; null where there is none (`dis.findlinestarts`). */
export function findLineStarts(code: CodeObject): Map<number, number | null> {
  const starts = new Map<number, number | null>()
  let last: number | null | undefined
  for (const { start, line } of reading(() => coLines(code.linetable, code.firstlineno))) {
    if (line === last) continue
    last = line
    starts.set(start, line)
  }
  return starts
}

/** The source range of each word of the code, caches included (`co_positions`). */
export const findPositions = (code: CodeObject): Location[] =>
  reading(() => [...positions(code.linetable, code.firstlineno)])

/** The rows of the exception table. */
export const findHandlers = (code: CodeObject): ExceptionEntry[] =>
  reading(() => decodeExceptionTable(code.exceptiontable))

/** The names of one kind: `co_varnames`, `co_cellvars` or `co_freevars`. */
export function namesOfKind(code: CodeObject, kind: keyof typeof localKinds): string[] {
  const { localsplusnames, localspluskinds } = code
  return localsplusnames.filter((_, index) => ((localspluskinds[index] ?? 0) & localKinds[kind]) !== 0)
}
