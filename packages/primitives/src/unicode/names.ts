// Characters by their Unicode names, for `\N{…}`: an entry of its own, because the table is large and few
// programs need it.
// Names of ideographs and Hangul syllables follow from their numbers and are in no table.
import { aliases, names, sequences } from './names.generated.ts'

let table: Map<string, number> | undefined
let ownNames: Map<number, string> | undefined
let sequenceTable: Map<string, string> | undefined

/** Reads the table: gap, colon, number of words shared with the name before, other words. */
function readTable(): Map<string, number> {
  const known = new Map<string, number>()
  ownNames = new Map()
  let point = -1
  let words: string[] = []
  for (const line of names().split('\n')) {
    const colon = line.indexOf(':')
    point += colon === 0 ? 1 : Number.parseInt(line.slice(0, colon), 16)
    const shared = line.charCodeAt(colon + 1) - 97
    const rest = line.slice(colon + 2)
    words = rest === '' ? words.slice(0, shared) : [...words.slice(0, shared), ...rest.split(' ')]
    const name = words.join(' ')
    known.set(name, point)
    ownNames.set(point, name)
  }
  for (const line of aliases().split('\n')) {
    const colon = line.indexOf(':')
    known.set(line.slice(colon + 1), Number.parseInt(line.slice(0, colon), 16))
  }
  return known
}

const UNIFIED = 'CJK UNIFIED IDEOGRAPH-'
const hexadecimal = (point: number): string => point.toString(16).toUpperCase().padStart(4, '0')
const ideographs: readonly (readonly [prefix: string, ranges: readonly (readonly [number, number])[]])[] = [
  [
    UNIFIED,
    [
      [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x2a6df], [0x2a700, 0x2b739], [0x2b740, 0x2b81d],
      [0x2b820, 0x2cea1], [0x2ceb0, 0x2ebe0], [0x2ebf0, 0x2ee5d], [0x30000, 0x3134a], [0x31350, 0x323af],
    ],
  ],
  ['CJK COMPATIBILITY IDEOGRAPH-', [[0xf900, 0xfa6d], [0xfa70, 0xfad9], [0x2f800, 0x2fa1d]]],
  ['KHITAN SMALL SCRIPT CHARACTER-', [[0x18b00, 0x18cd5]]],
  ['NUSHU CHARACTER-', [[0x1b170, 0x1b2fb]]],
]

const leads = [
  'G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H',
]
const vowels = [
  'A', 'AE', 'YA', 'YAE', 'EO', 'E', 'YEO', 'YE', 'O', 'WA', 'WAE', 'OE', 'YO', 'U', 'WEO', 'WE', 'WI', 'YU', 'EU', 'YI', 'I',
]
const tails = [
  '', 'G', 'GG', 'GS', 'N', 'NJ', 'NH', 'D', 'L', 'LG', 'LM', 'LB', 'LS', 'LT', 'LP', 'LH', 'M', 'B', 'BS', 'S', 'SS', 'NG',
  'J', 'C', 'K', 'T', 'P', 'H',
]

function hangul(syllable: string): number | undefined {
  const match = /^([^AEIOUWY]*)([AEIOUWY]+)([^AEIOUWY]*)$/.exec(syllable)
  if (match === null) return undefined
  const [lead, vowel, tail] = [leads.indexOf(match[1]!), vowels.indexOf(match[2]!), tails.indexOf(match[3]!)]
  return lead < 0 || vowel < 0 || tail < 0 ? undefined : 0xac00 + (lead * 21 + vowel) * 28 + tail
}

/** CPython computes the names of syllables and unified ideographs, as they are written; those of others it looks up. */
function computed(name: string): number | undefined {
  if (name.startsWith('HANGUL SYLLABLE ')) return hangul(name.slice(16))
  const upper = name.toUpperCase()
  for (const [prefix, ranges] of ideographs) {
    if (!upper.startsWith(prefix)) continue
    const digits = upper.slice(prefix.length)
    const point = /^[0-9A-F]{4,5}$/.test(digits) ? Number.parseInt(digits, 16) : -1
    const asWritten = prefix === UNIFIED ? name === upper : digits === hexadecimal(point)
    return asWritten && ranges.some(([first, last]) => point >= first && point <= last) ? point : undefined
  }
  return undefined
}

/** The code point of a name or alias. */
function pointByName(name: string): number | undefined {
  return computed(name) ?? (table ??= readTable()).get(name.toUpperCase())
}

/** Aliases apart: the code point that has the name. */
export function pointOfName(name: string): number | undefined {
  const point = pointByName(name)
  return point !== undefined && (computed(name) !== undefined || ownNames?.get(point) === name.toUpperCase()) ? point : undefined
}

/**
 * The character that a Unicode name or alias stands for; undefined when there is none.
 *
 * @example
 * characterByName('GREEK SMALL LETTER ALPHA') // 'α'
 */
export function characterByName(name: string): string | undefined {
  const point = pointByName(name)
  return point === undefined ? undefined : String.fromCodePoint(point)
}

/** The same, for sequences of characters too. */
export function textByName(name: string): string | undefined {
  sequenceTable ??= new Map(
    sequences()
      .split('\n')
      .map((line) => line.split(':') as [string, string])
      .map(([points, title]) => [title, String.fromCodePoint(...points.split(' ').map((point) => parseInt(point, 16)))]),
  )
  return characterByName(name) ?? sequenceTable.get(name.toUpperCase())
}

/** The name of a character; undefined when it has none. */
export function nameOfCharacter(point: number): string | undefined {
  if (point >= 0xac00 && point <= 0xd7a3) {
    const [tail, rest] = [(point - 0xac00) % 28, Math.floor((point - 0xac00) / 28)]
    return `HANGUL SYLLABLE ${leads[Math.floor(rest / 21)]}${vowels[rest % 21]}${tails[tail]}`
  }
  for (const [prefix, ranges] of ideographs) {
    if (ranges.some(([first, last]) => point >= first && point <= last)) return prefix + hexadecimal(point)
  }
  table ??= readTable()
  return ownNames?.get(point)
}
