// The replacement fields of str.format: '{' name ['!' conversion] [':' spec] '}'
import { valueFault } from '../fault.ts'
import { decimalValue } from '../unicode/database.ts'

/** What `_string.formatter_parser` yields; `name` is absent after the last literal. */
export interface FormatField {
  readonly literal: string
  readonly name: string | undefined
  readonly spec: string
  readonly conversion: string | undefined
}

/** Cuts a format string into literals and fields, raising only when the faulty part is reached. */
export function* parseFormatFields(text: string): Generator<FormatField> {
  let at = 0
  while (at < text.length) {
    let literal = ''
    let opened = false
    const start = at
    while (at < text.length) {
      const c = text[at++]!
      if (c !== '{' && c !== '}') continue
      if (at < text.length && text[at] === c) {
        literal = text.slice(start, at)
        at++
        yield { literal, name: undefined, spec: '', conversion: undefined }
        break
      }
      if (at >= text.length || c === '}') {
        throw valueFault(`Single '${c}' encountered in format string`)
      }
      opened = true
      literal = text.slice(start, at - 1)
      break
    }
    if (!opened) {
      if (text[at - 1] !== '{' && text[at - 1] !== '}') {
        yield { literal: text.slice(start), name: undefined, spec: '', conversion: undefined }
      }
      continue
    }
    const field = readField(text, at)
    at = field.end
    yield { literal, name: field.name, spec: field.spec, conversion: field.conversion }
  }
}

interface ReadField {
  readonly name: string
  readonly spec: string
  readonly conversion: string | undefined
  readonly end: number
}

function readField(text: string, start: number): ReadField {
  let at = start
  let c = ''
  while (at < text.length) {
    c = text[at++]!
    if (c === '{') throw valueFault("unexpected '{' in field name")
    if (c === '}' || c === ':' || c === '!') break
    if (c === '[') {
      const close = text.indexOf(']', at)
      at = close < 0 ? text.length : close
    }
    c = ''
  }
  if (c !== '!' && c !== ':') {
    if (c !== '}') throw valueFault("expected '}' before end of string")
    return { name: text.slice(start, at - 1), spec: '', conversion: undefined, end: at }
  }
  const name = text.slice(start, at - 1)
  let conversion: string | undefined
  if (c === '!') {
    if (at >= text.length) throw valueFault("end of string while looking for conversion specifier")
    conversion = String.fromCodePoint(text.codePointAt(at)!)
    at += conversion.length
    if (at < text.length) {
      c = text[at++]!
      if (c === '}') return { name, spec: '', conversion, end: at }
      if (c !== ':') throw valueFault("expected ':' after conversion specifier")
    }
  }
  const specStart = at
  for (let depth = 1; at < text.length; ) {
    c = text[at++]!
    if (c === '{') depth++
    else if (c === '}' && --depth === 0) {
      return { name, spec: text.slice(specStart, at - 1), conversion, end: at }
    }
  }
  throw valueFault("unmatched '{' in format spec")
}

/** One step of a field name: `.attribute`, or `[item]` where a decimal item is a number. */
export interface FieldStep {
  readonly isAttribute: boolean
  readonly key: string | number
}

/** `_string.formatter_field_name_split`: the first name (a number if decimal) and the steps, read lazily. */
export function splitFieldName(name: string): { first: string | number; rest: Generator<FieldStep> } {
  const end = name.search(/[.[]/)
  const head = end < 0 ? name : name.slice(0, end)
  return { first: asIndex(head), rest: steps(name, end < 0 ? name.length : end) }
}

function* steps(name: string, start: number): Generator<FieldStep> {
  let at = start
  while (at < name.length) {
    const c = name[at++]!
    if (c === '.') {
      const next = name.slice(at).search(/[.[]/)
      const key = next < 0 ? name.slice(at) : name.slice(at, at + next)
      at += key.length
      if (key === '') throw valueFault('Empty attribute in format string')
      yield { isAttribute: true, key }
    } else if (c === '[') {
      const close = name.indexOf(']', at)
      if (close < 0) throw valueFault("Missing ']' in format string")
      const key = name.slice(at, close)
      at = close + 1
      if (key === '') throw valueFault('Empty attribute in format string')
      yield { isAttribute: false, key: asIndex(key) }
    } else {
      throw valueFault("Only '.' or '[' may follow ']' in format field specifier")
    }
  }
}

function asIndex(text: string): string | number {
  let value = 0n
  if (text === '') return text
  for (const character of text) {
    const digit = decimalValue(character.codePointAt(0)!)
    if (digit < 0) return text
    value = value * 10n + BigInt(digit)
    if (value > 9223372036854775807n) throw valueFault('Too many decimal digits in format string')
  }
  return Number(value)
}
