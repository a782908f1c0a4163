// Encodings without a state: EUC, Shift_JIS, Big5, GBK and their kin, which differ by their tables, and by what GB 18030
// and KS X 1001 work out instead of listing it.
import { addCode, type EastAsianCodec } from './codec.ts'
import { fourByteCode, fourBytePoint, isDigit } from './gb18030.ts'
import { composed, decomposed } from './hangul.ts'
import { tableOf, type EncodingTable, type TableName } from './table.ts'

class PlainCodec implements EastAsianCodec {
  readonly start: readonly number[] = []
  readonly #name: TableName
  #table: EncodingTable | undefined
  constructor(name: TableName) {
    this.#name = name
  }
  get table(): EncodingTable {
    return (this.#table ??= tableOf(this.#name))
  }

  decode(bytes: Uint8Array, at: number, out: number[]): number {
    const { points, pairs, leads, gone } = this.table
    const first = bytes[at] as number
    const single = points.get(first)
    if (single !== undefined) {
      out.push(single)
      return 1
    }
    if (!leads.has(first)) return -1
    const second = bytes[at + 1]
    if (second === undefined) return 0
    let code = (first << 8) | second
    let size = 2
    if (this.#name === 'gb18030' && isDigit(second)) return fourBytes(bytes, at, out)
    if (this.#name === 'euc_kr' && code === 0xa4d4) return jamos(bytes, at, out)
    if (first === 0x8f && this.#name.startsWith('euc_j')) {
      const third = bytes[at + 2]
      if (third === undefined) return 0
      code = (code << 8) | third
      size = 3
    }
    const point = points.get(code)
    if (point !== undefined) out.push(point)
    else {
      const pair = pairs.get(code)
      // What the standard of 2004 added is known to be two bytes.
      if (pair === undefined) return this.#name.endsWith('x0213') && gone.has(code) ? -2 : -1
      out.push(...pair)
    }
    return size
  }

  encode(points: readonly number[], at: number, out: number[], _state: unknown, flush: boolean): number {
    const { codes, pairCodes } = this.table
    const point = points[at] as number
    const seconds = pairCodes.get(point)
    if (seconds !== undefined) {
      const second = points[at + 1]
      if (second === undefined && !flush) return 0
      const pair = second === undefined ? undefined : seconds.get(second)
      if (pair !== undefined) {
        addCode(out, pair)
        return 2
      }
    }
    const code = codes.get(point)
    if (code !== undefined) addCode(out, code)
    else {
      const more = this.#name === 'gb18030' ? fourByteCode(point) : this.#name === 'euc_kr' ? decomposed(point) : undefined
      if (more === undefined) return -1
      out.push(...more)
    }
    return 1
  }

  finish(): void {}
}

function fourBytes(bytes: Uint8Array, at: number, out: number[]): number {
  if (at + 3 >= bytes.length) return 0
  const point = fourBytePoint(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, bytes[at + 3] as number)
  if (point === undefined) return -1
  out.push(point)
  return 4
}

function jamos(bytes: Uint8Array, at: number, out: number[]): number {
  if (at + 7 >= bytes.length) return 0
  const point = composed(bytes, at)
  if (point === undefined) return -1
  out.push(point)
  return 8
}

/** The codec of an encoding that has a table. */
export const plainCodec = (name: TableName): EastAsianCodec => new PlainCodec(name)
