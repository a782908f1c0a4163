// What a document's declarations say, shared by the parsers of its entities.

export interface Entity {
  readonly name: string
  /** Of an internal one. */
  readonly text: string | undefined
  readonly base: string | undefined
  readonly system: string | undefined
  readonly publicId: string | undefined
  readonly notation: string | undefined
  /** Declared in the document itself, not in a parameter entity. */
  readonly isInternal: boolean
  /** It is being read. */
  open: boolean
}

export interface AttributeDeclaration {
  readonly name: string
  readonly isCdata: boolean
  readonly value: string | undefined
}

export class Dtd {
  readonly entities: Map<string, Entity> = new Map()
  readonly parameters: Map<string, Entity> = new Map()
  /** By element and attribute, in the order of declaration. */
  readonly attributes: Map<string, Map<string, AttributeDeclaration>> = new Map()
  hasParameterReferences = false
  standalone = false
  /** False once a parameter entity was not read: later declarations may not be the ones that count. */
  keepProcessing = true
  /** Has somebody made a parser for the parameter entity that was asked for? */
  parameterEntityRead = false

  attribute(element: string, name: string): AttributeDeclaration | undefined {
    return this.attributes.get(element)?.get(name)
  }
}

/** Guards against entities that grow beyond measure: bytes that came in, and bytes that entities became. */
export class Amplification {
  direct = 0
  indirect = 0
  /** Has the limit been breached? */
  get isTooMuch(): boolean {
    const all = this.direct + this.indirect
    return all > 8_388_608 && all > 100 * this.direct
  }
}
