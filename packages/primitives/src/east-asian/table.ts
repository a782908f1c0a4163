// The tables of East Asian encodings, read on first use: which codes (the numbers that byte sequences are) stand for
// which characters. The text of each is explained by tooling/codegen/src/east-asian/tables.py.
import { tables } from './tables.generated.ts'

export type TableName = keyof typeof tables

export interface EncodingTable {
  /** Bytes that begin a longer sequence. */
  readonly leads: ReadonlySet<number>
  /** Characters by code. */
  readonly points: ReadonlyMap<number, number>
  /** Codes that stand for two characters. */
  readonly pairs: ReadonlyMap<number, readonly [number, number]>
  /** Codes by character. */
  readonly codes: ReadonlyMap<number, number>
  /** Codes of two characters, by the first and the second. */
  readonly pairCodes: ReadonlyMap<number, ReadonlyMap<number, number>>
  /** Codes of the encoding it is told by that mean nothing in this one. */
  readonly gone: ReadonlySet<number>
}

const DIGITS = ' !#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'
const digitOf = new Map(Array.from(DIGITS, (digit, value) => [digit.charCodeAt(0), value]))

/** Reads the numbers of a table's text. */
class NumberReader {
  readonly #text: string
  #at = 0
  constructor(text: string) {
    this.#text = text
  }
  get done(): boolean {
    return this.#at >= this.#text.length
  }
  #digit(): number {
    return digitOf.get(this.#text.charCodeAt(this.#at++)) ?? 0
  }
  next(): number {
    const first = this.#digit()
    if (first < 70) return first
    if (first < 84) return 70 + (first - 70) * 90 + this.#digit()
    if (first < 89) return 70 + 14 * 90 + (first - 84) * 8100 + this.#digit() * 90 + this.#digit()
    return 70 + 14 * 90 + 5 * 8100 + ((this.#digit() * 90 + this.#digit()) * 90 + this.#digit()) * 90 + this.#digit()
  }
  signed(): number {
    const value = this.next()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }
  /** Numbers in runs; an empty run ends them. */
  runs(): number[] {
    const found: number[] = []
    let place = 0
    while (!this.done) {
      const first = place + this.next()
      const count = this.next()
      if (count === 0) break
      for (let i = 0; i < count; i++) found.push(first + i)
      place = first + count
    }
    return found
  }
}

/** The rows of the second plane of JIS X 0213, as Shift_JIS orders them; JIS X 0212 has the others behind 8F. */
export const secondPlane = [0x21, 0x28, 0x23, 0x24, 0x25, 0x2c, 0x2d, 0x2e, 0x2f, ...Array.from({ length: 17 }, (_, i) => 0x6e + i)]

function shifted(code: number): number | undefined {
  if (code < 0x8000) return code
  if (code < 0x10000 && code >> 8 === 0x8e) return code & 0xff
  const [row, cell] = [(code >> 8) & 0x7f, code & 0x7f]
  const second = secondPlane.indexOf(row)
  if (code >= 0x10000 && second < 0) return undefined
  const place = code < 0x10000 ? row - 0x21 : 94 + second
  const lead = Math.floor(place / 2) + (place < 62 ? 0x81 : 0xc1)
  if (place % 2 === 1) return (lead << 8) | (cell + 0x7e)
  return (lead << 8) | (cell < 0x60 ? cell + 0x1f : cell + 0x20)
}

function toJohab(code: number): number | undefined {
  const [row, cell] = [(code >> 8) & 0x7f, code & 0x7f]
  if (code < 0xa1a1 || code > 0xfefe || row === 0x24) return undefined
  const symbols = row < 0x4a
  const lead = symbols ? Math.floor((row - 0x21) / 2) + 0xd9 : Math.floor((row - 0x4a) / 2) + 0xe0
  const place = cell - 0x21 + (row % 2 === (symbols ? 1 : 0) ? 0 : 94)
  return (lead << 8) | (place < 0x4e ? place + 0x31 : place + 0x43)
}

const rearrangements = { shift: shifted, johab: toJohab } as const

const read = new Map<TableName, EncodingTable>()

function readTable(name: TableName): EncodingTable {
  const { base, kind, leads, gone, single, double, points: ownCodes, noPoints } = tables[name]
  const rearrange = kind === undefined ? (code: number) => code : rearrangements[kind]
  const points = new Map<number, number>()
  const pairs = new Map<number, readonly [number, number]>()
  if (base !== undefined) {
    const start = tableOf(base)
    for (const [code, point] of start.points) put(points, rearrange(code), point)
    for (const [code, pair] of start.pairs) put(pairs, rearrange(code), pair)
  }
  const without = new Set(new NumberReader(gone()).runs())
  for (const code of without) points.delete(code)
  const singles = new NumberReader(single())
  let before = 0
  for (const code of singles.runs()) points.set(code, (before += singles.signed() + 1))
  const doubles = new NumberReader(double())
  before = 0
  for (const code of doubles.runs()) {
    const first = (before += doubles.signed() + 1)
    pairs.set(code, [first, (before += doubles.signed() + 1)])
    points.delete(code)
  }

  const codes = new Map<number, number>()
  for (const code of [...points.keys()].sort((a, b) => a - b)) {
    const point = points.get(code) as number
    if (!codes.has(point)) codes.set(point, code)
  }
  for (const point of new NumberReader(noPoints()).runs()) codes.delete(point)
  const exceptions = new NumberReader(ownCodes())
  for (let point = 0; !exceptions.done; ) codes.set((point += exceptions.next()), exceptions.next())
  const pairCodes = new Map<number, Map<number, number>>()
  for (const [code, [first, second]] of pairs) {
    const seconds = pairCodes.get(first) ?? new Map<number, number>()
    pairCodes.set(first, seconds.set(second, code))
  }
  const begins = new Set<number>()
  for (let i = 0; i < leads.length; i += 2) for (let n = 0; n < (leads[i + 1] as number); n++) begins.add((leads[i] as number) + n)
  return { leads: begins, points, pairs, codes, pairCodes, gone: without }
}

function put<T>(map: Map<number, T>, code: number | undefined, value: T): void {
  if (code !== undefined) map.set(code, value)
}

/** The table of an encoding. */
export function tableOf(name: TableName): EncodingTable {
  let made = read.get(name)
  if (made === undefined) read.set(name, (made = readTable(name)))
  return made
}
