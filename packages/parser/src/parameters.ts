// Parameters of functions and lambdas.
//
//     a, b=1, /, c=2, *args, d, e=3, **kwargs
//     positional-only | positional | keyword-only
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseExpression, parseStarExpression } from './expressions/index.ts'
import { fail } from './failure.ts'
import type { Window } from './window.ts'

const { COLON, COMMA, DOUBLESTAR, EQUAL, SLASH, STAR, TYPE_COMMENT } = TokenKind

/**
 * parameters: (slash_no_default | slash_with_default | param_no_default*) param_with_default* [star_etc]
 * slash_no_default: param_no_default+ '/' (',' | &')')
 * slash_with_default: param_no_default* param_with_default+ '/' (',' | &')')
 * star_etc: '*' (param_no_default | param_no_default_star_annotation) param_maybe_default* [kwds]
 *     | '*' ',' param_maybe_default+ [kwds] | kwds
 * kwds: '**' param_no_default
 */
export function parseParameters(p: Window, close: number, annotated: boolean): ast.arguments {
  let positionalOnly: ast.arg[] = []
  let positional: ast.arg[] = []
  const defaults: ast.expr[] = []
  let slash = false
  while (p.token !== close) {
    if (p.token === STAR || p.token === DOUBLESTAR) {
      return parseStarEtc(p, close, annotated, positionalOnly, positional, defaults)
    }
    if (p.token === SLASH) {
      if (slash || positional.length === 0) fail()
      p.require(8)
      slash = true
      p.advance()
      positionalOnly = positional
      positional = []
      if (!p.accept(COMMA)) break
      continue
    }
    const parameter = parseParameter(p, annotated, false)
    if (p.accept(EQUAL)) defaults.push(parseExpression(p))
    else if (defaults.length > 0) fail()
    positional.push(parameter)
    if (endParameter(p, annotated, parameter)) break
  }
  return factories.arguments(positionalOnly, positional, null, [], [], null, defaults)
}

function parseStarEtc(
  p: Window, close: number, annotated: boolean, positionalOnly: ast.arg[], positional: ast.arg[],
  defaults: ast.expr[],
): ast.arguments {
  let rest: ast.arg | null = null
  let keywords: ast.arg | null = null
  const keywordOnly: ast.arg[] = []
  const keywordDefaults: (ast.expr | null)[] = []
  let more = true
  let bare = false
  if (p.accept(STAR)) {
    if (p.accept(COMMA)) {
      bare = true
    } else {
      rest = parseParameter(p, annotated, true)
      more = !endParameter(p, annotated, rest)
    }
    while (more && p.token !== close && p.token !== DOUBLESTAR) {
      const parameter = parseParameter(p, annotated, false)
      keywordDefaults.push(p.accept(EQUAL) ? parseExpression(p) : null)
      keywordOnly.push(parameter)
      more = !endParameter(p, annotated, parameter)
    }
    if (bare && keywordOnly.length === 0) fail()
  }
  if (more && p.accept(DOUBLESTAR)) {
    keywords = parseParameter(p, annotated, false)
    endParameter(p, annotated, keywords)
  }
  if (p.token !== close) fail()
  return factories.arguments(
    positionalOnly, positional, rest, keywordOnly, keywordDefaults, keywords, defaults,
  )
}

/**
 * param: NAME [':' expression]
 * param_star_annotation: NAME ':' star_expression
 */
function parseParameter(p: Window, annotated: boolean, starred: boolean): ast.arg {
  const start = p.at
  const name = p.name()
  let annotation: ast.expr | null = null
  if (annotated && p.accept(COLON)) annotation = starred ? parseStarExpression(p) : parseExpression(p)
  return factories.arg(name, annotation, null, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/** Consumes the comma and type comment behind a parameter; true when it was the last one. */
function endParameter(p: Window, annotated: boolean, parameter: ast.arg): boolean {
  const ended = !p.accept(COMMA)
  if (annotated && p.token === TYPE_COMMENT) parameter.type_comment = p.typeComment()
  return ended
}
