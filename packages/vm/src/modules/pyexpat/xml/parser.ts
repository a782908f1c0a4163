// An XML parser that behaves as expat (https://libexpat.github.io) does: bytes in pieces, handlers told of what there is,
// the first fault ends it. This file has the state and the ways in; content.ts and prolog.ts read.
import { isBlank } from './characters.ts'
import { readContent } from './content.ts'
import { readDeclaration } from './declaration.ts'
import { Amplification, Dtd, type Entity } from './dtd.ts'
import { beginning, checkDeclared, decoderOf, isUndecided, latin1, type Decoder, type UnknownEncoding } from './encodings.ts'
import { fail, XmlFault, type FaultName } from './errors.ts'
import type { Handlers } from './handlers.ts'
import { Namespaces, type Bindings } from './namespaces.ts'
import { readEpilog, readProlog, readSubset } from './prolog.ts'
import { Source, type Position } from './source.ts'

export interface OpenTag {
  readonly raw: string
  readonly name: string
  readonly bindings: Bindings
}

/** How much is read of parameter entities and the external subset, as expat numbers it. */
export const ParameterEntities = { NEVER: 0, UNLESS_STANDALONE: 1, ALWAYS: 2 } as const

export type Phase = 'prolog' | 'subset' | 'after subset' | 'content' | 'epilog' | 'entity' | 'external subset'

export class XmlParser {
  readonly handlers: Handlers
  readonly dtd: Dtd
  readonly amplification: Amplification
  readonly namespaces: Namespaces | undefined
  readonly openTags: OpenTag[] = []
  /** General entities that are being read, outermost first. */
  readonly openEntities: Entity[] = []
  phase: Phase
  base: string | undefined
  inCdata = false
  /** Internal entities are replaced by their text though there is a default handler. */
  expandsEntities = true
  parameterEntities = 0
  useForeignDtd = false
  deferral = true
  /** Conditional sections that are open. */
  openConditionals = 0
  /** Of the document type that is being declared. */
  doctype: { name: string; system: string | undefined; publicId: string | undefined } | undefined
  /** What is read: the document, or an entity inside it. */
  source: Source
  fault: FaultName | undefined
  started = false
  /** A handler is being called, or may be. */
  #busy = false
  finished = false
  protocolEncoding: string | undefined
  readonly unknownEncoding: UnknownEncoding
  #main: Source
  #decoder: Decoder | undefined
  #undecoded: Uint8Array = new Uint8Array(0)

  constructor(options: {
    handlers: Handlers
    unknownEncoding: UnknownEncoding
    encoding?: string | undefined
    separator?: string | undefined
    parent?: XmlParser | undefined
    phase?: Phase
  }) {
    this.handlers = options.handlers
    this.unknownEncoding = options.unknownEncoding
    this.protocolEncoding = options.encoding
    this.namespaces = options.separator === undefined ? undefined : new Namespaces(options.separator)
    this.dtd = options.parent?.dtd ?? new Dtd()
    this.amplification = options.parent?.amplification ?? new Amplification()
    this.phase = options.phase ?? 'prolog'
    this.#main = this.source = new Source('', false)
    if (this.phase === 'external subset') this.dtd.parameterEntityRead = true
    if (this.phase === 'entity' && options.parent !== undefined) {
      this.namespaces?.enter(options.parent.namespaces?.bindings ?? [])
      this.openEntities.push(...options.parent.openEntities)
    }
  }

  /** Is this a whole document, not an entity of one? */
  get isDocument(): boolean {
    return this.phase !== 'entity' && this.phase !== 'external subset'
  }

  /** Is text turned into UTF-8, a buffer at a time? */
  get isConverted(): boolean {
    return this.source === this.#main && this.#decoder?.isConverted === true
  }

  /** Where the current event is: in the document, also while an entity is read. */
  get position(): Position | undefined {
    return this.started ? this.#main.position : undefined
  }

  /** Is it called by a handler of its own? */
  get isBusy(): boolean {
    return this.#busy
  }

  /** The text of the current event, and what follows. */
  get eventText(): string {
    return this.#main.text.slice(this.#main.eventAt)
  }

