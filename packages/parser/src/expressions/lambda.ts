// Parameters of lambdas: names and defaults, no annotations.
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseParameters } from '../parameters.ts'
import { BRACKET_RULES } from '../window.ts'
import type { Window } from '../window.ts'

/**
 * lambda_params: lambda_parameters
 */
export function parseLambdaParameters(p: Window): ast.arguments {
  p.enter(BRACKET_RULES)
  const parameters = parseParameters(p, TokenKind.COLON, false)
  p.leave(BRACKET_RULES)
  return parameters
}
