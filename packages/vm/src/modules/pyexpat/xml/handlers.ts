// What a parser tells. An absent handler is one that nobody set: the default handler may get its text instead.

/** A content model: type and quantifier as expat numbers them, a name or nothing, the parts. */
export type ContentModel = readonly [type: number, quantifier: number, name: string | undefined, children: readonly ContentModel[]]

/** Names and values in turn; the first `specified` values stand in the document, the others are defaults. */
export interface Attributes {
  readonly list: readonly string[]
  readonly specified: number
}

export interface Handlers {
  StartElement?(name: string, attributes: Attributes): void
  EndElement?(name: string): void
  ProcessingInstruction?(target: string, data: string): void
  CharacterData?(data: string): void
  UnparsedEntityDecl?(name: string, base: string | undefined, system: string, publicId: string | undefined, notation: string): void
  NotationDecl?(name: string, base: string | undefined, system: string | undefined, publicId: string | undefined): void
  StartNamespaceDecl?(prefix: string | undefined, uri: string | undefined): void
  EndNamespaceDecl?(prefix: string | undefined): void
  Comment?(data: string): void
  StartCdataSection?(): void
  EndCdataSection?(): void
  /** Whatever no other handler is told of, as it stands. */
  Default?(data: string): void
  /** False: stop. */
  NotStandalone?(): boolean
  /** False: stop. */
  ExternalEntityRef?(context: string | undefined, base: string | undefined, system: string | undefined, publicId: string | undefined): boolean
  StartDoctypeDecl?(name: string, system: string | undefined, publicId: string | undefined, hasInternalSubset: boolean): void
  EndDoctypeDecl?(): void
  EntityDecl?(
    name: string, isParameter: boolean, value: string | undefined, base: string | undefined,
    system: string | undefined, publicId: string | undefined, notation: string | undefined,
  ): void
  XmlDecl?(version: string | undefined, encoding: string | undefined, standalone: number): void
  ElementDecl?(name: string, model: ContentModel): void
  AttlistDecl?(element: string, attribute: string, type: string, value: string | undefined, required: boolean): void
  SkippedEntity?(name: string, isParameter: boolean): void
}
export type HandlerName = keyof Handlers
