// Parameters of lambdas: names and defaults, no annotations.
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseParameters } from '../parameters.ts'
import type { Window } from '../window.ts'

/**
 * lambda_params: lambda_parameters
 */
export function parseLambdaParameters(p: Window): ast.arguments {
  return parseParameters(p, TokenKind.COLON, false)
}
