// The value of a STRING token: prefix, quotes, content.
//
//     rb'''content'''
//     ^^ prefix
import type { TextConstant } from '@pellucid/primitives'
import { escapedTextFault } from '@pellucid/source'
import { decodeBytes, decodeText } from './escapes.ts'
import type { CharacterNames, EscapeFault } from './escapes.ts'

/** What a STRING token stands for. */
export interface StringValue {
  readonly value: TextConstant | Uint8Array
  readonly unicodePrefix: boolean
  /** Content and offset in it of the first invalid escape; -1 for none. */
  readonly content: string
  readonly invalid: number
}

/** Why a STRING token has no value. */
export type StringFault = EscapeFault | { readonly kind: 'ascii' }

const beyondAscii = /[^\0-\x7f]/

/**
 * Reads a STRING token's text; `escaped` says that it may hold bytes that are no UTF-8, as lone surrogates.
 */
export function readString(
  token: string, names: CharacterNames | undefined, escaped: boolean,
): StringValue | StringFault {
  let p = 0
  let isBytes = false
  let raw = false
  let quote = token.charCodeAt(0)
  for (; quote !== 34 && quote !== 39; quote = token.charCodeAt(++p)) {
    if ((quote | 32) === 98) isBytes = true
    else if ((quote | 32) === 114) raw = true
  }
  const unicodePrefix = token.charCodeAt(0) === 117
  const tripled = token.charCodeAt(p + 1) === quote && token.charCodeAt(p + 2) === quote
  const triple = tripled && token.length >= p + 6
  const content = triple ? token.slice(p + 3, -3) : token.slice(p + 1, -1)
  if (isBytes && beyondAscii.test(content)) return { kind: 'ascii' }
  const undecodable = escaped ? escapedTextFault(content) : undefined
  if (undecodable !== undefined) return { kind: 'unicode', message: undecodable }
  if (raw || !content.includes('\\')) {
    const value = isBytes ? asciiBytes(content) : content
    return { value, unicodePrefix, content, invalid: -1 }
  }
  const decoded = isBytes ? decodeBytes(content) : decodeText(content, names)
  if ('kind' in decoded) return decoded
  return { value: decoded.value, unicodePrefix, content, invalid: decoded.invalid }
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
