// The content of elements: text, references, tags, CDATA sections. A line end is told by itself.
import { forbidden } from './characters.ts'
import { fail } from './errors.ts'
import { readComment, readInstruction } from './markup.ts'
import type { XmlParser } from './parser.ts'
import { predefinedEntity, referenceAt } from './references.ts'
import { readEndTag, readStartTag } from './tags.ts'

const special = new RegExp(`[<&\\r\\n\\]]|${forbidden.source}`, 'g')
const specialInCdata = new RegExp(`[\\r\\n\\]]|${forbidden.source}`, 'g')

/** The buffer of text that is turned into UTF-8, in bytes. */
const BUFFER = 1024

/** Text that is turned into UTF-8 is told in pieces, as the buffer has room. */
function tellPieces(parser: XmlParser, data: string): void {
  const { source, handlers } = parser
  for (let start = 0; start < data.length; ) {
    let end = start
    for (let size = 0; end < data.length; ) {
      const point = data.codePointAt(end) as number
      size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      if (size > BUFFER) break
      end += point < 0x10000 ? 1 : 2
    }
    if (handlers.CharacterData !== undefined) handlers.CharacterData(data.slice(start, end))
    else parser.default(data.slice(start, end))
    source.eventAt += end - start
    start = end
  }
}

function tellData(parser: XmlParser, data: string): void {
  const { handlers } = parser
  if (data.length > BUFFER / 4 && parser.isConverted) tellPieces(parser, data)
  else if (handlers.CharacterData !== undefined) handlers.CharacterData(data)
  else parser.defaultEvent()
}

/** `\n`, `\r` or both; false where another piece may bring the second. */
function readLineEnd(parser: XmlParser): boolean {
  const { source } = parser
  const { text, at, final } = source
  if (text[at] === '\r' && at + 1 >= text.length && !final) return false
  source.at = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
  tellData(parser, '\n')
  return true
}

/** Text up to the next line end or markup; false where it cannot be told yet. */
function readText(parser: XmlParser): boolean {
  const { source } = parser
  const { text, at, final } = source
  let end = at
  for (;;) {
    special.lastIndex = end
    const found = special.exec(text)
    end = found?.index ?? text.length
    if (found?.[0] !== ']') break
    if (text.startsWith(']]>', end)) fail('INVALID_TOKEN', end + 2)
    // What follows the bracket may still come.
    if (!final && end + 2 >= text.length && (end + 1 >= text.length || text[end + 1] === ']')) break
    end++
  }
  if (end === at) {
    if (text[at] === ']') return false
    return fail('INVALID_TOKEN', at)
  }
  source.at = end
  tellData(parser, text.slice(at, end))
  return true
}

function readCdata(parser: XmlParser): boolean {
  const { source, handlers } = parser
  const { text, at } = source
  if (text.startsWith(']]>', at)) {
    source.at = at + 3
    parser.inCdata = false
    if (handlers.EndCdataSection !== undefined) handlers.EndCdataSection()
    else parser.defaultEvent()
    return true
  }
  if (text[at] === '\n' || text[at] === '\r') return readLineEnd(parser)
  // A bracket that ends nothing begins a text of its own.
  const isBracket = text[at] === ']'
  if (isBracket && text.length - at < (text[at + 1] === ']' ? 3 : 2)) return false
  specialInCdata.lastIndex = isBracket ? at + 1 : at
  const end = specialInCdata.exec(text)?.index ?? text.length
  if (end === at) fail('INVALID_TOKEN', at)
  source.at = end
  tellData(parser, text.slice(at, end))
  return true
}

/** `&…;` */
function readReference(parser: XmlParser): boolean {
  const { source, handlers, dtd } = parser
  const reference = referenceAt(source.text, source.at)
  if (reference === undefined) return false
  source.at = reference.end
  const { name } = reference
  const character = reference.character ?? predefinedEntity(name as string)
  if (character !== undefined || name === undefined) {
    tellData(parser, character as string)
    return true
  }
  const entity = dtd.entities.get(name)
  const skip = (): true => {
    if (handlers.SkippedEntity !== undefined) handlers.SkippedEntity(name, false)
    else parser.defaultEvent()
    return true
  }
  if (!dtd.hasParameterReferences || dtd.standalone) {
    if (entity === undefined) return fail('UNDEFINED_ENTITY')
    if (!entity.isInternal) fail('ENTITY_DECLARED_IN_PE')
  } else if (entity === undefined) return skip()
  if (entity.open) fail('RECURSIVE_ENTITY_REF')
  if (entity.notation !== undefined) fail('BINARY_ENTITY_REF')
  if (entity.text !== undefined) {
    if (!parser.expandsEntities) return skip()
    const level = parser.openTags.length
    parser.openEntities.push(entity)
    parser.inside(entity, entity.text, () => {
      readContent(parser, level)
      if (parser.openTags.length !== level) fail('ASYNC_ENTITY')
    })
    parser.openEntities.pop()
  } else if (handlers.ExternalEntityRef !== undefined) {
    entity.open = true
    const context = [...(parser.namespaces?.context ?? []), ...parser.openEntities.map((open) => open.name), name].join('\f')
    const fine = handlers.ExternalEntityRef(context, entity.base, entity.system, entity.publicId)
    entity.open = false
    if (!fine) fail('EXTERNAL_ENTITY_HANDLING')
  } else parser.defaultEvent()
  return true
}

const starts = (text: string, at: number, whole: string): boolean | undefined => {
  const given = text.slice(at, at + whole.length)
  return given === whole ? true : whole.startsWith(given) ? undefined : false
}

function readMarkup(parser: XmlParser, startLevel: number): boolean {
  const { source, handlers } = parser
  const { text, at } = source
  switch (text[at + 1]) {
    case undefined:
      return false
    case '/':
      return readEndTag(parser, startLevel)
    case '?':
      return readInstruction(parser)
    case '!': {
      const comment = starts(text, at, '<!--')
      if (comment === true) return readComment(parser)
      const section = starts(text, at, '<![CDATA[')
      if (section === undefined || comment === undefined) return false
      if (!section) {
        const good = ['<!-', '<![CDATA'].map((head) => [...head].findIndex((character, i) => text[at + i] !== character))
        return fail('INVALID_TOKEN', at + Math.max(2, ...good))
      }
      source.at = at + 9
      parser.inCdata = true
      if (handlers.StartCdataSection !== undefined) handlers.StartCdataSection()
      else parser.defaultEvent()
      return true
    }
    default:
      return readStartTag(parser)
  }
}

/** Read what is there; stops behind the end of the root, and before a token that is not whole. */
export function readContent(parser: XmlParser, startLevel: number): void {
  const { source } = parser
  while (source.at < source.text.length) {
    source.begin()
    const next = source.text[source.at]
    let whole: boolean
    if (parser.inCdata) whole = readCdata(parser)
    else if (next === '<') whole = readMarkup(parser, startLevel)
    else if (next === '&') whole = readReference(parser)
    else if (next === '\n' || next === '\r') whole = readLineEnd(parser)
    else whole = readText(parser)
    if (!whole) return
    if (parser.phase === 'content' && parser.openTags.length === 0) {
      parser.phase = 'epilog'
      return
    }
  }
}
