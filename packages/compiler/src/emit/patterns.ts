// The kinds of pattern. Each consumes the value on top of the stack, and jumps to the context's failure
// label when it does not match.
import type {
  Located,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  Visitor,
  expr,
  pattern,
} from '@pellucid/ast'
import { operatorCodes, opcodes as op } from '@pellucid/opcode-spec'
import { reprConstant } from '@pellucid/primitives'
import { equalityKey } from '../constant-set.ts'
import { patterns as messages } from '../errors.ts'
import { emitComparison } from './branches.ts'
import type { Emitter } from './emitter.ts'
import { emitAlternatives } from './pattern-alternatives.ts'
import { type PatternContext, isWildcard, quoted } from './pattern-context.ts'
import { refuseDebug } from './names.ts'

/** Emit one pattern. */
export function emitPattern(c: Emitter, node: pattern, context: PatternContext): void {
  const visit = patterns[node.nodeType] as (both: Both, node: pattern) => void
  visit({ c, context }, node)
}

interface Both {
  readonly c: Emitter
  readonly context: PatternContext
}

/** A pattern inside another: there, one that always matches is fine. */
function emitSubpattern(c: Emitter, node: pattern, context: PatternContext): void {
  const outer = context.mayBeIrrefutable
  context.mayBeIrrefutable = true
  emitPattern(c, node, context)
  context.mayBeIrrefutable = outer
}

function failUnlessNotNone(c: Emitter, context: PatternContext, at: Located): void {
  c.opI(op.COPY, 1, at)
  c.loadConst(null, at)
  c.opI(op.IS_OP, 1, at)
  context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, at)
}

function failUnlessLength(
  c: Emitter,
  context: PatternContext,
  operator: 'Eq' | 'GtE',
  length: number,
  at: Located,
): void {
  c.op(op.GET_LEN, at)
  c.loadConst(length, at)
  emitComparison(c, operator, at)
  context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, at)
}

function asPattern({ c, context }: Both, node: MatchAs): void {
  if (node.pattern === null) {
    if (!context.mayBeIrrefutable) {
      const { name } = node
      c.diagnostics.error(
        name === null ? messages.wildcardUnreachable : messages.captureUnreachable(quoted(name)),
        node,
      )
    }
    return context.capture(c, node.name, node)
  }
  context.onTop++
  c.opI(op.COPY, 1, node)
  emitPattern(c, node.pattern, context)
  context.onTop--
  context.capture(c, node.name, node)
}

function classPattern({ c, context }: Both, node: MatchClass): void {
  const { patterns: positional, kwd_attrs: names, kwd_patterns: keyword } = node
  if (names.length !== keyword.length) {
    c.diagnostics.error(messages.attributeCount(names.length, keyword.length), node)
  }
  names.forEach((name, i) => {
    refuseDebug(c, name, 'Store', keyword[i] as pattern)
    const again = names.indexOf(name, i + 1)
    if (again !== -1) c.diagnostics.error(messages.repeatedAttribute(name), keyword[again] as pattern)
  })
  c.expr(node.cls)
  c.loadConst(names, node)
  c.opI(op.MATCH_CLASS, positional.length, node)
  // On top now: the tuple of attributes, or None.
  c.opI(op.COPY, 1, node)
  c.loadConst(null, node)
  c.opI(op.IS_OP, 1, node)
  context.onTop++
  context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, node)
  const count = positional.length + names.length
  c.opI(op.UNPACK_SEQUENCE, count, node)
  context.onTop += count - 1
  for (const subpattern of [...positional, ...keyword]) {
    context.onTop--
    if (isWildcard(subpattern)) c.op(op.POP_TOP, node)
    else emitSubpattern(c, subpattern, context)
  }
}

function checkKeys(c: Emitter, node: MatchMapping): void {
  const seen = new Set<string>()
  for (const key of node.keys) {
    if (key.nodeType === 'Constant') {
      const value = equalityKey(key.value)
      if (seen.has(value)) c.diagnostics.error(messages.duplicateKey(reprConstant(key.value)), node)
      seen.add(value)
    } else if (key.nodeType !== 'Attribute') {
      c.diagnostics.error(messages.keyKind, node)
    }
    c.expr(key)
  }
}

