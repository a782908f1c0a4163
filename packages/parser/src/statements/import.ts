// `import` and `from … import`.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'

const { AS, COMMA, DOT, ELLIPSIS, IMPORT, LPAR, NAME, RPAR, STAR } = TokenKind

/**
 * import_name: 'import' dotted_as_name (',' dotted_as_name)*
 */
export function parseImport(p: Window): ast.stmt {
  const start = p.at
  const names: ast.alias[] = []
  do {
    p.advance()
    const at = p.at
    const name = parseDottedName(p)
    names.push(parseAlias(p, at, name))
  } while (p.token === COMMA)
  return factories.Import(names, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * dotted_as_name: dotted_name ['as' NAME]
 */
function parseAlias(p: Window, start: number, name: string): ast.alias {
  const asname = p.accept(AS) ? p.name() : null
  return factories.alias(name, asname, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * dotted_name: NAME ('.' NAME)*
 */
function parseDottedName(p: Window): string {
  let name = p.name()
  while (p.accept(DOT)) name += '.' + p.name()
  return name
}

/**
 * import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
 *     | 'from' ('.' | '...')+ 'import' import_from_targets
 */
export function parseImportFrom(p: Window): ast.stmt {
  const start = p.at
  p.advance()
  let level = 0
  for (;;) {
    if (p.accept(DOT)) level++
    else if (p.accept(ELLIPSIS)) level += 3
    else break
  }
  const module = p.token === NAME || level === 0 ? parseDottedName(p) : null
  p.expect(IMPORT)
  const names = parseImportTargets(p)
  return factories.ImportFrom(
    module, names, level, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}

/**
 * import_from_targets: '(' import_from_as_name (',' import_from_as_name)* [','] ')'
 *     | import_from_as_name (',' import_from_as_name)* !',' | '*'
 * import_from_as_name: NAME ['as' NAME]
 */
function parseImportTargets(p: Window): ast.alias[] {
  const start = p.at
  if (p.accept(STAR)) {
    return [factories.alias('*', null, p.line(start), p.column(start), p.endLine(), p.endColumn())]
  }
  const parenthesized = p.accept(LPAR)
  const names: ast.alias[] = []
  do {
    if (parenthesized && p.token === RPAR && names.length > 0) break
    if (p.token !== NAME) fail()
    const at = p.at
    names.push(parseAlias(p, at, p.name()))
  } while (p.accept(COMMA))
  if (parenthesized) p.expect(RPAR)
  return names
}
