// The text of a node, cut out of its source.
import type { ColumnUnit } from '@pellucid/source'
import { convertColumn } from '@pellucid/source'
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

/** How `getSourceSegment` shows the first line. */
export interface SegmentOptions {
  /** Whether blanks stand for what precedes the node on its first line. */
  padded?: boolean
  /** What the tree's columns count, if it was parsed with this option. */
  columns?: ColumnUnit
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
  const indexAt = (line: string, column: number) => convertColumn(line, column, options.columns ?? 'utf8', 'utf16')
  const start = indexAt(first, node.col_offset)
  if (node.end_lineno === node.lineno) return first.slice(start, indexAt(first, node.end_col_offset))
  const padding = options.padded === true ? [...first.slice(0, start)].map(blank).join('') : ''
  const middle = lines.slice(node.lineno, node.end_lineno - 1)
  return [padding + first.slice(start), ...middle, last.slice(0, indexAt(last, node.end_col_offset))].join('')
}

const blank = (character: string): string => (character === '\f' || character === '\t' ? character : ' ')
