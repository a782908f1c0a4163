// Characters by their Unicode names, for `\N{…}`: an entry of its own, because the table is large and few
// programs need it.
// Names of ideographs and Hangul syllables follow from their numbers and are in no table.
import { aliases, names } from './names.generated.ts'

let table: Map<string, number> | undefined

/** Reads the table: gap, colon, number of words shared with the name before, other words. */
function readTable(): Map<string, number> {
  const known = new Map<string, number>()
  let point = -1
  let words: string[] = []
  for (const line of names().split('\n')) {
    const colon = line.indexOf(':')
    point += colon === 0 ? 1 : Number.parseInt(line.slice(0, colon), 16)
    const shared = line.charCodeAt(colon + 1) - 97
    const rest = line.slice(colon + 2)
    words = rest === '' ? words.slice(0, shared) : [...words.slice(0, shared), ...rest.split(' ')]
    known.set(words.join(' '), point)
  }
  for (const line of aliases().split('\n')) {
    const colon = line.indexOf(':')
    known.set(line.slice(colon + 1), Number.parseInt(line.slice(0, colon), 16))
  }
  return known
}

const ideographs: readonly (readonly [prefix: string, ranges: readonly (readonly [number, number])[]])[] = [
  [
    'CJK UNIFIED IDEOGRAPH-',
    [
      [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x20000, 0x2a6df], [0x2a700, 0x2b739], [0x2b740, 0x2b81d],
      [0x2b820, 0x2cea1], [0x2ceb0, 0x2ebe0], [0x2ebf0, 0x2ee5d], [0x30000, 0x3134a], [0x31350, 0x323af],
    ],
  ],
  ['CJK COMPATIBILITY IDEOGRAPH-', [[0xf900, 0xfa6d], [0xfa70, 0xfad9], [0x2f800, 0x2fa1d]]],
  ['TANGUT IDEOGRAPH-', [[0x17000, 0x187f7], [0x18d00, 0x18d08]]],
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

function computed(name: string): number | undefined {
  if (name.startsWith('HANGUL SYLLABLE ')) return hangul(name.slice(16))
  for (const [prefix, ranges] of ideographs) {
    if (!name.startsWith(prefix)) continue
    const digits = name.slice(prefix.length)
    if (!/^[0-9A-F]{4,5}$/.test(digits)) return undefined
    const point = Number.parseInt(digits, 16)
    return ranges.some(([first, last]) => point >= first && point <= last) ? point : undefined
  }
  return undefined
}

/**
 * The character that a Unicode name or alias stands for, whatever its case; undefined when there is none.
 *
 * @example
 * characterByName('GREEK SMALL LETTER ALPHA') // 'α'
 */
export function characterByName(name: string): string | undefined {
  const upper = name.toUpperCase()
  const point = computed(upper) ?? (table ??= readTable()).get(upper)
  return point === undefined ? undefined : String.fromCodePoint(point)
}
