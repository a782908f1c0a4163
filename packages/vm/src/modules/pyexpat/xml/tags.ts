// Start and end tags.
import { forbidden, isBlank, nameAt, qualificationFault, skipBlanks } from './characters.ts'
import { readAttributes, type RawAttribute } from './attributes.ts'
import { fail } from './errors.ts'
import type { XmlParser } from './parser.ts'
import { referenceAt } from './references.ts'

interface StartTag {
  readonly name: string
  readonly attributes: readonly RawAttribute[]
  readonly isEmpty: boolean
  readonly end: number
}

/** The place of the quote that ends a value; undefined where the text ends before. */
function endOfValue(text: string, start: number, quote: string): number | undefined {
  for (let at = start; at < text.length; ) {
    const character = text.charAt(at)
    if (character === quote) return at
    if (character === '<') fail('INVALID_TOKEN', at)
    if (character === '&') {
      const reference = referenceAt(text, at)
      if (reference === undefined) return undefined
      at = reference.end
    } else at++
  }
  return undefined
}

function checkName(name: string, at: number, faultOf: (name: string) => number | undefined): void {
  const fault = faultOf(name)
  if (fault !== undefined) fail('INVALID_TOKEN', at + fault)
}

/** The start tag at a place; undefined where the text ends within it. */
function startTagAt(text: string, start: number, faultOf: (name: string) => number | undefined): StartTag | undefined {
  const name = nameAt(text, start + 1)
  let at = start + 1 + name.length
  if (at >= text.length) return undefined
  if (name === '') fail('INVALID_TOKEN', at)
  checkName(name, start + 1, faultOf)
  const attributes: RawAttribute[] = []
  for (;;) {
    const next = skipBlanks(text, at)
    const character = text[next]
    if (character === undefined) return undefined
    if (character === '>') return { name, attributes, isEmpty: false, end: next + 1 }
    if (character === '/') {
      if (next + 1 >= text.length) return undefined
      if (text[next + 1] !== '>') fail('INVALID_TOKEN', next + 1)
      return { name, attributes, isEmpty: true, end: next + 2 }
    }
    const attribute = nameAt(text, next)
    if (next === at || attribute === '') fail('INVALID_TOKEN', next)
    checkName(attribute, next, faultOf)
    const equals = skipBlanks(text, next + attribute.length)
    if (equals >= text.length) return undefined
    if (text[equals] !== '=') fail('INVALID_TOKEN', equals)
    const open = skipBlanks(text, equals + 1)
    const quote = text[open]
    if (quote === undefined) return undefined
    if (quote !== '"' && quote !== "'") fail('INVALID_TOKEN', open)
    const close = endOfValue(text, open + 1, quote as string)
    const wrong = text.slice(open + 1, close).search(forbidden)
    if (wrong >= 0) fail('INVALID_TOKEN', open + 1 + wrong)
    if (close === undefined) return undefined
    attributes.push({ name: attribute, value: text.slice(open + 1, close), at: next, valueAt: open + 1 })
    at = close + 1
  }
}

const anyName = (): undefined => undefined

/** `<name …>` or `<name …/>` at the place where reading is; false where the text ends within it. */
export function readStartTag(parser: XmlParser): boolean {
  const { source, handlers, namespaces, openTags } = parser
  const tag = startTagAt(source.text, source.at, namespaces === undefined ? anyName : qualificationFault)
  if (tag === undefined) return false
  source.at = tag.end
  const { attributes, bindings } = readAttributes(parser, tag.name, tag.attributes)
  const name = namespaces?.expand(tag.name, false) ?? tag.name
  if (handlers.StartElement !== undefined) handlers.StartElement(name, attributes)
  else parser.defaultEvent()
  openTags.push({ raw: tag.name, name, bindings })
  if (tag.isEmpty) {
    // As in expat, the end is where the tag ends, if the start was told.
    if (handlers.StartElement !== undefined) source.eventAt = source.at
    close(parser, handlers.StartElement === undefined)
  }
  return true
}

/** The innermost element ends. */
function close(parser: XmlParser, isTold: boolean): void {
  const { handlers, openTags, namespaces } = parser
  const tag = openTags.pop()
  if (tag === undefined) return
  if (handlers.EndElement !== undefined) handlers.EndElement(tag.name)
  else if (!isTold) parser.defaultEvent()
  for (const [prefix] of [...tag.bindings].reverse()) handlers.EndNamespaceDecl?.(prefix)
  namespaces?.leave(tag.bindings)
}

/** `</name>` */
export function readEndTag(parser: XmlParser, startLevel: number): boolean {
  const { source, openTags } = parser
  const { text, at } = source
  const name = nameAt(text, at + 2)
  const end = skipBlanks(text, at + 2 + name.length)
  if (end >= text.length) return false
  if (name === '' || text[end] !== '>' || isBlank(text[at + 2])) fail('INVALID_TOKEN', name === '' ? at + 2 : end)
  if (openTags.length === startLevel) fail('ASYNC_ENTITY')
  if (openTags.at(-1)?.raw !== name) fail('TAG_MISMATCH', at + 2)
  source.at = end + 1
  close(parser, false)
  return true
}
