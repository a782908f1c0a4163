// `co_linetable` (PEP 626, PEP 657): which source range each instruction comes from.
//
//   1kkkklll  an entry: kind k, covering l+1 code units
//   0–9       short: one more byte; same line, columns below 80
//   10–12     one line: line advances by k-10; two bytes of columns
//   13        no columns: signed varint of the line
//   14        long: signed line, end line - line, column+1, end column+1
//   15        none: no location at all
//
// Varints have six bits a byte, lowest first, bit 6 says another follows; signed ones keep the sign in bit 0.

/** A source range; `null` where the table has none. Columns are UTF-8 bytes. */
export interface Location {
  readonly lineno: number | null
  readonly endLineno: number | null
  readonly colOffset: number | null
  readonly endColOffset: number | null
}

/** A stretch of code, in bytes, with its source range. */
export interface LocationEntry extends Location {
  readonly start: number
  readonly end: number
}

/** The range of code that belongs to no source. */
export const noLocation: Location = { lineno: null, endLineno: null, colOffset: null, endColOffset: null }

/** A table that ends in the middle of an entry, or does not begin with one. */
export class LocationTableError extends Error {
  override readonly name = 'LocationTableError'
}

const CUT = 'location table ends within an entry'
const NO_START = 'location table entry has no start bit'

/** How many bytes of code a location table covers; its entries are passed over. */
export function coveredBy(table: Uint8Array): number {
  let covered = 0
  for (let at = 0; at < table.length; ) {
    const head = table[at++] as number
    if (head < 0x80) throw new LocationTableError(NO_START)
    covered += ((head & 7) + 1) * 2
    const kind = (head >> 3) & 15
    if (kind < 13) at += kind < 10 ? 1 : 2
    for (let varints = kind === 14 ? 4 : kind === 13 ? 1 : 0; varints > 0; varints--) {
      while ((table[at++] ?? 0) & 0x40);
    }
    if (at > table.length) throw new LocationTableError(CUT)
  }
  return covered
}

/** Reads a location table, entry by entry. */
export function decodeLocationTable(table: Uint8Array, firstlineno: number): LocationEntry[] {
  const entries: LocationEntry[] = []
  let line = firstlineno
  let offset = 0
  let at = 0
  const byte = (): number => {
    const value = table[at++]
    if (value === undefined) throw new LocationTableError(CUT)
    return value
  }
  const varint = (): number => {
    let next = byte()
    let value = next & 0x3f
    for (let scale = 64; next & 0x40; scale *= 64) {
      next = byte()
      value += (next & 0x3f) * scale
    }
    return value
  }
  const signed = (): number => {
    const value = varint()
    return value % 2 === 1 ? -Math.floor(value / 2) : value / 2
  }
  while (at < table.length) {
    const head = byte()
    if (head < 0x80) throw new LocationTableError(NO_START)
    const kind = (head >> 3) & 15
    const start = offset
    offset += ((head & 7) + 1) * 2
    if (kind === 15) {
      entries.push({ start, end: offset, ...noLocation })
    } else if (kind === 14) {
      line += signed()
      const endLineno = line + varint()
      const column = varint()
      const endColumn = varint()
      entries.push({
        start, end: offset, lineno: line, endLineno,
        colOffset: column === 0 ? null : column - 1, endColOffset: endColumn === 0 ? null : endColumn - 1,
      })
    } else if (kind === 13) {
      line += signed()
      entries.push({ start, end: offset, lineno: line, endLineno: line, colOffset: null, endColOffset: null })
    } else if (kind >= 10) {
      line += kind - 10
      const colOffset = byte()
      entries.push({ start, end: offset, lineno: line, endLineno: line, colOffset, endColOffset: byte() })
    } else {
      const second = byte()
      const colOffset = (kind << 3) | (second >> 4)
      const endColOffset = colOffset + (second & 15)
      entries.push({ start, end: offset, lineno: line, endLineno: line, colOffset, endColOffset })
    }
  }
  return entries
}

/** One source range for each code unit: `co_positions()`. */
export function* positions(table: Uint8Array, firstlineno: number): Generator<Location, void> {
  for (const entry of decodeLocationTable(table, firstlineno)) {
    for (let offset = entry.start; offset < entry.end; offset += 2) yield entry
  }
}

/** A stretch of code, in bytes, and its line. */
export interface LineRange {
  readonly start: number
  readonly end: number
  readonly line: number | null
}

/** Stretches of equal line: `co_lines()`. */
export function coLines(table: Uint8Array, firstlineno: number): LineRange[] {
  const lines: LineRange[] = []
  for (const { start, end, lineno } of decodeLocationTable(table, firstlineno)) {
    const last = lines.at(-1)
    if (last !== undefined && last.line === lineno) lines[lines.length - 1] = { ...last, end }
    else lines.push({ start, end, line: lineno })
  }
  return lines
}

/** Collects the entries of a location table, in order of the code. */
export class LocationWriter {
  #bytes: number[] = []
  #line: number

  constructor(firstlineno: number) {
    this.#line = firstlineno
  }

  /** Adds a stretch of `units` code units that comes from `location`. */
  write(location: Location, units: number): void {
    for (; units > 8; units -= 8) this.#entry(location, 8)
    this.#entry(location, units)
  }

  /** The table so far. */
  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }

  #entry({ lineno, endLineno, colOffset, endColOffset }: Location, units: number): void {
    if (lineno === null) {
      this.#head(15, units)
      return
    }
    const delta = lineno - this.#line
    this.#line = lineno
    if (colOffset === null || endColOffset === null || colOffset < 0 || endColOffset < 0) {
      if (endLineno === lineno || endLineno === null) {
        this.#head(13, units)
        this.#signed(delta)
        return
      }
    } else if (endLineno === lineno) {
      if (delta === 0 && colOffset < 80 && endColOffset - colOffset < 16 && endColOffset >= colOffset) {
        this.#head(colOffset >> 3, units)
        this.#bytes.push(((colOffset & 7) << 4) | (endColOffset - colOffset))
        return
      }
      if (delta >= 0 && delta < 3 && colOffset < 128 && endColOffset < 128) {
        this.#head(10 + delta, units)
        this.#bytes.push(colOffset, endColOffset)
        return
      }
    }
    this.#head(14, units)
    this.#signed(delta)
    this.#varint((endLineno ?? lineno) - lineno)
    this.#varint((colOffset ?? -1) + 1)
    this.#varint((endColOffset ?? -1) + 1)
  }

  #head(kind: number, units: number): void {
    this.#bytes.push(0x80 | (kind << 3) | (units - 1))
  }

  #varint(value: number): void {
    while (value >= 64) {
      this.#bytes.push(0x40 | value % 64)
      value = Math.floor(value / 64)
    }
    this.#bytes.push(value)
  }

  #signed(value: number): void {
    this.#varint(value < 0 ? -value * 2 + 1 : value * 2)
  }
}

/** Writes a location table from whole entries. */
export function encodeLocationTable(entries: readonly LocationEntry[], firstlineno: number): Uint8Array {
  const writer = new LocationWriter(firstlineno)
  for (const entry of entries) {
    if (entry.end > entry.start) writer.write(entry, (entry.end - entry.start) >> 1)
  }
  return writer.finish()
}
