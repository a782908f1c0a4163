// The character sets that ISO 2022 encodings choose among. Codes of two bytes have seven bits in each.
import { secondPlane, tableOf, type TableName } from './table.ts'

/** Final bytes of the escape sequences; sets of two bytes have the high bit besides. */
export const Mark = {
  ASCII: 0x42, LATIN_1: 0x41, GREEK: 0x46, ROMAN: 0x4a, KATAKANA: 0x49,
  JISX0208: 0xc2, JISX0208_OLD: 0xc0, JISX0212: 0xc4, GB2312: 0xc1, KSX1001: 0xc3,
  JISX0213_OLD: 0xcf, JISX0213: 0xd1, JISX0213_SECOND: 0xd0,
} as const

export interface Charset {
  readonly mark: number
  readonly width: 1 | 2
  /** 0 for G0 (the default), 1 for G1. */
  readonly place?: 1
  decode(code: number): readonly number[] | undefined
  encode(point: number): number | undefined
  /** Codes of two characters that begin with this one. */
  pairs?(point: number): ReadonlyMap<number, number> | undefined
}

/** Part of an EUC table: the codes of two bytes, or those that begin with 8F, by their rows. */
function fromTable(name: TableName, mark: number, part: 'first' | 'supplement' | 'second' = 'first'): Charset {
  const prefix = part === 'first' ? 0 : 0x8f0000
  const inside = (code: number) => {
    if (part === 'first') return code > 0xa0ff && code < 0x10000
    return code >= prefix && (part === 'second') === secondPlane.includes((code >> 8) & 0x7f)
  }
  return {
    mark,
    width: 2,
    decode(code) {
      if ((code & 0x8080) !== 0) return undefined
      if (!inside(prefix | code | 0x8080)) return undefined
      const { points, pairs } = tableOf(name)
      const point = points.get(prefix | code | 0x8080)
      return point === undefined ? pairs.get(prefix | code | 0x8080) : [point]
    },
    encode(point) {
      // EUC takes this tilde for another one, the set itself does not.
      if (point === 0xff5e && name.startsWith('euc_jis')) return undefined
      const code = tableOf(name).codes.get(point)
      return code !== undefined && inside(code) ? code & 0x7f7f : undefined
    },
    pairs: (point) => tableOf(name).pairCodes.get(point),
  }
}

const outside: Pick<Charset, 'decode' | 'encode'> = { decode: () => undefined, encode: () => undefined }

export type CharsetName =
  | 'jisx0208' | 'jisx0208Old' | 'jisx0212' | 'jisx0213' | 'jisx0213Second' | 'jisx0213Old' | 'jisx0213OldSecond' | 'gb2312'
  | 'ksx1001' | 'ksx1001Shifted' | 'roman' | 'katakana' | 'latin1' | 'greek'

export const charsets: Readonly<Record<CharsetName, Charset>> = {
  jisx0208: fromTable('euc_jp', Mark.JISX0208),
  jisx0208Old: fromTable('euc_jp', Mark.JISX0208_OLD),
  jisx0212: fromTable('euc_jp', Mark.JISX0212, 'supplement'),
  jisx0213: fromTable('euc_jis_2004', Mark.JISX0213),
  jisx0213Second: fromTable('euc_jis_2004', Mark.JISX0213_SECOND, 'second'),
  jisx0213Old: fromTable('euc_jisx0213', Mark.JISX0213_OLD),
  jisx0213OldSecond: fromTable('euc_jisx0213', Mark.JISX0213_SECOND, 'second'),
  gb2312: fromTable('gb2312', Mark.GB2312),
  ksx1001: fromTable('euc_kr', Mark.KSX1001),
  ksx1001Shifted: { ...fromTable('euc_kr', Mark.KSX1001), place: 1 },
  roman: {
    mark: Mark.ROMAN, width: 1,
    decode: (code) => [code === 0x5c ? 0xa5 : code === 0x7e ? 0x203e : code],
    encode: (point) => (point === 0xa5 ? 0x5c : point === 0x203e ? 0x7e : undefined),
  },
  katakana: {
    mark: Mark.KATAKANA, width: 1,
    decode: (code) => (code >= 0x21 && code <= 0x5f ? [code + 0xff40] : undefined),
    encode: (point) => (point >= 0xff61 && point <= 0xff9f ? point - 0xff40 : undefined),
  },
  // These two are only ever in G2, which nothing is encoded for.
  latin1: { mark: Mark.LATIN_1, width: 1, ...outside },
  greek: { mark: Mark.GREEK, width: 1, ...outside },
}

/** The character of a byte of ISO 8859-7, as it was before 2003. */
export function greek(byte: number): number | undefined {
  if (byte < 0xa0) return byte
  if (byte === 0xa1 || byte === 0xa2) return byte + 0x1f77
  if (byte === 0xaf) return 0x2015
  if ([0xa0, 0xa3, 0xa6, 0xa7, 0xa8, 0xa9, 0xab, 0xac, 0xad, 0xb0, 0xb1, 0xb2, 0xb3, 0xb7, 0xbb, 0xbd].includes(byte)) return byte
  return byte >= 0xb4 && byte !== 0xd2 && byte !== 0xff ? byte + 0x2d0 : undefined
}
