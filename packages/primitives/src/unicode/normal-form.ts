// Normal forms of text (Unicode Standard Annex 15): decompose, put marks in canonical order, compose again.
import { allDecompositions, isCanonical } from './decomposition.ts'
import { combiningClass, wasKnown } from './properties.ts'
import { correctedAfter } from './properties.generated.ts'
import { readEntries } from './runs.ts'

export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD'

const syllables = { base: 0xac00, count: 11172, lead: 0x1100, leads: 19, vowel: 0x1161, vowels: 21, tail: 0x11a7, tails: 28 }

let corrected: ReadonlyMap<number, string> | undefined
let pairs: Map<number, number> | undefined

/** What decomposes to a pair, by the pair. */
function composition(first: number, second: number): number | undefined {
  if (pairs === undefined) {
    pairs = new Map()
    for (const [point, { kind, points }] of allDecompositions()) {
      if (kind === 'canonical' && points.length === 2) pairs.set(points[0]! * 0x110000 + points[1]!, point)
    }
  }
  return pairs.get(first * 0x110000 + second)
}

/** Pushes what a character decomposes to in the end. */
function decompose(point: number, compatible: boolean, old: boolean, out: number[]): void {
  const syllable = point - syllables.base
  if (syllable >= 0 && syllable < syllables.count) {
    const tail = syllable % syllables.tails
    const rest = (syllable - tail) / syllables.tails
    out.push(syllables.lead + Math.floor(rest / syllables.vowels), syllables.vowel + (rest % syllables.vowels))
    if (tail > 0) out.push(syllables.tail + tail)
    return
  }
  if (old) {
    const other = (corrected ??= readEntries(correctedAfter)).get(point)
    if (other !== undefined) return void out.push(parseInt(other, 36))
    if (!wasKnown(point)) return void out.push(point)
  }
  const found = allDecompositions().get(point)
  if (found === undefined || !(compatible || isCanonical(found))) out.push(point)
  else for (const part of found.points) decompose(part, compatible, old, out)
}

/** Marks in the order of their classes, each run of them for itself. */
function order(points: number[], classes: number[]): void {
  for (let start = 0; start < points.length; start++) {
    if (classes[start] === 0) continue
    let end = start + 1
    while (end < points.length && classes[end] !== 0) end++
    if (end - start > 1) {
      const sorted = Array.from({ length: end - start }, (_, i) => start + i).sort((a, b) => classes[a]! - classes[b]! || a - b)
      const [movedPoints, movedClasses] = [sorted.map((at) => points[at]!), sorted.map((at) => classes[at]!)]
      for (let i = start; i < end; i++) {
        points[i] = movedPoints[i - start]!
        classes[i] = movedClasses[i - start]!
      }
    }
    start = end
  }
}

function syllableOf(first: number, second: number): number | undefined {
  const lead = first - syllables.lead
  const vowel = second - syllables.vowel
  if (lead >= 0 && lead < syllables.leads && vowel >= 0 && vowel < syllables.vowels) {
    return syllables.base + (lead * syllables.vowels + vowel) * syllables.tails
  }
  const before = first - syllables.base
  const tail = second - syllables.tail
  const open = before >= 0 && before < syllables.count && before % syllables.tails === 0
  return open && tail > 0 && tail < syllables.tails ? first + tail : undefined
}

function compose(points: readonly number[], classes: readonly number[], old: boolean): number[] {
  const out: number[] = []
  let starter = -1
  // The class of what stands last behind the starter: a mark behind one of its class, or a greater one, is blocked.
  let last = 0
  points.forEach((point, i) => {
    const own = classes[i]!
    const next = starter === out.length - 1
    if (starter >= 0 && (next || (last !== 0 && last < own))) {
      const made = syllableOf(out[starter]!, point) ?? composition(out[starter]!, point)
      if (made !== undefined && (!old || wasKnown(made))) {
        out[starter] = made
        return
      }
    }
    if (own === 0) starter = out.length
    last = own
    out.push(point)
  })
  return out
}

/** The text in a normal form; `old` asks Unicode 3.2. */
export function normalForm(form: NormalForm, text: readonly number[], old = false): readonly number[] {
  const composed = form.endsWith('C')
  const limit = composed ? (form === 'NFC' ? 0x300 : 0xa0) : form === 'NFD' ? 0xc0 : 0xa0
  if (text.every((point) => point < limit)) return text
  const points: number[] = []
  for (const point of text) decompose(point, form.includes('K'), old, points)
  // CPython orders by the newer database's classes.
  const classes = points.map((point) => (point < 0x300 ? 0 : combiningClass(point)))
  order(points, classes)
  return composed ? compose(points, classes, old) : points
}
