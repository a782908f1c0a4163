// The first pass over the patterns of `match`: the names they capture.
import type { Visitor, pattern } from '@pellucid/ast'
import type { Collector } from './collector.ts'
import { DEF_LOCAL } from './scope.ts'

/** Walk one pattern. */
export function collectPattern(collector: Collector, node: pattern): void {
  const visit = patterns[node.nodeType] as (collector: Collector, node: pattern) => void
  visit(collector, node)
}

function each(c: Collector, nodes: readonly pattern[]): void {
  for (const node of nodes) collectPattern(c, node)
}

const patterns: Visitor<pattern, Collector> = {
  MatchValue: (c, node) => c.expression(node.value),
  MatchSingleton: () => {},
  MatchSequence: (c, node) => each(c, node.patterns),
  MatchStar(c, node) {
    if (node.name !== null) c.define(node.name, DEF_LOCAL, node)
  },
  MatchMapping(c, node) {
    c.expressions(node.keys)
    each(c, node.patterns)
    if (node.rest !== null) c.define(node.rest, DEF_LOCAL, node)
  },
  MatchClass(c, node) {
    c.expression(node.cls)
    each(c, node.patterns)
    each(c, node.kwd_patterns)
  },
  MatchAs(c, node) {
    if (node.pattern !== null) collectPattern(c, node.pattern)
    if (node.name !== null) c.define(node.name, DEF_LOCAL, node)
  },
  MatchOr: (c, node) => each(c, node.patterns),
}
