// Adjacent string literals become one node: bytes with bytes, text with text, and one f-string makes all of
// it one.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import { fail } from '../failure.ts'
import { warnInvalidEscape } from '../literals/escape-warning.ts'
import { readString } from '../literals/string-token.ts'
import type { Window } from '../window.ts'
import { parseFString } from './fstrings.ts'

const { STRING, FSTRING_START } = TokenKind

/**
 * strings: (fstring | STRING)+
 */
export function parseStrings(p: Window): ast.expr {
  const start = p.at
  const first = parsePart(p)
  if (p.token !== STRING && p.token !== FSTRING_START) {
    if (first.nodeType === 'Constant') return first
    return joinParts([first], p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  const parts = [first]
  do parts.push(parsePart(p))
  while (p.token === STRING || p.token === FSTRING_START)
  const bytes = parts.filter(isBytes).length
  if (bytes !== 0 && bytes !== parts.length) fail()
  return bytes === 0
    ? joinParts(parts, p.line(start), p.column(start), p.endLine(), p.endColumn())
    : joinBytes(parts, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parsePart(p: Window): ast.expr {
  if (p.token === FSTRING_START) return parseFString(p)
  const start = p.at
  const token = p.text(start)
  const read = readString(token, p.characterNames, p.tape.escaped)
  if ('kind' in read) fail()
  if (read.invalid >= 0) warnInvalidEscape(p, start, read.content, read.invalid)
  p.advance()
  const kind = read.unicodePrefix ? 'u' : null
  return factories.Constant(read.value, kind, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function isBytes(node: ast.expr): boolean {
  return node.nodeType === 'Constant' && node.value instanceof Uint8Array
}

function joinBytes(
  parts: readonly ast.expr[], line: number, column: number, endLine: number, endColumn: number,
): ast.expr {
  const pieces = parts.map((part) => (part as ast.Constant).value as Uint8Array)
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let end = 0
  for (const piece of pieces) {
    joined.set(piece, end)
    end += piece.length
  }
  return factories.Constant(joined, null, line, column, endLine, endColumn)
}

/**
 * Joins text literals and the values of f-strings; runs of constants become one, empty ones vanish from
 * f-strings.
 */
export function joinParts(
  parts: readonly ast.expr[], line: number, column: number, endLine: number, endColumn: number,
): ast.expr {
  const formatted = parts.some((part) => part.nodeType !== 'Constant')
  const flat: ast.expr[] = []
  for (const part of parts) {
    if (part.nodeType === 'JoinedStr') flat.push(...part.values)
    else flat.push(part)
  }
  const values: ast.expr[] = []
  for (let i = 0; i < flat.length; i++) {
    let element = flat[i] as ast.expr
    if (element.nodeType === 'Constant') {
      const first = i
      while (i + 1 < flat.length && (flat[i + 1] as ast.expr).nodeType === 'Constant') i++
      if (i > first) element = joinConstants(flat.slice(first, i + 1) as ast.Constant[])
      if (formatted && element.value === '') continue
    }
    values.push(element)
  }
  if (!formatted) return values[0] as ast.expr
  return factories.JoinedStr(values, line, column, endLine, endColumn)
}

function joinConstants(run: readonly ast.Constant[]): ast.Constant {
  const first = run[0] as ast.Constant
  const last = run[run.length - 1] as ast.Constant
  const text = joinText(run.map((constant) => constant.value as TextConstant))
  return factories.Constant(
    text, first.kind, first.lineno, first.col_offset, last.end_lineno, last.end_col_offset,
  )
}

function joinText(pieces: readonly TextConstant[]): TextConstant {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('')
  const points: number[] = []
  for (const piece of pieces) {
    if (piece instanceof WideText) for (const point of piece.codePoints) points.push(point)
    else for (const character of piece) points.push(character.codePointAt(0) as number)
  }
  return new WideText(points)
}
