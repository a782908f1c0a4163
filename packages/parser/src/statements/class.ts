// Class definitions.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseArguments } from '../expressions/calls.ts'
import { parseTypeParams } from '../type-params.ts'
import type { Window } from '../window.ts'
import { parseBlock } from './index.ts'

const { COLON, LPAR, RPAR } = TokenKind

/**
 * class_def: decorators class_def_raw | class_def_raw
 * class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
 */
export function parseClass(p: Window, decorators: ast.expr[]): ast.stmt {
  const start = p.at
  p.advance()
  const name = p.name()
  const typeParams = parseTypeParams(p)
  const bases: ast.expr[] = []
  const keywords: ast.keyword[] = []
  if (p.accept(LPAR)) {
    // -1: a generator expression needs parentheses of its own here.
    if (p.token !== RPAR) parseArguments(p, -1, bases, keywords)
    p.expect(RPAR)
  }
  p.expect(COLON)
  const body = parseBlock(p)
  const end = p.last()
  return factories.ClassDef(
    name, bases, keywords, body, decorators, typeParams,
    p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end),
  )
}
