// Attributes, subscripts and calls: `a.b[c](d).e`.
//
// Such a chain leans to the left and may be thousands of links long, so it is walked with a list instead
// of recursion: down to `a`, checking each link as recursion would, then up, emitting the links.
import type { Attribute, Call, Subscript, Visitor, expr } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { callMethod, checkKeywords, emitCall, isMethodCall, loadMethod } from './calls.ts'
import { checkCaller, checkIndex, checkSubscripted } from './checks.ts'
import type { Emitter } from './emitter.ts'
import { emitSuperAttribute, emitSuperMethod } from './super.ts'
import { atAttribute, finishAttribute, finishSubscript, noteStaticAttribute } from './targets.ts'

type Link = Attribute | Subscript | Call

/** One step down: the expression that the link begins with, or null when the link is complete. */
function open(c: Emitter, link: Link): expr | null {
  switch (link.nodeType) {
    case 'Attribute':
      if (link.ctx.nodeType === 'Store') noteStaticAttribute(c, link)
      if (link.ctx.nodeType === 'Load' && emitSuperAttribute(c, link)) {
        c.op(op.NOP, atAttribute(link, link))
        return null
      }
      return link.value
    case 'Subscript':
      if (link.ctx.nodeType === 'Load') {
        checkSubscripted(c, link.value)
        checkIndex(c, link.value, link.slice)
      }
      return link.value
    case 'Call':
      return openCall(c, link)
  }
}

function openCall(c: Emitter, node: Call): expr | null {
  const { func } = node
  checkKeywords(c, node.keywords)
  if (func.nodeType === 'Attribute' && isMethodCall(c, node)) {
    if (!emitSuperMethod(c, func)) return func.value
    c.op(op.NOP, atAttribute(func, func))
    callMethod(c, node, func)
    return null
  }
  checkCaller(c, func)
  return func
}

function close(c: Emitter, link: Link): void {
  if (link.nodeType === 'Attribute') return finishAttribute(c, link)
  if (link.nodeType === 'Subscript') return finishSubscript(c, link)
  const { func } = link
  if (func.nodeType === 'Attribute' && isMethodCall(c, link)) {
    loadMethod(c, func)
    return callMethod(c, link, func)
  }
  c.op(op.PUSH_NULL, func)
  emitCall(c, link.args, link.keywords, link)
}

function chain(c: Emitter, node: Link): void {
  const links: Link[] = []
  let next: expr | null = node
  while (next !== null) {
    if (next.nodeType !== 'Attribute' && next.nodeType !== 'Subscript' && next.nodeType !== 'Call') {
      c.expr(next)
      break
    }
    const inner = open(c, next)
    if (inner !== null) links.push(next)
    next = inner
  }
  for (let i = links.length - 1; i >= 0; i--) close(c, links[i] as Link)
}

export const chains: Pick<Visitor<expr, Emitter>, 'Attribute' | 'Subscript' | 'Call'> = {
  Attribute: chain,
  Subscript: chain,
  Call: chain,
}
