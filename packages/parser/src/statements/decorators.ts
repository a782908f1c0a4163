// Decorators, in front of a function or class.
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseNamed } from '../expressions/index.ts'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseClass } from './class.ts'
import { parseFunction } from './function.ts'

const { ASYNC, AT, CLASS, DEF, NEWLINE } = TokenKind

/**
 * decorators: ('@' named_expression NEWLINE)+
 */
export function parseDecorated(p: Window): ast.stmt {
  const decorators: ast.expr[] = []
  while (p.accept(AT)) {
    decorators.push(parseNamed(p))
    p.expect(NEWLINE)
  }
  if (p.token === CLASS) return parseClass(p, decorators)
  if (p.token === DEF) return parseFunction(p, decorators, false)
  return p.token === ASYNC ? parseFunction(p, decorators, true) : fail()
}
