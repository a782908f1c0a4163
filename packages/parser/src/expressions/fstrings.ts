// f-strings (PEP 701): text, replacement fields, and the format specs within them.
//
//     f'total: {sum(x)=!r:>{width}}'
//       ^ MIDDLE ^ field  ^ conversion, spec with a field of its own
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import { warnInvalidEscape } from '../literals/escape-warning.ts'
import { decodeText } from '../literals/escapes.ts'
import { BRACKET_RULES } from '../window.ts'
import type { Window } from '../window.ts'
import { parseAnnotatedRhs } from './index.ts'
import { joinParts } from './strings.ts'

const {
  COLON, EQUAL, EXCLAMATION, FSTRING_END, FSTRING_MIDDLE, LBRACE, NAME, RBRACE,
} = TokenKind

/**
 * fstring: FSTRING_START fstring_middle* FSTRING_END
 * fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
 */
export function parseFString(p: Window): ast.JoinedStr {
  const start = p.at
  const raw = /[rR]/.test(p.text(start))
  p.advance()
  const items: ast.expr[] = []
  for (;;) {
    if (p.token === FSTRING_MIDDLE) items.push(parseMiddle(p))
    else if (p.token === LBRACE) items.push(...parseField(p))
    else break
  }
  const close = p.at
  p.expect(FSTRING_END)
  const values: ast.expr[] = []
  for (const item of items) {
    if (item.nodeType !== 'Constant') {
      values.push(item)
      continue
    }
    const text = item.value as string
    if (!raw && text.includes('\\')) item.value = decode(p, text, close)
    if (item.value !== '') values.push(item)
  }
  return factories.JoinedStr(values, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/** A MIDDLE as it is written; the f-string decodes it at its end. */
function parseMiddle(p: Window): ast.Constant {
  const start = p.at
  const text = p.text(start)
  p.advance()
  return factories.Constant(text, null, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function decode(p: Window, content: string, token: number): ast.Constant['value'] {
  const decoded = decodeText(content, p.characterNames)
  if ('kind' in decoded) fail()
  if (decoded.invalid >= 0) warnInvalidEscape(p, token, content, decoded.invalid)
  return decoded.value
}

/**
 * fstring_replacement_field: '{' annotated_rhs ['='] [fstring_conversion] [fstring_full_format_spec] '}'
 * fstring_conversion: '!' NAME
 */
function parseField(p: Window): ast.expr[] {
  const start = p.at
  const line = p.line(start)
  const column = p.column(start)
  p.advance()
  p.enter(BRACKET_RULES)
  const value = parseAnnotatedRhs(p)
  const debug = p.accept(EQUAL)
  let debugEnd = -1
  let conversion = -1
  if (p.token === EXCLAMATION) {
    debugEnd = p.at
    conversion = parseConversion(p)
  }
  let spec: ast.expr | null = null
  const colon = p.at
  if (p.token === COLON) {
    spec = parseFormatSpec(p)
    if (debugEnd < 0) debugEnd = colon
  } else if (debug && conversion < 0) {
    conversion = 114
  }
  const close = p.at
  p.leave(BRACKET_RULES)
  p.expect(RBRACE)
  const field = factories.FormattedValue(value, conversion, spec, line, column, p.endLine(), p.endColumn())
  if (!debug) return [field]
  return [debugText(p, debugEnd, close, line, column), field]
}

/** The expression as written, for `=`; `mark` is its `!` or `:`, or -1. */
function debugText(p: Window, mark: number, close: number, line: number, column: number): ast.Constant {
  const end = mark < 0 ? close : mark
  const text = p.tape.debugTexts.get(end) ?? ''
  let endLine = p.endLineOf(end)
  let endColumn = p.endColumnOf(end) - 1
  if (mark >= 0 && p.kinds[mark] === EXCLAMATION) {
    // CPython ends the text one column before the conversion's letter.
    endLine = p.line(mark + 1)
    endColumn = p.column(mark + 1) - 1
  }
  return factories.Constant(text, null, line, column + 1, endLine, endColumn)
}

function parseConversion(p: Window): number {
  const mark = p.at
  p.advance()
  if (p.token !== NAME) fail()
  const letter = p.text(p.at)
  if (p.line(p.at) !== p.line(mark) || p.column(p.at) !== p.endColumnOf(mark)) fail()
  if (letter !== 's' && letter !== 'r' && letter !== 'a') fail()
  p.advance()
  return letter.charCodeAt(0)
}

/**
 * fstring_full_format_spec: ':' fstring_format_spec*
 * fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
 */
function parseFormatSpec(p: Window): ast.expr {
  const start = p.at
  p.advance()
  const items: ast.expr[] = []
  for (;;) {
    if (p.token === FSTRING_MIDDLE) {
      const token = p.at
      const item = parseMiddle(p)
      const text = item.value as string
      if (text.includes('\\')) item.value = decode(p, text, token)
      if (item.value !== '') items.push(item)
    } else if (p.token === LBRACE) {
      const [first, second] = parseField(p)
      if (first === undefined) fail()
      if (second === undefined) {
        items.push(first)
      } else {
        // Text and value of `{x=}` count as one item.
        const { lineno, col_offset, end_lineno, end_col_offset } = first
        items.push(factories.JoinedStr([first, second], lineno, col_offset - 1, end_lineno, end_col_offset))
      }
    } else {
      break
    }
  }
  const line = p.line(start)
  const column = p.column(start)
  const only = items.length === 1 ? items[0] : undefined
  if (items.length === 0 || only?.nodeType === 'Constant') {
    return factories.JoinedStr(items, line, column, p.endLine(), p.endColumn())
  }
  return joinParts(items, line, column, p.endLine(), p.endColumn())
}