function mappingPattern({ c, context }: Both, node: MatchMapping): void {
  const { keys, patterns: values, rest } = node
  const size = keys.length
  if (size !== values.length) c.diagnostics.error(messages.keyCount(size, values.length), node)
  context.onTop++
  c.op(op.MATCH_MAPPING, node)
  context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, node)
  if (size === 0 && rest === null) {
    context.onTop--
    return c.op(op.POP_TOP, node)
  }
  if (size > 0) failUnlessLength(c, context, 'GtE', size, node)
  checkKeys(c, node)
  c.opI(op.BUILD_TUPLE, size, node)
  c.op(op.MATCH_KEYS, node)
  // A tuple of keys and a tuple of values lie above the subject.
  context.onTop += 2
  failUnlessNotNone(c, context, node)
  c.opI(op.UNPACK_SEQUENCE, size, node)
  context.onTop += size - 1
  for (const value of values) {
    context.onTop--
    emitSubpattern(c, value, context)
  }
  context.onTop -= 2
  if (rest === null) {
    c.op(op.POP_TOP, node)
    return c.op(op.POP_TOP, node)
  }
  // `**rest`: a copy of the subject without the keys.
  c.opI(op.BUILD_MAP, 0, node)
  c.opI(op.SWAP, 3, node)
  c.opI(op.DICT_UPDATE, 2, node)
  c.opI(op.UNPACK_SEQUENCE, size, node)
  for (let i = size; i > 0; i--) {
    c.opI(op.COPY, 1 + i, node)
    c.opI(op.SWAP, 2, node)
    c.op(op.DELETE_SUBSCR, node)
  }
  context.capture(c, rest, node)
}

function sequencePattern({ c, context }: Both, node: MatchSequence): void {
  const { patterns: elements } = node
  const size = elements.length
  let star = -1
  let onlyWildcards = true
  let starIsWildcard = false
  elements.forEach((element, i) => {
    if (element.nodeType === 'MatchStar') {
      if (star >= 0) c.diagnostics.error(messages.manyStarredNames, node)
      starIsWildcard = element.name === null
      onlyWildcards &&= starIsWildcard
      star = i
    } else {
      onlyWildcards &&= isWildcard(element)
    }
  })
  context.onTop++
  c.op(op.MATCH_SEQUENCE, node)
  context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, node)
  if (star < 0) failUnlessLength(c, context, 'Eq', size, node)
  else if (size > 1) failUnlessLength(c, context, 'GtE', size - 1, node)
  context.onTop--
  if (onlyWildcards) c.op(op.POP_TOP, node)
  else if (starIsWildcard) subscriptedElements(c, context, elements, star, node)
  else unpackedElements(c, context, elements, node)
}

/** With `*_` the other elements are fetched one by one. */
function subscriptedElements(
  c: Emitter,
  context: PatternContext,
  elements: readonly pattern[],
  star: number,
  at: Located,
): void {
  context.onTop++
  elements.forEach((element, i) => {
    if (i === star || isWildcard(element)) return
    c.opI(op.COPY, 1, at)
    if (i < star) {
      c.loadConst(i, at)
    } else {
      // The subject need not support negative indices.
      c.op(op.GET_LEN, at)
      c.loadConst(elements.length - i, at)
      c.opI(op.BINARY_OP, operatorCodes['-'], at)
    }
    c.op(op.BINARY_SUBSCR, at)
    emitSubpattern(c, element, context)
  })
  context.onTop--
  c.op(op.POP_TOP, at)
}

function unpackedElements(
  c: Emitter,
  context: PatternContext,
  elements: readonly pattern[],
  at: Located,
): void {
  const size = elements.length
  const star = elements.findIndex((element) => element.nodeType === 'MatchStar')
  if (star === -1) {
    c.opI(op.UNPACK_SEQUENCE, size, at)
  } else {
    const after = size - star - 1
    if (star >= 1 << 8 || after >= 0x7fffffff >> 8) c.diagnostics.error(messages.tooManyForStar, at)
    c.opI(op.UNPACK_EX, star + (after << 8), at)
  }
  context.onTop += size
  for (const element of elements) {
    context.onTop--
    emitSubpattern(c, element, context)
  }
}

const isValue = (node: expr): boolean => node.nodeType === 'Constant' || node.nodeType === 'Attribute'

const patterns: Visitor<pattern, Both> = {
  MatchValue({ c, context }, node) {
    if (!isValue(node.value)) c.diagnostics.error(messages.valueKind, node)
    c.expr(node.value)
    emitComparison(c, 'Eq', node)
    c.op(op.TO_BOOL, node)
    context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, node)
  },
  MatchSingleton({ c, context }, node) {
    c.loadConst(node.value, node)
    emitComparison(c, 'Is', node)
    context.jumpToFailure(c, op.POP_JUMP_IF_FALSE, node)
  },
  MatchSequence: sequencePattern,
  MatchMapping: mappingPattern,
  MatchClass: classPattern,
  MatchStar: ({ c, context }, node) => context.capture(c, node.name, node),
  MatchAs: asPattern,
  MatchOr: ({ c, context }, node: MatchOr) => emitAlternatives(c, node, context, emitPattern),
}
