// What CPython calls an expression in its messages, and which part of a target is none.
import type { TokenTape } from '@pellucid/lexer'
import { TokenKind } from '@pellucid/lexer'
import type { PegNode, PegValue } from './peg-machine.ts'

const names: Readonly<Record<string, string>> = {
  Attribute: 'attribute', Subscript: 'subscript', Starred: 'starred', Name: 'name', List: 'list',
  Tuple: 'tuple', Lambda: 'lambda', Call: 'function call', Operation: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression', Await: 'await expression', ListComp: 'list comprehension',
  SetComp: 'set comprehension', DictComp: 'dict comprehension', Dict: 'dict literal', Set: 'set display',
  JoinedStr: 'f-string expression', None: 'None', False: 'False', True: 'True', Ellipsis: 'ellipsis',
  Constant: 'literal', Compare: 'comparison', IfExp: 'conditional expression', NamedExpr: 'named expression',
}

/** CPython's word for an expression. */
export function expressionName(node: PegNode): string {
  return names[node.type] ?? 'expression'
}

function isNode(value: PegValue): value is PegNode {
  return value !== null && value !== undefined && !Array.isArray(value)
}

/** The expressions among the parts of a node, in order, brackets and commas left out. */
export function elementsOf(value: PegValue, result: PegNode[] = []): PegNode[] {
  if (Array.isArray(value)) for (const part of value as readonly PegValue[]) elementsOf(part, result)
  else if (isNode(value)) {
    if (value.type === 'Items' || value.type === '') elementsOf(value.parts, result)
    else if (value.type !== 'Token') result.push(value)
  }
  return result
}

/** The outermost part of a target that cannot be one; undefined when all can. */
export function invalidTarget(node: PegNode, use: string): PegNode | undefined {
  switch (node.type) {
    case 'List':
    case 'Tuple':
      for (const element of elementsOf(node.parts)) {
        const found = invalidTarget(element, use)
        if (found !== undefined) return found
      }
      return undefined
    case 'Starred':
      return use === 'del' ? node : invalidTarget(node.parts[1] as PegNode, use)
    case 'Compare': {
      // `for a in b` reads as a comparison; its left side is the target.
      if (use !== 'for') return node
      const first = (node.parts[1] as readonly PegNode[])[0]
      return first?.type === 'In' ? invalidTarget(node.parts[0] as PegNode, use) : undefined
    }
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return undefined
    default:
      return node
  }
}

/** The brackets open behind each token. */
export function bracketLevels(tape: TokenTape): Int32Array {
  const levels = new Int32Array(tape.count)
  let level = 0
  for (let token = 0; token < tape.count; token++) {
    const kind = tape.kind[token]
    if (kind === TokenKind.LPAR || kind === TokenKind.LSQB || kind === TokenKind.LBRACE) level++
    else if (kind === TokenKind.RPAR || kind === TokenKind.RSQB || kind === TokenKind.RBRACE) level--
    levels[token] = level
  }
  return levels
}
