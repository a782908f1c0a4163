// Namespaces (https://www.w3.org/TR/xml-names/): what prefixes mean, and names with their URI in front.
import { fail } from './errors.ts'

const XML_URI = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_URI = 'http://www.w3.org/2000/xmlns/'

/** Prefixes that an element binds: undefined is the default namespace; an empty URI takes a binding away. */
export type Bindings = readonly (readonly [prefix: string | undefined, uri: string])[]

export class Namespaces {
  readonly #separator: string
  readonly #bound = new Map<string | undefined, string[]>([['xml', [XML_URI]]])
  /** Names have their prefix at the end. */
  triplets = false
  constructor(separator: string) {
    this.#separator = separator
  }

  /** What an attribute binds; undefined for one that binds nothing. */
  binding(name: string, uri: string): readonly [prefix: string | undefined, uri: string] | undefined {
    if (name === 'xmlns') {
      if (uri === XML_URI || uri === XMLNS_URI) fail('RESERVED_NAMESPACE_URI')
      return [undefined, uri]
    }
    if (!name.startsWith('xmlns:')) return undefined
    const prefix = name.slice(6)
    if (prefix === 'xmlns') fail('RESERVED_PREFIX_XMLNS')
    if ((prefix === 'xml') !== (uri === XML_URI)) fail(prefix === 'xml' ? 'RESERVED_PREFIX_XML' : 'RESERVED_NAMESPACE_URI')
    if (uri === XMLNS_URI) fail('RESERVED_NAMESPACE_URI')
    if (uri === '') fail('UNDECLARING_PREFIX')
    if (this.#separator !== '' && uri.includes(this.#separator)) fail('SYNTAX')
    return [prefix, uri]
  }

  enter(bindings: Bindings): void {
    for (const [prefix, uri] of bindings) {
      const stack = this.#bound.get(prefix)
      if (stack === undefined) this.#bound.set(prefix, [uri])
      else stack.push(uri)
    }
  }

  leave(bindings: Bindings): void {
    for (const [prefix] of bindings) this.#bound.get(prefix)?.pop()
  }

  #uri(prefix: string | undefined): string | undefined {
    return this.#bound.get(prefix)?.at(-1)
  }

  /** A name as it is told. Attributes without a prefix are in no namespace. */
  expand(name: string, isAttribute: boolean): string {
    const colon = name.indexOf(':')
    if (colon < 0) {
      const uri = isAttribute ? undefined : this.#uri(undefined)
      return uri === undefined || uri === '' ? name : uri + this.#separator + name
    }
    const prefix = name.slice(0, colon)
    const uri = this.#uri(prefix) ?? fail('UNBOUND_PREFIX')
    const local = name.slice(colon + 1)
    const head = uri + this.#separator + local
    return this.triplets && this.#separator !== '' ? head + this.#separator + prefix : head
  }

  /** What is bound here, for the parser of an external entity. */
  get bindings(): Bindings {
    return [...this.#bound].flatMap(([prefix, stack]) => (stack.length === 0 ? [] : [[prefix, stack.at(-1) as string] as const]))
  }

  /** What is bound here, as the context of an external entity has it. */
  get context(): string[] {
    const parts: string[] = []
    for (const [prefix, stack] of this.#bound) {
      const uri = stack.at(-1)
      if (uri !== undefined && uri !== '') parts.push(`${prefix ?? ''}=${uri}`)
    }
    return parts
  }
}
