// Docstrings: which statement is one, and the text without its indentation.
import type { stmt } from '@pellucid/ast'
import { WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'

/** The docstring of a body as written; null when it has none. */
export function docstringOf(body: readonly stmt[]): TextConstant | null {
  const first = body[0]
  if (first === undefined || first.nodeType !== 'Expr' || first.value.nodeType !== 'Constant') return null
  const { value } = first.value
  return typeof value === 'string' || value instanceof WideText ? value : null
}

const TAB_SIZE = 8

/** `str.expandtabs()`. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let result = ''
  let column = 0
  for (const character of text) {
    if (character === '\t') {
      const width = TAB_SIZE - (column % TAB_SIZE)
      result += ' '.repeat(width)
      column += width
    } else {
      result += character
      column = character === '\n' || character === '\r' ? 0 : column + 1
    }
  }
  return result
}

function indentation(line: string): number {
  let i = 0
  while (line[i] === ' ') i++
  return i
}

/** The docstring as it is stored: tabs expanded, the common indentation of all but the first line cut. */
export function cleanDocstring(doc: TextConstant): string {
  if (doc instanceof WideText) throw surrogateError(doc)
  const [first = '', ...rest] = expandTabs(doc).split('\n')
  let margin = Infinity
  for (const line of rest) {
    const indent = indentation(line)
    if (indent < line.length) margin = Math.min(margin, indent)
  }
  if (margin === Infinity) margin = 0
  const lines = [first.slice(indentation(first))]
  for (const line of rest) lines.push(line.slice(Math.min(margin, indentation(line))))
  return lines.join('\n')
}

/** CPython cleans the UTF-8 form, which surrogates do not have. */
function surrogateError(doc: WideText): PyCompileError {
  const position = doc.codePoints.findIndex((point) => point >= 0xd800 && point < 0xe000)
  const point = doc.codePoints[position] ?? 0
  const character = `'\\u${point.toString(16)}'`
  return new PyCompileError(
    'UnicodeEncodeError',
    `'utf-8' codec can't encode character ${character} in position ${position}: surrogates not allowed`,
  )
}
