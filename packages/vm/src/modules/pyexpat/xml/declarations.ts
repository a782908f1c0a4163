// `<!ENTITY …>`, `<!ELEMENT …>`, `<!ATTLIST …>`, `<!NOTATION …>`
import { attributeValue } from './attributes.ts'
import { normalizeLines } from './characters.ts'
import { contentModel } from './content-model.ts'
import type { Entity } from './dtd.ts'
import { fail } from './errors.ts'
import { withoutParameters } from './parameter-entities.ts'
import type { XmlParser } from './parser.ts'
import { predefinedEntity, referenceAt } from './references.ts'
import { externalId, tellPieces, Tokens, unfinished } from './tokens.ts'

const readers: Readonly<Record<string, (parser: XmlParser, tokens: Tokens, isExternal: boolean) => boolean>> = {
  ENTITY: readEntity,
  ELEMENT: readElement,
  ATTLIST: readAttributeList,
  NOTATION: readNotation,
}

/** The place behind the `>` that ends a declaration; undefined where the text ends before. */
function endOfDeclaration(text: string, start: number): number | undefined {
  const stops = /["'>]/g
  stops.lastIndex = start
  for (;;) {
    const stop = stops.exec(text)
    if (stop === null) return undefined
    if (stop[0] === '>') return stops.lastIndex
    const close = text.indexOf(stop[0], stops.lastIndex)
    if (close < 0) return undefined
    stops.lastIndex = close + 1
  }
}

/** A declaration at the place where reading is; false where the text ends within it. */
export function readMarkupDeclaration(parser: XmlParser, isExternal: boolean): boolean {
  const { source } = parser
  const { at } = source
  const end = endOfDeclaration(source.text, at)
  const word = /^[A-Z]*/.exec(source.text.slice(at + 2, at + 12))?.[0] ?? ''
  const read = Object.hasOwn(readers, word) ? readers[word] : undefined
  if (read === undefined && (end !== undefined || !/^[A-Z]*$/.test(source.text.slice(at + 2)))) {
    fail(word === '' ? 'INVALID_TOKEN' : 'SYNTAX', word === '' ? at + 2 : undefined)
  }
  if (end === undefined || read === undefined) return false
  const raw = source.text.slice(at, end)
  const text = isExternal ? withoutParameters(parser, raw) : raw
  // Places in errors count from where the declaration stands.
  const tokens = new Tokens(text === raw ? source.text.slice(0, end) : ' '.repeat(at) + text, at + 2 + word.length)
  source.at = end
  try {
    tokens.needBlanks()
    const told = read(parser, tokens, isExternal)
    if (!told) tellPieces(parser, raw)
  } catch (caught) {
    if (caught !== unfinished) throw caught
    fail('SYNTAX', end - 1)
  }
  return true
}

const finish = (tokens: Tokens): void => {
  tokens.blanks()
  tokens.need('>')
}

/** The text that an entity stands for: character references replaced, those to general entities kept. */
function entityText(parser: XmlParser, literal: string, isExternal: boolean): string {
  let text = ''
  const raw = normalizeLines(literal)
  for (let at = 0; at < raw.length; ) {
    const character = raw.charAt(at)
    if (character === '&') {
      const reference = referenceAt(raw, at) ?? fail('INVALID_TOKEN')
      text += reference.character ?? raw.slice(at, reference.end)
      at = reference.end
    } else if (character === '%') {
      const found = /^%([^\s;]+);/.exec(raw.slice(at, raw.indexOf(';', at) + 1))
      if (found === null) return fail('INVALID_TOKEN')
      if (!isExternal) fail('PARAM_ENTITY_REF')
      text += withoutParameters(parser, found[0]).slice(1, -1)
      at += found[0].length
    } else {
      text += character
      at++
    }
  }
  return text
}

function readEntity(parser: XmlParser, tokens: Tokens, isExternal: boolean): boolean {
  const { dtd, handlers, base } = parser
  const isParameter = tokens.take('%')
  if (isParameter) tokens.needBlanks()
  const name = tokens.name()
  tokens.needBlanks()
  const external = externalId(tokens)
  const literal = external === undefined ? tokens.literal() : undefined
  let notation: string | undefined
  if (external !== undefined && tokens.blanks() && !isParameter && tokens.takeWord('NDATA')) {
    tokens.needBlanks()
    notation = tokens.name()
  }
  const valueAt = tokens.last
  finish(tokens)
  // Told where the value or the notation stands, or where the declaration ends.
  const place = literal === undefined && notation === undefined ? tokens.last : valueAt
  const text = literal === undefined ? undefined : entityText(parser, literal, isExternal)
  const known = isParameter ? dtd.parameters : dtd.entities
  if (!dtd.keepProcessing || known.has(name) || (!isParameter && predefinedEntity(name) !== undefined)) return false
  const entity: Entity = {
    name, text, base, system: external?.system, publicId: external?.publicId, notation, isInternal: !isExternal, open: false,
  }
  known.set(name, entity)
  if (notation !== undefined && handlers.UnparsedEntityDecl !== undefined) {
    parser.source.eventAt = place
    handlers.UnparsedEntityDecl(name, base, external?.system ?? '', external?.publicId, notation)
    return true
  }
  if (handlers.EntityDecl === undefined) return false
  parser.source.eventAt = place
  handlers.EntityDecl(name, isParameter, text, base, external?.system, external?.publicId, notation)
  return true
}

function readElement(parser: XmlParser, tokens: Tokens): boolean {
  const name = tokens.name()
  tokens.needBlanks()
  const model = contentModel(tokens)
  const { last } = tokens
  finish(tokens)
  if (parser.handlers.ElementDecl === undefined) return false
  parser.source.eventAt = last
  parser.handlers.ElementDecl(name, model)
  return true
}

const types = ['CDATA', 'IDREFS', 'IDREF', 'ID', 'ENTITY', 'ENTITIES', 'NMTOKENS', 'NMTOKEN']

function attributeType(tokens: Tokens): string {
  const word = types.find((type) => tokens.takeWord(type))
  if (word !== undefined) return word
  const isNotation = tokens.takeWord('NOTATION')
  if (isNotation) tokens.needBlanks()
  tokens.need('(')
  const choices: string[] = []
  do {
    tokens.blanks()
    choices.push(isNotation ? tokens.name() : tokens.nameToken())
    tokens.blanks()
  } while (tokens.take('|'))
  tokens.need(')')
  return `${isNotation ? 'NOTATION' : ''}(${choices.join('|')})`
}

function readAttributeList(parser: XmlParser, tokens: Tokens): boolean {
  const { dtd, handlers } = parser
  const element = tokens.name()
  let told = false
  for (;;) {
    const separated = tokens.blanks()
    if (tokens.take('>')) return told
    if (!separated) tokens.wrong()
    const name = tokens.name()
    tokens.needBlanks()
    const type = attributeType(tokens)
    tokens.needBlanks()
    const isRequired = tokens.takeWord('#REQUIRED')
    const isFixed = !isRequired && tokens.takeWord('#FIXED')
    if (isFixed) tokens.needBlanks()
    const hasValue = isFixed || (!isRequired && !tokens.takeWord('#IMPLIED'))
    const value = hasValue ? attributeValue(parser, tokens.literal(), type === 'CDATA') : undefined
    if (!dtd.keepProcessing) continue
    let declared = dtd.attributes.get(element)
    if (declared === undefined) dtd.attributes.set(element, (declared = new Map()))
    if (!declared.has(name)) declared.set(name, { name, isCdata: type === 'CDATA', value })
    if (handlers.AttlistDecl === undefined) continue
    parser.source.eventAt = tokens.last
    handlers.AttlistDecl(element, name, type, value, isRequired || isFixed)
    told = true
  }
}

function readNotation(parser: XmlParser, tokens: Tokens): boolean {
  const name = tokens.name()
  tokens.needBlanks()
  const external = externalId(tokens, true) ?? tokens.wrong()
  const { last } = tokens
  finish(tokens)
  if (parser.handlers.NotationDecl === undefined) return false
  parser.source.eventAt = external.system === undefined ? tokens.last : last
  parser.handlers.NotationDecl(name, parser.base, external.system, external.publicId)
  return true
}
