// f-strings. The quotes are chosen last, when all parts are known: a constant part rules out those it
// contains, an expression part only those that cannot hold a line break.
import { reprText, WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'
import type { expr, FormattedValue, JoinedStr } from '../nodes.generated.ts'
import { allQuotes, multiQuotes, quoteText } from './literals.ts'
import type { NodeWriter, Output } from './output.ts'
import { precedence, tighter } from './precedence.ts'

const isText = (value: unknown): value is TextConstant =>
  typeof value === 'string' || value instanceof WideText

function doubleBraces(text: TextConstant): TextConstant {
  if (typeof text === 'string') return text.replace(/[{}]/g, '$&$&')
  const isBrace = (point: number): boolean => point === 0x7b || point === 0x7d
  return new WideText(text.codePoints.flatMap(point => (isBrace(point) ? [point, point] : [point])))
}

const looseString = (text: TextConstant): string =>
  typeof text === 'string' ? text : String.fromCodePoint(...text.codePoints)

const specEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '"': '\\"', '\n': '\\n' }

function writePart(out: Output, node: expr, inSpec: boolean): void {
  if (node.nodeType === 'JoinedStr') {
    for (const value of node.values) writePart(out, value, inSpec)
  } else if (node.nodeType === 'Constant' && isText(node.value)) {
    const text = looseString(doubleBraces(node.value))
    out.text += inSpec ? text.replace(/[\\'"\n]/g, mark => specEscapes[mark] as string) : text
  } else if (node.nodeType === 'FormattedValue') {
    writeFormattedValue(out, node)
  } else {
    throw new PyCompileError('ValueError', `Unexpected node inside JoinedStr, <ast.${node.nodeType} object>`)
  }
}

function writeFormattedValue(out: Output, node: FormattedValue): void {
  const inner = out.apart(node.value, tighter(precedence.TEST), 4)
  // '{{' would be an escaped brace.
  out.text += inner.startsWith('{') ? '{ ' : '{'
  out.text += inner
  if (node.conversion !== -1) out.text += '!' + String.fromCodePoint(node.conversion)
  if (node.format_spec !== null) {
    out.text += ':'
    writePart(out, node.format_spec, true)
  }
  out.text += '}'
}

interface Part {
  /** Of a constant: its value with braces doubled. */
  readonly constant: TextConstant | undefined
  readonly text: string
}

function readPart(out: Output, value: expr): Part {
  if (value.nodeType === 'Constant' && isText(value.value)) {
    return { constant: doubleBraces(value.value), text: '' }
  }
  return { constant: undefined, text: out.captured(() => writePart(out, value, false)) }
}

function writeParts(parts: readonly Part[]): string {
  let quotes = allQuotes
  let text = ''
  for (const part of parts) {
    if (part.constant === undefined) {
      if (part.text.includes('\n')) quotes = quotes.filter(quote => multiQuotes.includes(quote))
      text += part.text
      continue
    }
    const quoted = quoteText(part.constant, quotes, true)
    if (!quoted.quotes.some(quote => quotes.includes(quote))) return writeInTripleQuotes(parts)
    quotes = quoted.quotes
    text += quoted.text
  }
  const quote = quotes[0] as string
  return quote + text + quote
}

// No quotes suit all parts: fall back to repr, made to choose single quotes by a double one in front.
function writeInTripleQuotes(parts: readonly Part[]): string {
  const textOf = ({ constant, text }: Part): string =>
    constant === undefined ? text : reprInSingleQuotes(constant)
  return `'''${parts.map(textOf).join('')}'''`
}

function reprInSingleQuotes(text: TextConstant): string {
  const marked = typeof text === 'string' ? '"' + text : new WideText([0x22, ...text.codePoints])
  return reprText(marked).slice(2, -1)
}

export const joinedStr: NodeWriter<JoinedStr> = (out, node) => {
  out.text += 'f' + writeParts(node.values.map(value => readPart(out, value)))
}

export const formattedValue: NodeWriter<FormattedValue> = (out, node) => writeFormattedValue(out, node)
