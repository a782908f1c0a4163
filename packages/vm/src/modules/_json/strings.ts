// JSON strings, both ways. Texts are UTF-16 here; positions become code points only where Python sees them.
import { codePointsOf, newStr, narrowStr, PyWideStr, strOfCodePoints, smallInt, strValue, type Str, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { raise } from '../../protocols/raise.ts'
import type { PyBaseException } from '../../data/exception.ts'
import type { Thread } from '../../thread.ts'

/** A document being read. */
export class Source {
  readonly value: Str
  readonly text: string
  readonly wide: boolean
  constructor(value: Str) {
    this.value = value
    this.text = strValue(value)
    this.wide = value instanceof PyWideStr
  }
  /** Code point position → UTF-16 position; beyond the end stays beyond. */
  unitAt(position: number): number {
    if (!this.wide || position <= 0) return position
    const points = codePointsOf(this.value)
    let at = 0
    for (let i = 0; i < position && i < points.length; i++) at += (points[i] as number) > 0xffff ? 2 : 1
    return at + Math.max(0, position - points.length)
  }
  /** UTF-16 position → code point position. */
  pointAt(unit: number): number {
    if (!this.wide || unit <= 0) return unit
    let position = 0
    for (let at = 0; at < unit; at++, position++) if ((this.text.codePointAt(at) ?? 0) > 0xffff) at++
    return position
  }
  /** Raise json.JSONDecodeError about a place. */
  fail(message: string, unit: number, py: Thread): never {
    const cls = getAttr(importModule('json.decoder', py), narrowStr('JSONDecodeError'), py)
    throw call(cls, [newStr(message), this.value, smallInt(this.pointAt(unit))], py) as PyBaseException
  }
}

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
  plain.lastIndex = start
  plain.test(text)
  let end = plain.lastIndex
  if (text[end] === '"') {
    scanned.end = end + 1
    const body = text.slice(start, end)
    return source.wide ? newStr(body) : narrowStr(body)
  }
  const units: string[] = []
  let from = start
  for (;;) {
    const mark = text[end]
    if (mark !== '"' && mark !== '\\') {
      if (mark !== undefined) source.fail('Invalid control character at', end, py)
      source.fail('Unterminated string starting at', start - 1, py)
    }
    if (end > from) units.push(text.slice(from, end))
    if (mark === '"') break
    const letter = text[end + 1]
    if (letter === undefined) source.fail('Unterminated string starting at', start - 1, py)
    if (letter === 'u') {
      const digits = text.slice(end + 2, end + 6)
      if (end + 6 >= text.length || !hexadecimal.test(digits)) source.fail('Invalid \\uXXXX escape', end + 1, py)
      end = from = end + 6
      units.push(String.fromCharCode(Number.parseInt(digits, 16)))
      if (/[\ud800-\udbff]/.test(units[units.length - 1] as string) && text.startsWith('\\u', end) && end + 6 < text.length) {
        const low = text.slice(end + 2, end + 6)
        if (!hexadecimal.test(low)) source.fail('Invalid \\uXXXX escape', end + 1, py)
      }
    } else {
      const character = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : undefined
      if (character === undefined) return source.fail('Invalid \\escape', end, py)
      units.push(character)
      end = from = end + 2
    }
    plain.lastIndex = end
    plain.test(text)
    end = plain.lastIndex
  }
  scanned.end = end + 1
  return newStr(units.join(''))
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
