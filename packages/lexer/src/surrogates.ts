// Text that is no Unicode text: a JavaScript string can hold half a surrogate pair, which UTF-8 cannot.
import { PyCompileError } from '@pellucid/source'
import { codePointCount } from './text.ts'

const anySurrogate = /[\ud800-\udfff]/
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Offset of the first surrogate that is half a pair, or -1. */
export function findLoneSurrogate(text: string): number {
  // Latin-1 strings, and most others, are through with the first, cheap look.
  return anySurrogate.test(text) ? text.search(loneSurrogate) : -1
}

/** CPython's error for encoding the text from `start` on, in which the surrogate at `at` is the first. */
export function surrogateError(text: string, at: number, start: number): PyCompileError {
  let end = at + 1
  while (isLone(text, end)) end++
  const position = codePointCount(text, start, at)
  const code = text.charCodeAt(at).toString(16)
  const what =
    end === at + 1
      ? `character '\\u${code}' in position ${position}`
      : `characters in position ${position}-${position + end - at - 1}`
  return new PyCompileError('UnicodeEncodeError', `'utf-8' codec can't encode ${what}: surrogates not allowed`)
}

function isLone(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit >= 0xdc00 && unit < 0xe000) return true
  const next = text.charCodeAt(at + 1)
  return unit >= 0xd800 && unit < 0xdc00 && !(next >= 0xdc00 && next < 0xe000)
}
