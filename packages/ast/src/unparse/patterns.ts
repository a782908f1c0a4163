// The patterns of match statements.
import { PyCompileError } from '@pellucid/source'
import type * as ast from '../nodes.generated.ts'
import { constantText } from './literals.ts'
import type { NodeWriter, WriterTable } from './output.ts'
import { precedence, tighter } from './precedence.ts'

function requireSameLength(first: readonly unknown[], second: readonly unknown[]): void {
  if (first.length === second.length) return
  const relation = second.length < first.length ? 'shorter' : 'longer'
  throw new PyCompileError('ValueError', `zip() argument 2 is ${relation} than argument 1`)
}

export const patterns: { readonly [N in ast.pattern as N['nodeType']]: NodeWriter<N> } & WriterTable = {
  MatchValue: (out, node) => out.visit(node.value),
  MatchSingleton(out, node) {
    out.text += constantText(node.value)
  },
  MatchSequence(out, node) {
    out.text += '['
    out.list(node.patterns)
    out.text += ']'
  },
  MatchMapping(out, node) {
    requireSameLength(node.keys, node.patterns)
    out.text += '{'
    node.keys.forEach((key, index) => {
      if (index > 0) out.text += ', '
      out.visit(key, precedence.TEST, 2)
      out.text += ': '
      out.visit(node.patterns[index] as ast.pattern, precedence.TEST, 2)
    })
    if (node.rest !== null) out.text += (node.keys.length > 0 ? ', **' : '**') + node.rest
    out.text += '}'
  },
  MatchClass(out, node) {
    out.visit(node.cls, precedence.ATOM)
    out.text += '('
    out.list(node.patterns)
    if (node.kwd_attrs.length > 0) requireSameLength(node.kwd_attrs, node.kwd_patterns)
    node.kwd_attrs.forEach((name, index) => {
      if (index > 0 || node.patterns.length > 0) out.text += ', '
      out.text += name + '='
      out.visit(node.kwd_patterns[index] as ast.pattern, precedence.TEST, 2)
    })
    out.text += ')'
  },
  MatchStar(out, node) {
    out.text += '*' + (node.name ?? '_')
  },
  MatchAs(out, node, place) {
    const { name, pattern } = node
    if (name === null || pattern === null) {
      out.text += name ?? '_'
      return
    }
    out.parenthesised(place, precedence.TEST, () => {
      out.visit(pattern, precedence.BOR)
      out.text += ' as ' + name
    })
  },
  MatchOr(out, node, place) {
    out.parenthesised(place, precedence.BOR, () => {
      node.patterns.forEach((pattern, index) => {
        if (index > 0) out.text += ' | '
        out.visit(pattern, tighter(precedence.BOR), 1)
      })
    })
  },
}
