// `co_exceptiontable`: rows of four varints, sorted by start.
//
//   start          length         target         depth << 1 | lasti
//   1·xxxxxx 0…    0·xxxxxx …     …              …
//   │└ bit 6: another byte of this number follows; six bits a byte, highest first
//   └ bit 7: first byte of a row, so that a binary search can find its footing
//
// All offsets are code units; the decoded form has bytes, as `dis` shows them.

/** A row: instructions in [start, end) are protected by the handler at target. Offsets in bytes. */
export interface ExceptionEntry {
  readonly start: number
  readonly end: number
  readonly target: number
  /** Stack depth to unwind to. */
  readonly depth: number
  /** Whether f_lasti is pushed below the exception. */
  readonly lasti: boolean
}

/** A table that ends in the middle of a row. */
export class ExceptionTableError extends Error {
  override readonly name = 'ExceptionTableError'
}

/** Reads an exception table. */
export function decodeExceptionTable(table: Uint8Array): ExceptionEntry[] {
  const entries: ExceptionEntry[] = []
  let at = 0
  const varint = (): number => {
    let byte = table[at++]
    if (byte === undefined) throw new ExceptionTableError('exception table ends within a row')
    let value = byte & 0x3f
    while (byte & 0x40) {
      byte = table[at++]
      if (byte === undefined) throw new ExceptionTableError('exception table ends within a row')
      value = value * 64 + (byte & 0x3f)
    }
    return value
  }
  while (at < table.length) {
    const start = varint() * 2
    const end = start + varint() * 2
    const target = varint() * 2
    const depthAndLasti = varint()
    entries.push({ start, end, target, depth: Math.floor(depthAndLasti / 2), lasti: depthAndLasti % 2 === 1 })
  }
  return entries
}

/** Writes an exception table. */
export function encodeExceptionTable(entries: readonly ExceptionEntry[]): Uint8Array {
  const out: number[] = []
  for (const { start, end, target, depth, lasti } of entries) {
    writeVarint(out, start >> 1, 0x80)
    writeVarint(out, (end - start) >> 1, 0)
    writeVarint(out, target >> 1, 0)
    writeVarint(out, (depth << 1) | (lasti ? 1 : 0), 0)
  }
  return Uint8Array.from(out)
}

function writeVarint(out: number[], value: number, mark: number): void {
  let shift = 0
  while (value >>> shift >= 64) shift += 6
  for (; shift > 0; shift -= 6) {
    out.push(((value >>> shift) & 0x3f) | 0x40 | mark)
    mark = 0
  }
  out.push((value & 0x3f) | mark)
}

/** The innermost row that protects a byte offset. */
export function findHandler(entries: readonly ExceptionEntry[], offset: number): ExceptionEntry | undefined {
  // Rows never overlap: the assembler writes one for the innermost handler of each stretch.
  for (const entry of entries) {
    if (entry.start > offset) break
    if (offset < entry.end) return entry
  }
  return undefined
}
