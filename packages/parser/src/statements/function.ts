// Function definitions.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseExpression } from '../expressions/index.ts'
import { parseParameters } from '../parameters.ts'
import { parseTypeParams } from '../type-params.ts'
import type { Window } from '../window.ts'
import { parseBlock } from './index.ts'

const { COLON, DEF, INDENT, LPAR, NEWLINE, RARROW, RPAR, TYPE_COMMENT } = TokenKind

/**
 * function_def: decorators function_def_raw | function_def_raw
 * function_def_raw: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' body
 * body: [func_type_comment] block
 */
export function parseFunction(p: Window, decorators: ast.expr[], isAsync: boolean): ast.stmt {
  const start = p.at
  if (isAsync) {
    p.require(5)
    p.advance()
  }
  p.expect(DEF)
  const name = p.name()
  const typeParams = parseTypeParams(p)
  p.expect(LPAR)
  const parameters = parseParameters(p, RPAR, true)
  p.expect(RPAR)
  const returns = p.accept(RARROW) ? parseExpression(p) : null
  p.expect(COLON)
  const comment = parseTypeComment(p)
  const body = parseBlock(p)
  const end = p.last()
  const build = isAsync ? factories.AsyncFunctionDef : factories.FunctionDef
  return build(
    name, parameters, body, decorators, returns, comment, typeParams,
    p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end),
  )
}

/**
 * func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | TYPE_COMMENT
 */
function parseTypeComment(p: Window): string | null {
  if (p.token === NEWLINE && p.next() === TYPE_COMMENT) {
    if (p.kinds[p.at + 2] === NEWLINE && p.kinds[p.at + 3] === INDENT) p.advance()
  }
  return p.typeComment()
}
