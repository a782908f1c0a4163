// The attributes of a start tag: values made normal, defaults added, names expanded.
import { isBlank } from './characters.ts'
import { fail } from './errors.ts'
import type { Attributes } from './handlers.ts'
import type { Bindings } from './namespaces.ts'
import type { XmlParser } from './parser.ts'
import { predefinedEntity, referenceAt } from './references.ts'

export interface RawAttribute {
  readonly name: string
  readonly value: string
  /** Where its name stands, and its value. */
  readonly at: number
  readonly valueAt: number
}

/** References replaced, blanks made spaces. `place` is where the value stands in the document, for faults. */
function expandValue(parser: XmlParser, raw: string, place?: number): string {
  if (!/[&\t\n\r]/.test(raw)) return raw
  let value = ''
  for (let at = 0; at < raw.length; ) {
    const character = raw.charAt(at)
    if (character !== '&') {
      value += isBlank(character) ? ' ' : character
      at += character === '\r' && raw[at + 1] === '\n' ? 2 : 1
      continue
    }
    const reference = referenceAt(raw, at) ?? fail('INVALID_TOKEN')
    value += reference.character ?? entityValue(parser, reference.name as string, place === undefined ? undefined : place + at)
    at = reference.end
  }
  return value
}

function entityValue(parser: XmlParser, name: string, place: number | undefined): string {
  const known = predefinedEntity(name)
  if (known !== undefined) return known
  const { dtd, amplification } = parser
  const entity = dtd.entities.get(name)
  if (!dtd.hasParameterReferences || dtd.standalone) {
    if (entity === undefined) return fail('UNDEFINED_ENTITY')
    if (!entity.isInternal) fail('ENTITY_DECLARED_IN_PE')
  } else if (entity === undefined) return ''
  if (entity.open) fail('RECURSIVE_ENTITY_REF', place)
  if (entity.notation !== undefined) fail('BINARY_ENTITY_REF', place)
  if (entity.text === undefined) return fail('ATTRIBUTE_EXTERNAL_ENTITY_REF', place)
  if (entity.text.includes('<')) fail('INVALID_TOKEN')
  amplification.indirect += entity.text.length
  if (amplification.isTooMuch) fail('AMPLIFICATION_LIMIT_BREACH')
  entity.open = true
  try {
    return expandValue(parser, entity.text)
  } finally {
    entity.open = false
  }
}

/** Values that are no CDATA have no blanks around them, and one space between words. */
const collapsed = (value: string): string => value.replace(/ +/g, ' ').replace(/^ | $/g, '')

/** The value of an attribute as its declaration wants it. */
export const attributeValue = (parser: XmlParser, raw: string, isCdata: boolean, place?: number): string => {
  const value = expandValue(parser, raw, place)
  return isCdata ? value : collapsed(value)
}

/** What a start tag has, told to the handlers of namespaces on the way. */
export function readAttributes(parser: XmlParser, element: string, raw: readonly RawAttribute[]): { attributes: Attributes; bindings: Bindings } {
  const { dtd, namespaces } = parser
  const seen = new Set<string>()
  const all: (readonly [name: string, value: string, at: number | undefined])[] = []
  const bindings: (readonly [string | undefined, string])[] = []
  const add = (name: string, value: string, at: number | undefined): void => {
    const binding = namespaces?.binding(name, value)
    if (binding === undefined) all.push([name, value, at])
    else bindings.push(binding)
  }
  for (const { name, value, at, valueAt } of raw) {
    if (seen.has(name)) fail('DUPLICATE_ATTRIBUTE', at)
    seen.add(name)
    add(name, attributeValue(parser, value, dtd.attribute(element, name)?.isCdata ?? true, valueAt), at)
  }
  const specified = all.length * 2
  for (const declaration of dtd.attributes.get(element)?.values() ?? []) {
    if (declaration.value !== undefined && !seen.has(declaration.name)) add(declaration.name, declaration.value, undefined)
  }
  if (namespaces === undefined) return { attributes: { list: all.flatMap(([name, value]) => [name, value]), specified }, bindings }
  namespaces.enter(bindings)
  for (const [prefix, uri] of bindings) parser.handlers.StartNamespaceDecl?.(prefix, uri === '' ? undefined : uri)
  const list: string[] = []
  const expanded = new Set<string>()
  for (const [name, value] of all) {
    const full = namespaces.expand(name, true)
    if (name.includes(':')) {
      if (expanded.has(full)) fail('DUPLICATE_ATTRIBUTE')
      expanded.add(full)
    }
    list.push(full, value)
  }
  return { attributes: { list, specified }, bindings }
}