  /** Read a piece; false for a fault, which `fault` tells. */
  parse(bytes: Uint8Array, final: boolean): boolean {
    if (this.finished || this.#busy) {
      this.fault = this.finished ? 'FINISHED' : 'UNEXPECTED_STATE'
      return false
    }
    try {
      this.#busy = true
      this.started = true
      this.amplification.direct += bytes.length
      this.#take(bytes, final)
      if (final) this.finished = true
      return true
    } catch (caught) {
      this.finished = true
      if (!(caught instanceof XmlFault)) throw caught
      this.fault = caught.fault
      if (caught.at !== undefined && this.source === this.#main) this.#main.eventAt = caught.at
      return false
    } finally {
      this.#busy = false
    }
  }

  #take(bytes: Uint8Array, final: boolean): void {
    const piece = this.#decoder === undefined ? this.#begin(bytes, final) : this.#decoder.decode(bytes)
    const main = this.#main
    if (piece === undefined) return
    main.append(piece)
    main.final = final
    const waiting = main.text.length - main.at
    // A token that was looked at and was not whole is looked at again when there is twice as much of it: else costs would be quadratic.
    if (final || !this.deferral || main.pending === 0 || waiting >= 2 * main.pending) {
      const { at } = main
      this.#read()
      main.pending = main.at === at ? waiting : 0
    }
  }

  /** Find out the encoding; undefined while too little is there to tell. */
  #begin(bytes: Uint8Array, final: boolean): string | undefined {
    const all = new Uint8Array(this.#undecoded.length + bytes.length)
    all.set(this.#undecoded)
    all.set(bytes, this.#undecoded.length)
    this.#undecoded = all
    if (isUndecided(all) && !final) return undefined
    const { little, mark } = beginning(all)
    const body = all.subarray(mark)
    const first = this.protocolEncoding ?? (little === undefined ? 'UTF-8' : 'UTF-16')
    const decoder = decoderOf(first, little, this.unknownEncoding)
    // The declaration is ASCII in every encoding but UTF-16.
    const ofText = (bytes: Uint8Array): string => (little === undefined ? latin1(bytes) : decoderOf('UTF-16', little, this.unknownEncoding).decode(bytes))
    const head = ofText(body)
    const isDeclared = head.startsWith('<?xml') && (head.length === 5 || isBlank(head[5]))
    const end = isDeclared ? head.indexOf('?>') : -1
    if (!final && (isDeclared ? end < 0 : '<?xml'.startsWith(head))) return undefined
    this.#main = this.source = new Source('', final, (character) => (this.#decoder as Decoder).width(character), mark)
    this.#decoder = decoder
    if (end < 0) return decoder.decode(body)
    const declaration = head.slice(0, end + 2)
    this.#main.append(declaration)
    const declared = readDeclaration(this, this.isDocument)
    const rest = body.subarray(declaration.length * (little === undefined ? 1 : 2))
    if (declared !== undefined && this.protocolEncoding === undefined) {
      checkDeclared(declared.encoding, little, declared.at)
      if (little === undefined) this.#decoder = decoderOf(declared.encoding, undefined, this.unknownEncoding, declared.at)
    }
    return this.#decoder.decode(rest)
  }

  #read(): void {
    for (;;) {
      const { phase, source } = this
      const { at } = source
      if (phase === 'prolog' || phase === 'after subset') readProlog(this)
      else if (phase === 'subset' || phase === 'external subset') readSubset(this, phase === 'external subset')
      else if (phase === 'epilog') readEpilog(this)
      else readContent(this, 0)
      if (this.phase === phase && source.at === at) break
      if (this.phase === phase && source.at >= source.text.length) break
    }
    if (this.#main.final) this.#end()
  }

  /** Nothing more comes. */
  #end(): void {
    const main = this.#main
    main.begin()
    if (main.at < main.text.length) fail('UNCLOSED_TOKEN')
    const partial = this.#decoder?.fault
    if (partial !== undefined) fail(partial)
    if (this.inCdata) fail('UNCLOSED_CDATA_SECTION')
    if (this.phase === 'epilog' || this.phase === 'external subset') return
    if (this.phase === 'entity') {
      if (this.openTags.length > 0) fail('ASYNC_ENTITY')
      return
    }
    fail('NO_ELEMENTS')
  }

  /** Read an entity's text by `body` in the place of the text where it is named. */
  inside(entity: Entity, text: string, body: () => void): void {
    if (entity.open) fail('RECURSIVE_ENTITY_REF')
    this.amplification.indirect += text.length
    if (this.amplification.isTooMuch) fail('AMPLIFICATION_LIMIT_BREACH')
    const outer = this.source
    entity.open = true
    this.source = new Source(text, true)
    try {
      body()
      if (this.source.at < text.length) fail('UNCLOSED_TOKEN')
      this.source = outer
    } finally {
      entity.open = false
    }
  }

  /** What nobody else is told. */
  default(text: string): void {
    if (text !== '') this.handlers.Default?.(text)
  }

  /** The same of the current event, whose end is where reading goes on. */
  defaultEvent(): void {
    const { source } = this
    this.default(source.text.slice(source.eventAt, source.at))
  }
}
