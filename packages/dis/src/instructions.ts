// A code object as records, one an instruction (`dis.get_instructions`).
import { noLocation, python313 } from '@pellucid/opcode-spec'
import type { CodeObject, ExceptionEntry, Location } from '@pellucid/opcode-spec'
import { resolveArgument } from './argument.ts'
import type { ArgumentValue } from './argument.ts'
import { findLabels } from './labels.ts'
import type { Labels } from './labels.ts'
import { findHandlers, findLineStarts, findPositions } from './tables.ts'
import { baseCode, cachesOf, nameOf, targetOf, unpackWords } from './unpack.ts'
import type { Word } from './unpack.ts'
import { someAddress } from './values.ts'
import type { Address } from './values.ts'

/** One inline cache: its name, its size in words, its bytes. */
export interface CacheEntry {
  readonly name: string
  readonly size: number
  readonly data: Uint8Array
}

/** What is known of one instruction; the fields are `dis.Instruction`'s. */
export interface Instruction {
  readonly opname: string
  readonly opcode: number
  /** The base opcode's name and number where the opcode is specialised, else its own. */
  readonly baseopname: string
  readonly baseopcode: number
  readonly arg: number | null
  readonly argval: ArgumentValue
  readonly argrepr: string
  readonly offset: number
  /** Offset of the first EXTENDED_ARG, or of the instruction. */
  readonly startOffset: number
  /** Offset behind the caches. */
  readonly endOffset: number
  readonly startsLine: boolean
  readonly lineNumber: number | null
  /** The number of the label here, if anything leads here. */
  readonly label: number | null
  readonly jumpTarget: number | null
  readonly positions: Location
  readonly caches: readonly CacheEntry[]
}

/** How code is read. */
export interface DisOptions {
  /** Whether specialised and instrumented opcodes are shown; otherwise their bases, as `co_code` has them. */
  adaptive?: boolean
  /** The address that code objects show. */
  address?: Address
  /** The line to show for the code's first line. */
  firstLine?: number
}

/** A code object disassembled. */
export interface Disassembly {
  readonly code: CodeObject
  readonly instructions: readonly Instruction[]
  readonly exceptionTable: readonly ExceptionEntry[]
  readonly lineStarts: ReadonlyMap<number, number | null>
  readonly labels: Labels
}

function cachesAt(bytes: Uint8Array, word: Word): CacheEntry[] {
  if (cachesOf(word.base) === 0) return []
  const entries: CacheEntry[] = []
  // CPython reads every cache of an instruction from its first word on.
  const at = word.offset + 2
  for (const [name, size] of Object.entries(python313.byCode[word.base]?.caches ?? {})) {
    entries.push({ name, size, data: bytes.slice(at, at + 2 * size) })
  }
  return entries
}

/**
 * Disassembles one code object, not those inside it.
 * @example
 * const code = compileTree(parse(''), 'x.py')
 * dis(code).instructions.map(instruction => instruction.opname) // ['RESUME', 'RETURN_CONST']
 */
export function dis(code: CodeObject, options: DisOptions = {}): Disassembly {
  const bytes = options.adaptive === true ? code.code : baseCode(code.code)
  const words = unpackWords(bytes)
  const lineStarts = findLineStarts(code)
  const exceptionTable = findHandlers(code)
  const labels = findLabels(words, exceptionTable)
  const positions = findPositions(code)
  const resolver = { code, labels, address: options.address ?? someAddress }
  const lineOffset = options.firstLine === undefined ? 0 : options.firstLine - code.firstlineno
  let line: number | null = null
  const instructions = words.map((word): Instruction => {
    const starting = lineStarts.get(word.offset)
    if (starting !== undefined) line = starting === null ? null : starting + lineOffset
    const argument = resolveArgument(resolver, word)
    return {
      opname: nameOf(word.op),
      opcode: word.op,
      baseopname: nameOf(word.base),
      baseopcode: word.base,
      arg: word.arg,
      argval: argument.value,
      argrepr: argument.repr,
      offset: word.offset,
      startOffset: word.start,
      endOffset: word.offset + 2 + 2 * cachesOf(word.base),
      startsLine: starting !== undefined,
      lineNumber: line,
      label: labels.get(word.offset) ?? null,
      jumpTarget: targetOf(word),
      positions: positions[word.offset >> 1] ?? noLocation,
      caches: cachesAt(bytes, word),
    }
  })
  return { code, instructions, exceptionTable, lineStarts, labels }
}
