// Docstrings, as written or with the indentation of the source taken out.
import { codePointsOf, reprText, WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'
import type { Node } from './nodes.generated.ts'

type Line = number[]

const space = 0x20
const isBlank = (line: Line): boolean => line.every(point => point === space)

function expandTabs(text: TextConstant): Line[] {
  const lines: Line[] = [[]]
  let line = lines[0] as Line
  let column = 0
  for (const point of codePointsOf(text)) {
    if (point === 0x0a) {
      line = []
      lines.push(line)
      column = 0
    } else if (point === 0x09) {
      do line.push(space)
      while (++column % 8 !== 0)
    } else {
      line.push(point)
      column = point === 0x0d ? 0 : column + 1
    }
  }
  return lines
}

function textOf(points: readonly number[]): TextConstant {
  if (points.some(point => point >= 0xd800 && point < 0xe000)) return new WideText(points)
  let out = ''
  for (const point of points) out += String.fromCodePoint(point)
  return out
}

/** `inspect.cleandoc`: no common indentation after the first line, no tabs, no empty lines at the ends. */
export function cleanDocstring(text: TextConstant): TextConstant {
  const lines = expandTabs(text)
  const indentOf = (line: Line): number => line.findIndex(point => point !== space)
  const indents = lines.slice(1).filter(line => !isBlank(line)).map(indentOf)
  const margin = Math.min(...indents)
  const first = lines[0] as Line
  lines[0] = isBlank(first) ? [] : first.slice(indentOf(first))
  if (indents.length > 0) {
    for (let at = 1; at < lines.length; at++) lines[at] = (lines[at] as Line).slice(margin)
  }
  while (lines.at(-1)?.length === 0) lines.pop()
  while (lines[0]?.length === 0) lines.shift()
  return textOf(lines.flatMap((line, index) => (index === 0 ? line : [0x0a, ...line])))
}

/**
 * The docstring of a module, class or function (`ast.get_docstring`), null if there is none.
 * @example
 * getDocstring(parse('"""What the module is for."""')) // 'What the module is for.'
 */
export function getDocstring(node: Node, clean = true): TextConstant | null {
  switch (node.nodeType) {
    case 'Module':
    case 'ClassDef':
    case 'FunctionDef':
    case 'AsyncFunctionDef': {
      const first = node.body[0]
      if (first?.nodeType !== 'Expr' || first.value.nodeType !== 'Constant') return null
      const { value } = first.value
      if (typeof value !== 'string' && !(value instanceof WideText)) return null
      return clean ? cleanDocstring(value) : value
    }
    default:
      throw new PyCompileError('TypeError', `${reprText(node.nodeType)} can't have docstrings`)
  }
}
