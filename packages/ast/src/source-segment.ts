// The text of a node, cut out of its source.
import type { Node } from './nodes.generated.ts'

const lineBreak = /\r\n|\n|\r/g

/** Lines with their ends; form feeds and the like break none. */
function splitLines(source: string): string[] {
  const lines: string[] = []
  let start = 0
  for (const match of source.matchAll(lineBreak)) {
    const end = match.index + match[0].length
    lines.push(source.slice(start, end))
    start = end
  }
  lines.push(source.slice(start))
  return lines
}

/** The index of the character at a UTF-8 offset, or the length of the line. */
function indexAt(line: string, offset: number): number {
  let bytes = 0
  let index = 0
  while (index < line.length && bytes < offset) {
    const codePoint = line.codePointAt(index) as number
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4
    index += codePoint < 0x10000 ? 1 : 2
  }
  return index
}

/** How `getSourceSegment` shows the first line. */
export interface SegmentOptions {
  /** Whether blanks stand for what precedes the node on its first line. */
  padded?: boolean
}

/**
 * The source of a node (`ast.get_source_segment`), null if the node has no place in it.
 * @example
 * const source = 'x = 1 + 2'
 * getSourceSegment(source, parse(source).body[0].value) // '1 + 2'
 */
export function getSourceSegment(source: string, node: Node, options: SegmentOptions = {}): string | null {
  if (!('end_col_offset' in node) || node.end_lineno === null || node.end_col_offset === null) return null
  const lines = splitLines(source)
  const first = lines[node.lineno - 1]
  const last = lines[node.end_lineno - 1]
  if (first === undefined || last === undefined) return null
  const start = indexAt(first, node.col_offset)
  if (node.end_lineno === node.lineno) return first.slice(start, indexAt(first, node.end_col_offset))
  const padding = options.padded === true ? [...first.slice(0, start)].map(blank).join('') : ''
  const middle = lines.slice(node.lineno, node.end_lineno - 1)
  return [padding + first.slice(start), ...middle, last.slice(0, indexAt(last, node.end_col_offset))].join('')
}

const blank = (character: string): string => (character === '\f' || character === '\t' ? character : ' ')
