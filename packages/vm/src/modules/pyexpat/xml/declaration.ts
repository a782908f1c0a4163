// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`, and the text declaration of an external entity.
import { isBlank, nameAt, skipBlanks } from './characters.ts'
import { fail } from './errors.ts'
import type { XmlParser } from './parser.ts'

/** A pseudo attribute; undefined when there is none. */
function pseudoAttribute(text: string, at: number): { name: string; value: string; valueAt: number; end: number } | undefined {
  const start = skipBlanks(text, at)
  const name = nameAt(text, start)
  if (name === '' || start === at) return undefined
  const equals = skipBlanks(text, start + name.length)
  if (text[equals] !== '=') return undefined
  const open = skipBlanks(text, equals + 1)
  const quote = text[open]
  if (quote !== '"' && quote !== "'") return undefined
  const close = text.indexOf(quote, open + 1)
  const value = text.slice(open + 1, close)
  return close < 0 || !/^[\w.-]*$/.test(value) ? undefined : { name, value, valueAt: open + 1, end: close + 1 }
}

/** Read the declaration that the source consists of; the encoding it names, and where. */
export function readDeclaration(parser: XmlParser, isDocument: boolean): { encoding: string; at: number } | undefined {
  const { source, handlers, dtd } = parser
  const { text } = source
  const wrong = (at: number): never => fail(isDocument ? 'XML_DECL' : 'TEXT_DECL', at)
  source.begin()
  const found = new Map<string, string>()
  const order = ['version', 'encoding', ...(isDocument ? ['standalone'] : [])]
  let at = 5
  let place = -1
  let encodingAt = 0
  while (skipBlanks(text, at) < text.length - 2) {
    const next = pseudoAttribute(text, at) ?? wrong(skipBlanks(text, at))
    const here = order.indexOf(next.name)
    if (here <= place) wrong(skipBlanks(text, at))
    if (next.name === 'encoding') encodingAt = next.valueAt
    if (next.name === 'encoding' && !/^[A-Za-z]/.test(next.value)) wrong(next.valueAt)
    if (next.name === 'standalone' && next.value !== 'yes' && next.value !== 'no') wrong(next.valueAt)
    place = here
    found.set(next.name, next.value)
    at = next.end
  }
  if (isDocument ? !found.has('version') : !found.has('encoding')) wrong(isBlank(text[5]) ? skipBlanks(text, 5) : 5)
  source.at = text.length
  const standalone = found.get('standalone')
  if (standalone === 'yes') dtd.standalone = true
  if (handlers.XmlDecl !== undefined) {
    handlers.XmlDecl(found.get('version'), found.get('encoding'), standalone === undefined ? -1 : standalone === 'yes' ? 1 : 0)
  } else parser.defaultEvent()
  const encoding = found.get('encoding')
  return encoding === undefined ? undefined : { encoding, at: encodingAt }
}
