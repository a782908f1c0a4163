// Hangul syllables that KS X 1001 has no code for, as EUC-KR spells them: filler, lead, vowel, tail.
//
//     A4 D4  A4 lead  A4 vowel  A4 tail     (a tail that is missing is the filler)

const FILLER = 0xd4
const leads = [
  0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1, 0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
]
const VOWELS = 0xbf
const tails = [
  FILLER, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5, 0xb6,
  0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe,
]

/** The syllable that eight bytes spell. */
export function composed(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at + 2] !== 0xa4 || bytes[at + 4] !== 0xa4 || bytes[at + 6] !== 0xa4) return undefined
  const lead = leads.indexOf(bytes[at + 3] as number)
  const vowel = (bytes[at + 5] as number) - VOWELS
  const tail = tails.indexOf(bytes[at + 7] as number)
  if (lead < 0 || vowel < 0 || vowel > 20 || tail < 0) return undefined
  return 0xac00 + lead * 588 + vowel * 28 + tail
}

/** The eight bytes of a syllable. */
export function decomposed(point: number): number[] | undefined {
  if (point < 0xac00 || point > 0xd7a3) return undefined
  const place = point - 0xac00
  const [lead, vowel, tail] = [Math.floor(place / 588), Math.floor(place / 28) % 21, place % 28]
  return [0xa4, FILLER, 0xa4, leads[lead] as number, 0xa4, VOWELS + vowel, 0xa4, tails[tail] as number]
}
