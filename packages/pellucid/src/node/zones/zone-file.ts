// Compiled files of the zone database (RFC 8536). A head, then tables whose lengths the head has; from version 2 on both
// come twice, the second time with 64-bit times, and a POSIX rule follows:
//
//   TZif 2 … isutcnt isstdcnt leapcnt timecnt typecnt charcnt | times | types of times | types | names | … | TZif … | \nrule\n
import { posixZone } from './posix-rule.ts'
import type { Zone, ZoneMoment } from './zone.ts'

const HEAD = 44
const MAGIC = 0x545a6966

interface Tables {
  readonly view: DataView
  /** Where the tables begin. */
  readonly at: number
  readonly counts: readonly number[]
  /** Bytes of a time. */
  readonly width: 4 | 8
}

function tablesAt(view: DataView, head: number, width: 4 | 8): Tables | undefined {
  if (view.byteLength < head + HEAD || view.getUint32(head) !== MAGIC) return undefined
  const counts = Array.from({ length: 6 }, (_, i) => view.getUint32(head + 20 + 4 * i))
  const tables = { view, at: head + HEAD, counts, width }
  return endOf(tables) > view.byteLength ? undefined : tables
}

function endOf({ at, counts, width }: Tables): number {
  const [utc, standard, leaps, times, types, letters] = counts as [number, number, number, number, number, number]
  return at + times * (width + 1) + types * 6 + letters + leaps * (width + 4) + standard + utc
}

function zoneOf(tables: Tables, rule: Zone | undefined): Zone | undefined {
  const { view, at, width } = tables
  const [, , , count, kinds, letters] = tables.counts as [number, number, number, number, number, number]
  const times = Array.from({ length: count }, (_, i) => (width === 8 ? Number(view.getBigInt64(at + 8 * i)) : view.getInt32(at + 4 * i)))
  const kindAt = at + count * width
  const typesAt = kindAt + count
  const namesAt = typesAt + kinds * 6
  const names = new TextDecoder('latin1').decode(new Uint8Array(view.buffer, view.byteOffset + namesAt, letters))
  const types = Array.from({ length: kinds }, (_, i): ZoneMoment => {
    const from = typesAt + 6 * i
    const name = names.slice(view.getUint8(from + 5)).split('\0', 1)[0] as string
    return { offset: view.getInt32(from), name, isDst: view.getUint8(from + 4) !== 0 }
  })
  const first = types.find(({ isDst }) => !isDst) ?? types[0]
  if (first === undefined) return undefined
  return (seconds) => {
    const last = times.at(-1)
    if (rule !== undefined && (last === undefined || seconds >= last)) return rule(seconds)
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((times[middle] as number) <= seconds) low = middle + 1
      else high = middle
    }
    return low === 0 ? first : (types[view.getUint8(kindAt + low - 1)] ?? first)
  }
}

/** The zone that a file describes; undefined where it is no such file. */
export function zoneOfFile(bytes: Uint8Array): Zone | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const short = tablesAt(view, 0, 4)
  if (short === undefined) return undefined
  if (view.getUint8(4) < 0x32) return zoneOf(short, undefined)
  const long = tablesAt(view, endOf(short), 8)
  if (long === undefined) return undefined
  const rest = new TextDecoder('latin1').decode(bytes.subarray(endOf(long)))
  const rule = /^\n(.*)\n/.exec(rest)?.[1]
  return zoneOf(long, rule === undefined || rule === '' ? undefined : posixZone(rule))
}
