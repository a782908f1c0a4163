// What stands before the root element and after it: the document type with its subsets, comments, instructions.
import { isBlank, nameAt, skipBlanks } from './characters.ts'
import { readMarkupDeclaration } from './declarations.ts'
import { fail } from './errors.ts'
import { readComment, readInstruction } from './markup.ts'
import { readParameterReference, skipConditional } from './parameter-entities.ts'
import type { XmlParser } from './parser.ts'
import { externalId, tellPieces, Tokens, unfinished } from './tokens.ts'

/** Tell the default handler of blanks, unless they belong to what another one was told of. */
function readBlanks(parser: XmlParser, isTold = false): void {
  const { source } = parser
  source.at = skipBlanks(source.text, source.at)
  if (!isTold) parser.defaultEvent()
}

/** Comments and instructions; undefined for something else, false where the text ends too early to tell. */
function readMisc(parser: XmlParser): boolean | undefined {
  const { text, at } = parser.source
  if (text.startsWith('<?', at)) return readInstruction(parser)
  if (text.startsWith('<!--', at)) return readComment(parser)
  return ['<', '<!', '<!-'].includes(text.slice(at)) ? false : undefined
}

/** Anything that may not stand here. */
function refuse(parser: XmlParser): never {
  const { text, at } = parser.source
  const character = text.charAt(at)
  const end = at + nameAt(text, at).length
  // A name ends with what may stand behind one.
  if (end > at && end < text.length && !/[>),|[%\s+*?]/.test(text.charAt(end))) fail('INVALID_TOKEN', end)
  if (end > at) fail('SYNTAX')
  if (/[0-9.>|,()[\]?*+#"'-]/.test(character)) fail('SYNTAX')
  return fail('INVALID_TOKEN', at)
}

export function readProlog(parser: XmlParser): void {
  const { source } = parser
  while (source.at < source.text.length) {
    source.begin()
    const { text, at } = source
    const character = text.charAt(at)
    const isInDoctype = parser.phase === 'after subset' && parser.doctype !== undefined
    if (isBlank(character)) readBlanks(parser, isInDoctype && parser.handlers.StartDoctypeDecl !== undefined)
    else if (isInDoctype) {
      if (character !== '>') refuse(parser)
      source.at = at + 1
      endDoctype(parser)
    } else {
      const misc = readMisc(parser)
      if (misc === false) return
      if (misc === true) continue
      if (character !== '<') refuse(parser)
      if (text[at + 1] === '!') {
        if ('<!DOCTYPE'.startsWith(text.slice(at, at + 9)) && text.length - at < 10) return
        if (!text.startsWith('<!DOCTYPE', at) || parser.doctype !== undefined || parser.phase !== 'prolog') fail('SYNTAX')
        if (!readDoctype(parser) || isSubset(parser)) return
      } else {
        if (nameAt(text, at + 1) === '') fail('INVALID_TOKEN', at + 1)
        askForForeignDtd(parser)
        parser.phase = 'content'
        return
      }
    }
  }
}

const isSubset = ({ phase }: XmlParser): boolean => phase === 'subset'

/** `<!DOCTYPE name ExternalID [` or `>`; false where the text ends within it. */
function readDoctype(parser: XmlParser): boolean {
  const { source, handlers, dtd } = parser
  const tokens = new Tokens(source.text, source.at + 9)
  try {
    tokens.needBlanks()
    const name = tokens.name()
    const separated = tokens.blanks()
    const external = tokens.next === '[' || tokens.next === '>' ? undefined : separated ? externalId(tokens) : tokens.wrong()
    const systemAt = tokens.last
    tokens.blanks()
    const hasSubset = tokens.next === '['
    if (!hasSubset && tokens.next !== '>') tokens.wrong()
    const end = tokens.at
    source.at = end + 1
    parser.doctype = { name, system: external?.system, publicId: external?.publicId }
    if (external !== undefined) {
      dtd.hasParameterReferences = true
      if (!dtd.standalone && parser.parameterEntities === 0 && handlers.NotStandalone !== undefined) {
        const { eventAt } = source
        source.eventAt = systemAt
        if (!handlers.NotStandalone()) fail('NOT_STANDALONE')
        source.eventAt = eventAt
      }
    }
    if (handlers.StartDoctypeDecl !== undefined) {
      source.eventAt = end
      handlers.StartDoctypeDecl(name, external?.system, external?.publicId, hasSubset)
    } else tellPieces(parser, source.text.slice(source.eventAt, hasSubset ? end + 1 : end))
    if (hasSubset) parser.phase = 'subset'
    else {
      source.eventAt = end
      endDoctype(parser)
    }
    return true
  } catch (caught) {
    if (caught === unfinished) return false
    throw caught
  }
}

/** Ask for the external subset. */
function readExternalSubset(parser: XmlParser, system: string | undefined, publicId: string | undefined): void {
  const { dtd, handlers } = parser
  const before = dtd.hasParameterReferences
  dtd.hasParameterReferences = true
  parser.useForeignDtd = false
  if (parser.parameterEntities === 0 || handlers.ExternalEntityRef === undefined) return
  if (parser.parameterEntities === 1 && dtd.standalone) return
  dtd.parameterEntityRead = false
  if (!handlers.ExternalEntityRef(undefined, parser.base, system, publicId)) fail('EXTERNAL_ENTITY_HANDLING')
  if (dtd.parameterEntityRead) {
    if (!dtd.standalone && handlers.NotStandalone?.() === false) fail('NOT_STANDALONE')
  } else if (system === undefined) dtd.hasParameterReferences = before
}

function endDoctype(parser: XmlParser): void {
  const { doctype, handlers } = parser
  if (doctype?.system !== undefined || parser.useForeignDtd) readExternalSubset(parser, doctype?.system, doctype?.publicId)
  if (handlers.EndDoctypeDecl !== undefined) handlers.EndDoctypeDecl()
  else parser.defaultEvent()
  parser.doctype = undefined
  parser.phase = 'after subset'
}

function askForForeignDtd(parser: XmlParser): void {
  if (parser.useForeignDtd) readExternalSubset(parser, undefined, undefined)
}

/** The declarations of a subset. In an external one, or in an entity, more is allowed. */
export function readSubset(parser: XmlParser, isExternal: boolean): void {
  const { source } = parser
  while (source.at < source.text.length) {
    source.begin()
    const { text, at } = source
    const character = text.charAt(at)
    if (isBlank(character)) readBlanks(parser)
    else if (character === ']') {
      if (isExternal) {
        if (text.length - at < 3 && !source.final) return
        if (!text.startsWith(']]>', at) || parser.openConditionals === 0) refuse(parser)
        parser.openConditionals--
        source.at = at + 3
      } else {
        source.at = at + 1
        parser.phase = 'after subset'
      }
      if (isExternal || parser.handlers.StartDoctypeDecl === undefined) parser.defaultEvent()
      if (!isExternal) return
    } else if (character === '%') {
      if (!readParameterReference(parser, () => readSubset(parser, true))) return
    } else {
      const misc = readMisc(parser)
      if (misc === false) return
      if (misc === true) continue
      if (!text.startsWith('<!', at)) refuse(parser)
      if (!(text[at + 2] === '[' && isExternal ? skipConditional(parser) : readMarkupDeclaration(parser, isExternal))) return
    }
  }
}

export function readEpilog(parser: XmlParser): void {
  const { source } = parser
  while (source.at < source.text.length) {
    source.begin()
    if (isBlank(source.text[source.at])) readBlanks(parser)
    else {
      const misc = readMisc(parser)
      if (misc === false) return
      if (misc === undefined) fail(/[&\0-\x1f]/.test(source.text.charAt(source.at)) ? 'INVALID_TOKEN' : 'JUNK_AFTER_DOC_ELEMENT')
    }
  }
}
