// Answers without addresses, as the oracle's probe (ast_helpers.py) gives them: a text, or an error in one line.
import { ListValue, SetValue, DictValue, fields, isNode, type LiteralValue, type Node } from '@pellucid/ast'
import { FrozenSetConstant, reprConstant, WideText, type Constant, type TextConstant } from '@pellucid/primitives'
import { PyCompileError, PySyntaxError } from '@pellucid/source'

/** What an action answers or raises. */
export function answerOf(action: () => string): string {
  try {
    return action()
  } catch (raised) {
    if (raised instanceof PySyntaxError) {
      const { name, msg, lineno, offset, endLineno, endOffset, text } = raised
      return JSON.stringify([name, msg, lineno, offset, endLineno, endOffset, text])
    }
    if (raised instanceof PyCompileError) return JSON.stringify([raised.name, raised.msg.replaceAll(/ at 0x[0-9a-f]+/g, '')])
    return `our bug: ${(raised as Error).stack?.split('\n').slice(0, 4).join(' ')}`
  }
}

/** A text or null as JSON, lone surrogates as Python's json module leaves them. */
export const jsonOf = (text: TextConstant | null): string =>
  JSON.stringify(text instanceof WideText ? String.fromCodePoint(...text.codePoints) : text)

const byPoint = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** The repr of a literal's value, with the items of a set in the order of their own texts. */
export function literalText(value: LiteralValue): string {
  if (value instanceof SetValue) return `set{${value.items.map(literalText).sort(byPoint).join(', ')}}`
  if (value instanceof FrozenSetConstant) return `frozenset{${value.items.map(literalText).sort(byPoint).join(', ')}}`
  if (value instanceof ListValue) return `[${value.items.map(literalText).join(', ')}]`
  if (value instanceof DictValue) {
    return `{${value.entries.map(([key, item]) => `${literalText(key)}: ${literalText(item)}`).join(', ')}}`
  }
  if (Array.isArray(value)) return `(${(value as LiteralValue[]).map(literalText).join(', ')},)`
  return reprConstant(value as Constant)
}

/** The nodes below a node in the order of `ast.walk`, contexts and operators included. */
export function walkedNodes(root: Node): Node[] {
  const found: Node[] = [root]
  for (const node of found) {
    for (const name of fields[node.nodeType]) {
      const value = (node as unknown as Record<string, unknown>)[name]
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(item)) found.push(item)
    }
  }
  return found
}
