// str and bytes methods and the codecs against CPython.
import { describe } from 'vitest'
import * as p from '../src/index.ts'
import { agreesWithRecorded, F, text } from './recorded.ts'

type TextFunction = (value: p.Text) => p.Text | boolean
type BytesFunction = (value: Uint8Array) => unknown
const exported = p as unknown as Record<string, unknown>
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1)

const changes = ['lower', 'upper', 'title', 'capitalize', 'casefold', 'swapcase']
const questions = 'alpha alnum digit decimal numeric space printable identifier lower upper title ascii'.split(' ')

describe('str', () => {
  for (const name of changes) {
    agreesWithRecorded(
      { [`s_${name}`]: (s: p.Text) => text((exported[`${name}Text`] as TextFunction)(s) as p.Text) }
    )
  }
  for (const name of questions) {
    agreesWithRecorded(
      { [`s_is${name}`]: (s: p.Text) => (exported[`is${capital(name)}Text`] as TextFunction)(s) }
    )
  }
  agreesWithRecorded({
    s_repr: (s: p.Text) => p.reprText(typeof s === 'string' ? s : new p.WideText(s)),
    cat: (c: p.Text) => p.category(p.pointsOfText(c)[0]!),
    dig: (c: p.Text) => p.digitValue(p.pointsOfText(c)[0]!),
    num: (c: p.Text) => {
      const value = p.numericValue(p.pointsOfText(c)[0]!)
      return value === undefined ? null : new F(value)
    },
  })
})

describe('bytes', () => {
  for (const name of [...changes, ...questions.map((question) => `is${question}`)]) {
    const ours = exported[`${name.startsWith('is') ? `is${capital(name.slice(2))}` : name}Bytes`]
    if (ours !== undefined) agreesWithRecorded({ [`b_${name}`]: ours as BytesFunction })
  }
  agreesWithRecorded({ b_repr: p.reprBytes, b_zfill: p.zfillBytes })
})

/** The string form when all are strings, else the form over units. */
function pick<R, S>(values: readonly p.Text[], strings: () => R, units: () => S): R | S {
  return values.every((value) => typeof value === 'string') ? strings() : units()
}
const points = (value: p.Text | Uint8Array): p.Units => (
  value instanceof Uint8Array ? value : p.pointsOfText(value)
)
const piece = (value: unknown): unknown =>
  value instanceof Uint8Array || typeof value === 'string' ? value : text(
    p.textOfCodePoints(value as number[])
  )

describe('split, strip, search', () => {
  agreesWithRecorded({
    s_split0: (s: p.Text, n: number) =>
      (typeof s === 'string' ? p.splitOnBlanks(s, n) : p.splitUnitsOnBlanks(s, n)).map(piece),
    s_rsplit0: (s: p.Text, n: number) =>
      (typeof s === 'string' ? p.rsplitOnBlanks(s, n) : p.rsplitUnitsOnBlanks(s, n)).map(piece),
    s_split: (s: string, by: string, n: number) =>
      pick<unknown[], unknown[]>(
        [s, by],
        () => p.splitOn(s, by, n),
        () => p.splitUnitsOn(points(s), points(by), n),
      ).map(piece),
    s_rsplit: (s: string, by: string, n: number) =>
      pick<unknown[], unknown[]>(
        [s, by],
        () => p.rsplitOn(s, by, n),
        () => p.rsplitUnitsOn(points(s), points(by), n),
      ).map(piece),
    s_splitlines: (s: p.Text, keep: boolean) =>
      (typeof s === 'string' ? p.splitLines(s, keep) : p.splitUnitLines(s, keep)).map(piece),
    s_strip: (s: p.Text) => piece(typeof s === 'string' ? p.stripText(s, 'both') : p.stripUnits(s, 'both')),
    s_find: (s: string, part: string, from: number, to: number) =>
      pick(
        [s, part],
        () => p.findText(s, part, from, to),
        () => p.findUnits(points(s), points(part), from, to),
      ),
    s_rfind: (s: string, part: string, from: number, to: number) =>
      pick(
        [s, part],
        () => p.rfindText(s, part, from, to),
        () => p.rfindUnits(points(s), points(part), from, to),
      ),
    s_count: (s: string, part: string, from: number, to: number) =>
      pick(
        [s, part],
        () => p.countText(s, part, from, to),
        () => p.countUnits(points(s), points(part), from, to),
      ),
    s_replace: (s: string, part: string, by: string, n: number) =>
      piece(pick([s, part, by], () => p.replaceText(s, part, by, n),
        () => p.replaceUnits(points(s), points(part), points(by), n) ?? points(s))),
    b_split0: (b: Uint8Array, n: number) => p.splitUnitsOnBlanks(b, n),
    b_rsplit0: (b: Uint8Array, n: number) => p.rsplitUnitsOnBlanks(b, n),
    b_split: (b: Uint8Array, by: Uint8Array, n: number) => p.splitUnitsOn(b, by, n),
    b_splitlines: (b: Uint8Array, keep: boolean) => p.splitUnitLines(b, keep),
    b_find: p.findUnits,
    b_rfind: p.rfindUnits,
    b_count: p.countUnits,
  })
})

type Encode = (value: p.Text, onError?: p.EncodeHandler) => Uint8Array
type Decode = (bytes: Uint8Array, onError?: p.DecodeHandler) => p.Text
const codecs: Record<string, readonly [Encode, Decode]> = {
  'utf-8': [p.encodeUtf8, (b, h) => p.decodeUtf8(b, h).text],
  'utf-7': [p.encodeUtf7, (b, h) => p.decodeUtf7(b, h).text],
  'latin-1': [p.encodeLatin1, p.decodeLatin1],
  ascii: [p.encodeAscii, p.decodeAscii],
  unicode_escape: [p.encodeUnicodeEscape, (b, h) => p.decodeUnicodeEscape(b, h).text],
  raw_unicode_escape: [p.encodeRawUnicodeEscape, (b, h) => p.decodeRawUnicodeEscape(b, h).text],
}
for (const [suffix, endian] of [['', 'native'], ['-le', 'little'], ['-be', 'big']] as const) {
  codecs[`utf-16${suffix}`] = [
    (s, h) => p.encodeUtf16(s, endian, h), (b, h) => p.decodeUtf16(b, endian, h).text,
  ]
  codecs[`utf-32${suffix}`] = [
    (s, h) => p.encodeUtf32(s, endian, h), (b, h) => p.decodeUtf32(b, endian, h).text,
  ]
}

describe('codecs', () => {
  agreesWithRecorded({
    enc: (s: p.Text, codec: string, errors: string) => codecs[codec]![0](s, p.encodeHandler(errors)),
    dec: (b: Uint8Array, codec: string, errors: string) => text(
      codecs[codec]![1](b, p.decodeHandler(errors))
    ),
    escdec: (b: Uint8Array) => p.decodeBytesEscape(b).bytes,
    escenc: p.encodeBytesEscape,
  })
})
