// JSON strings, both ways. What is read has one unit a character, what is written is UTF-16.
import { codePointsOf, joinStrs, newStr, narrowStr, PyWideStr, strOfCodePoints, smallInt, strValue, type Str, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { raise } from '../../protocols/raise.ts'
import type { PyBaseException } from '../../data/exception.ts'
import type { Thread } from '../../thread.ts'

/**
 * A document being read: `text` has one unit for each of its characters, a stand-in where a character needs more, so that
 * places are the same in both.
 */
export class Source {
  readonly value: Str
  readonly text: string
  readonly #points: readonly number[] | undefined
  constructor(value: Str) {
    this.value = value
    this.#points = value instanceof PyWideStr ? codePointsOf(value) : undefined
    this.text = this.#points === undefined ? strValue(value) : textOfUnits(this.#points)
  }
  /** What stands between two places. */
  slice(start: number, end: number): Str {
    const points = this.#points
    return points === undefined ? narrowStr(this.text.slice(start, end)) : strOfCodePoints(points.slice(start, end))
  }
  /** Raise json.JSONDecodeError about a place. */
  fail(message: string, place: number, py: Thread): never {
    const cls = getAttr(importModule('json.decoder', py), narrowStr('JSONDecodeError'), py)
    throw call(cls, [newStr(message), this.value, smallInt(place)], py) as PyBaseException
  }
}

const STAND_IN = 0xffff
const textOfUnits = (points: readonly number[]): string =>
  strValue(strOfCodePoints(points.map((point) => (point > 0xffff ? STAND_IN : point))))

const [QUOTE, BACKSLASH] = [34, 92]
/** Up to so many characters a loop is faster than a regular expression. */
const SHORT = 40
const plainStrict = /[^"\\\0-\x1f]*/y
const plainLoose = /[^"\\]*/y
const simpleEscapes: Record<string, string> = {
  '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t',
}
const hexadecimal = /^[0-9a-fA-F]{4}$/

/** Where the last scanned string ended. */
export const scanned = { end: 0 }

/** The string whose first character after the quote is at `start`; sets `scanned.end`. */
export function scanString(source: Source, start: number, strict: boolean, py: Thread): Str {
  const { text } = source
  if (start < 0 || start > text.length) raise(ValueError, 'end is out of bounds')
  const plain = strict ? plainStrict : plainLoose
  let end = start
  const soon = start + SHORT
  let unit = text.charCodeAt(end)
  while (end < soon && unit >= 32 && unit !== QUOTE && unit !== BACKSLASH) unit = text.charCodeAt(++end)
  if (unit !== QUOTE && unit !== BACKSLASH) {
    plain.lastIndex = end
    plain.test(text)
    end = plain.lastIndex
  }
  if (text.charCodeAt(end) === QUOTE) {
    scanned.end = end + 1
    return source.slice(start, end)
  }
  const pieces: Str[] = []
  let from = start
  for (;;) {
    const mark = text[end]
    if (mark !== '"' && mark !== '\\') {
      if (mark !== undefined) source.fail('Invalid control character at', end, py)
      source.fail('Unterminated string starting at', start - 1, py)
    }
    if (end > from) pieces.push(source.slice(from, end))
    if (mark === '"') break
    const letter = text[end + 1]
    if (letter === undefined) source.fail('Unterminated string starting at', start - 1, py)
    if (letter === 'u') {
      let point = escapedUnit(source, end, py)
      end += 6
      if (point >= 0xd800 && point <= 0xdbff && text.startsWith('\\u', end) && end + 6 < text.length) {
        const low = escapedUnit(source, end, py)
        if (low >= 0xdc00 && low <= 0xdfff) {
          point = 0x10000 + ((point - 0xd800) << 10) + low - 0xdc00
          end += 6
        }
      }
      pieces.push(point < 0xd800 ? narrowStr(String.fromCharCode(point)) : strOfCodePoints([point]))
    } else {
      const character = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined
      if (character === undefined) return source.fail('Invalid \\escape', end, py)
      pieces.push(narrowStr(character))
      end += 2
    }
    from = end
    plain.lastIndex = end
    plain.test(text)
    end = plain.lastIndex
  }
  scanned.end = end + 1
  return joinStrs(pieces)
}

/** The unit of `\uXXXX` at a place. */
function escapedUnit(source: Source, at: number, py: Thread): number {
  const digits = source.text.slice(at + 2, at + 6)
  if (at + 6 >= source.text.length || !hexadecimal.test(digits)) source.fail('Invalid \\uXXXX escape', at + 1, py)
  return Number.parseInt(digits, 16)
}

const shortEscapes: Record<string, string> = {
  '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t',
}

function escapeUnit(unit: string): string {
  return shortEscapes[unit] ?? '\\u' + unit.charCodeAt(0).toString(16).padStart(4, '0')
}

/** A JSON string in ASCII. */
export function quoteAscii(text: string): string {
  return /[^ !#-[\]-~]/.test(text) ? `"${text.replace(/[^ !#-[\]-~]/g, escapeUnit)}"` : `"${text}"`
}

/** A JSON string that escapes only what JSON must. */
export function quotePlain(text: string): string {
  return /["\\\0-\x1f]/.test(text) ? `"${text.replace(/["\\\0-\x1f]/g, escapeUnit)}"` : `"${text}"`
}

/** The same for a str whose surrogates must stay single. */
export function quotePlainStr(value: Str): Value {
  if (typeof value === 'string') return narrowStr(quotePlain(value))
  const points = codePointsOf(value).flatMap((point) =>
    point > 0x7f ? [point] : Array.from(quotePlain(String.fromCharCode(point)).slice(1, -1), (c) => c.charCodeAt(0)),
  )
  return strOfCodePoints([34, ...points, 34])
}
