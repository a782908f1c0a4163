import { expect, test } from 'vitest'
import { PySyntaxError } from '@pellucid/source'
import { parse } from '../src/index.ts'
import type { ParseWarning } from '../src/index.ts'

function warningsOf(source: string, featureVersion = 13): string[] {
  const seen: string[] = []
  const onWarning = ({ category, message, lineno }: ParseWarning): void => {
    seen.push(`${lineno} ${category}: ${message}`)
  }
  try {
    parse(source, { onWarning, featureVersion })
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error
  }
  return seen
}

test('escapes that are none, once a literal, at its line', () => {
  expect(warningsOf("a = '\\d\\e'\nb = b'\\q'\n")).toEqual([
    "1 SyntaxWarning: invalid escape sequence '\\d'", "2 SyntaxWarning: invalid escape sequence '\\q'",
  ])
  expect(warningsOf("'\\777'")).toEqual(["1 SyntaxWarning: invalid octal escape sequence '\\777'"])
  expect(warningsOf("r'\\d'")).toEqual([])
  expect(warningsOf("'\\d'", 11)).toEqual(["1 DeprecationWarning: invalid escape sequence '\\d'"])
})

test('a production that is tried and given up does not warn twice', () => {
  expect(warningsOf("with ('\\d'): pass\nmatch ('\\d')\n")).toEqual([
    "1 SyntaxWarning: invalid escape sequence '\\d'", "2 SyntaxWarning: invalid escape sequence '\\d'",
  ])
})

test('numbers that run into a keyword', () => {
  expect(warningsOf('1if 2else 3')).toEqual([
    '1 SyntaxWarning: invalid decimal literal', '1 SyntaxWarning: invalid decimal literal',
  ])
})

test('the handler can have a warning raised', () => {
  expect(() => parse("'\\d'", { onWarning: () => true })).toThrow("invalid escape sequence '\\d'")
})
