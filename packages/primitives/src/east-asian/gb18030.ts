// GB 18030's codes of four bytes: all characters that have no shorter code, in their order.
import { tableOf } from './table.ts'

const SUPPLEMENTARY = 0x90 - 0x81

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

let order: { readonly points: readonly number[]; readonly places: ReadonlyMap<number, number> } | undefined

/** The characters of the first plane, by their places. */
function firstPlane(): NonNullable<typeof order> {
  if (order !== undefined) return order
  const { codes } = tableOf('gb18030')
  const points: number[] = []
  const places = new Map<number, number>()
  for (let point = 0x80; point < 0x10000; point++) {
    if (codes.has(point) || (point >= 0xd800 && point < 0xe000)) continue
    places.set(point, points.length)
    points.push(point)
  }
  return (order = { points, places })
}

/** The character of a code; undefined when there is none. */
export function fourBytePoint(first: number, second: number, third: number, fourth: number): number | undefined {
  if (first < 0x81 || first > 0xfe || third < 0x81 || third > 0xfe || !isDigit(fourth)) return undefined
  const place = (second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30
  const lead = first - 0x81
  if (lead < SUPPLEMENTARY) return lead < 4 ? firstPlane().points[lead * 12600 + place] : undefined
  const point = 0x10000 + (lead - SUPPLEMENTARY) * 12600 + place
  return point < 0x110000 ? point : undefined
}

/** The code of a character that has no shorter one; undefined for surrogates. */
export function fourByteCode(point: number): number[] | undefined {
  const place = point < 0x10000 ? firstPlane().places.get(point) : point - 0x10000 + SUPPLEMENTARY * 12600
  if (place === undefined) return undefined
  return [
    0x81 + Math.floor(place / 12600), 0x30 + (Math.floor(place / 1260) % 10), 0x81 + (Math.floor(place / 10) % 126), 0x30 + (place % 10),
  ]
}
