// Anchors: beginnings, ends and boundaries of words, which take no characters.
import { isUnicodeWord, isWord } from './characters.ts'
import { At } from './codes.ts'
import type { Subject } from './subject.ts'

/** Does an AT hold between the characters before and at `pos`? */
export function holdsAt(where: number, pos: number, from: number, to: number, subject: Subject): boolean {
  const boundary = (word: (point: number) => boolean): boolean => {
    const before = pos > from && word(subject.unit(pos - 1))
    const after = pos < to && word(subject.unit(pos))
    return before !== after
  }
  switch (where) {
    case At.BEGINNING:
    case At.BEGINNING_STRING:
      return pos === from
    case At.BEGINNING_LINE:
      return pos === from || subject.unit(pos - 1) === 10
    case At.END:
      return pos === to || (pos === to - 1 && subject.unit(pos) === 10)
    case At.END_LINE:
      return pos === to || subject.unit(pos) === 10
    case At.END_STRING:
      return pos === to
    case At.BOUNDARY:
    case At.LOC_BOUNDARY:
      return to > from && boundary(isWord)
    case At.NON_BOUNDARY:
    case At.LOC_NON_BOUNDARY:
      return to > from && !boundary(isWord)
    case At.UNI_BOUNDARY:
      return to > from && boundary(isUnicodeWord)
    default:
      return to > from && !boundary(isUnicodeWord)
  }
}
