// The argument of `fromisoformat`. C reads UTF-8 and counts bytes, which shows: lengths tell the forms of a date apart.
import { encodeUtf8 } from '@pellucid/primitives'
import { asStr, codePointsOf, type Str, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff

/** The str, and its bytes as a text: none if there is a surrogate, unless it stands before the time of a datetime. */
export function isoArgument(value: Value, isDateTime = false): { given: Str; text: string } {
  const given = asStr(value) ?? raise(PyTypeError, 'fromisoformat: argument must be str')
  if (typeof given === 'string' && /^[\0-\x7f]*$/.test(given)) return { given, text: given }
  let text = ''
  for (const [place, point] of codePointsOf(given).entries()) {
    if (!isSurrogate(point)) text += String.fromCharCode(...encodeUtf8([point]))
    else if (isDateTime && [7, 8, 10].includes(place)) text += 'T'
    else return { given, text: '' }
  }
  return { given, text }
}

export const isoFault = (text: Str, py: Thread): never => raise(ValueError, `Invalid isoformat string: ${reprText(text, py)}`)
