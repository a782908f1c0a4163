// Parameter entities (`%name;`) and the conditional sections that only external subsets have.
import { isBlank, nameAt } from './characters.ts'
import { fail } from './errors.ts'
import type { XmlParser } from './parser.ts'

/** `%name;` between declarations, whose own are read by `readText`; false where the text ends within it. */
export function readParameterReference(parser: XmlParser, readText: () => void): boolean {
  const { source, handlers, dtd } = parser
  const { text, at } = source
  const name = nameAt(text, at + 1)
  const end = at + 1 + name.length
  if (end >= text.length) return false
  if (name === '' || text[end] !== ';') fail('INVALID_TOKEN', end)
  source.at = end + 1
  const before = dtd.hasParameterReferences
  dtd.hasParameterReferences = true
  const tell = (): void => {
    if (handlers.SkippedEntity !== undefined) handlers.SkippedEntity(name, true)
    else parser.defaultEvent()
  }
  if (parser.parameterEntities === 0) {
    dtd.keepProcessing = dtd.standalone
    if (!dtd.standalone && handlers.NotStandalone?.() === false) fail('NOT_STANDALONE')
    parser.defaultEvent()
  } else {
    const entity = dtd.parameters.get(name)
    if (entity === undefined) {
      if (parser.isDocument && (dtd.standalone || !before)) fail('UNDEFINED_ENTITY')
      dtd.keepProcessing = dtd.standalone
      tell()
    } else if (entity.open) fail('RECURSIVE_ENTITY_REF')
    else if (entity.text !== undefined) parser.inside(entity, entity.text, readText)
    else if (handlers.ExternalEntityRef !== undefined) {
      dtd.parameterEntityRead = false
      entity.open = true
      const fine = handlers.ExternalEntityRef(undefined, entity.base, entity.system, entity.publicId)
      entity.open = false
      if (!fine) fail('EXTERNAL_ENTITY_HANDLING')
      if (!dtd.parameterEntityRead) dtd.keepProcessing = dtd.standalone
    } else {
      dtd.keepProcessing = dtd.standalone
      tell()
    }
  }
  if (parser.parameterEntities !== 0 && !dtd.standalone && handlers.NotStandalone?.() === false) fail('NOT_STANDALONE')
  return true
}

/** A declaration with its parameter entities replaced, as external subsets may have them; literals keep theirs. */
export function withoutParameters(parser: XmlParser, text: string, depth = 0): string {
  if (!text.includes('%')) return text
  if (depth > 100) fail('RECURSIVE_ENTITY_REF')
  return text.replace(/"[^"]*"|'[^']*'|%([^\s;%"']+);/g, (whole, name: string | undefined) => {
    if (name === undefined) return whole
    const entity = parser.dtd.parameters.get(name) ?? fail('UNDEFINED_ENTITY')
    if (entity.text === undefined) return fail('PARAM_ENTITY_REF')
    parser.amplification.indirect += entity.text.length
    if (parser.amplification.isTooMuch) fail('AMPLIFICATION_LIMIT_BREACH')
    return ` ${withoutParameters(parser, entity.text, depth + 1)} `
  })
}

/** `<![INCLUDE[` opens a section, `<![IGNORE[…]]>` is skipped; false where the text ends within it. */
export function skipConditional(parser: XmlParser): boolean {
  const { source } = parser
  const { text, at } = source
  const open = text.indexOf('[', at + 3)
  if (open < 0) return false
  const word = withoutParameters(parser, text.slice(at + 3, open)).trim()
  if (word === 'INCLUDE') {
    parser.openConditionals++
    source.at = open + 1
    parser.defaultEvent()
    return true
  }
  if (word !== 'IGNORE') fail('SYNTAX', isBlank(text[at + 3]) ? at : at + 3)
  const marks = /<!\[|\]\]>/g
  marks.lastIndex = open
  for (let depth = 1; depth > 0; ) {
    const mark = marks.exec(text)
    if (mark === null) return false
    depth += mark[0] === '<![' ? 1 : -1
  }
  source.at = marks.lastIndex
  parser.defaultEvent()
  return true
}
