// Type comments (PEP 484): `# type: int` is a token when asked for, `# type: ignore` a note beside the tokens.
import type { Scanner } from './scanner.ts'
import { TokenKind } from './token-kinds.ts'

const typeComment = /#[ \t]*type:[ \t]*/y
const ignored = /ignore(?![A-Za-z0-9\x80-\uffff])/y

/** Records the comment from `start` to `end` if it is a type comment; true when that made a token. */
export function readTypeComment(s: Scanner, start: number, end: number): boolean {
  typeComment.lastIndex = start
  if (!typeComment.test(s.text) || typeComment.lastIndex > end) return false
  const content = typeComment.lastIndex
  ignored.lastIndex = content
  if (content + 6 <= end && ignored.test(s.text)) {
    s.typeIgnores.push({ line: s.line, tag: s.text.slice(content + 6, end) })
    return false
  }
  const column = content - s.commentOrigin
  s.pushSpan(TokenKind.TYPE_COMMENT, content, end, s.line, column, end - s.origin)
  return true
}
