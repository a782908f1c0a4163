// pyexpat.xmlparser: the class.
import { encodeUtf8 } from '@pellucid/primitives'
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import type { PyDict } from '../../data/dict.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, codePointsOf, narrowStr, newInt, newStr, None, smallInt, strValue, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, type Attribute } from '../../object/define-type.ts'
import { moduleException } from '../../object/module-exception.ts'
import { getAttrOrUndefined, setAttr } from '../../protocols/attributes.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { call } from '../../protocols/call.ts'
import { decodeBytes, encodeStr } from '../../protocols/codecs.ts'
import { Exception, RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { newException, raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { flush, setHandler } from './events.ts'
import { PyXmlParser } from './layout.ts'
import { faultCode, faults } from './xml/errors.ts'
import type { HandlerName } from './xml/handlers.ts'
import { XmlParser, type Phase } from './xml/parser.ts'

export const expatError = moduleException('ExpatError', [Exception], 'xml.parsers.expat')

/** What each byte of an encoding is, as Python's codec has it. */
const tableOf = (py: Thread) => (encoding: string): (string | undefined)[] | undefined => {
  const decoded = decodeBytes(Uint8Array.from({ length: 256 }, (_, byte) => byte), encoding, 'replace', py)
  const points = codePointsOf(decoded)
  if (points.length !== 256) raise(ValueError, 'multi-byte encodings are not supported')
  const table = points.map((point) => (point === 0xfffd ? undefined : String.fromCodePoint(point)))
  // expat reads markup before it asks what bytes are, so those of markup must be what they are there.
  const isAscii = table.every((character, at) => at >= 128 || !/[\t\n\r !"#%&'()*+,./0-9:;<=>?A-Z[\]_a-z|-]/.test(String.fromCharCode(at)) || character === String.fromCharCode(at))
  return isAscii ? table : undefined
}

export function newParser(
  encoding: string | undefined, separator: string | undefined, intern: PyDict | undefined, py: Thread,
  parent?: XmlParser, phase?: Phase,
): PyXmlParser {
  return new PyXmlParser(new XmlParser({ handlers: {}, unknownEncoding: tableOf(py), encoding, separator, parent, phase: phase ?? 'prolog' }), separator, intern)
}

function raiseFault(self: PyXmlParser, py: Thread): never {
  const { fault } = self.parser
  const code = fault === undefined ? 0 : faultCode(fault)
  const { line, column } = self.parser.position ?? { line: 1, column: 0 }
  const error = newException(expatError, [newStr(`${faults[code - 1]?.[1]}: line ${line}, column ${column}`)])
  for (const [name, value] of [['code', code], ['offset', column], ['lineno', line]] as const) setAttr(error, narrowStr(name), newInt(value), py)
  throw error
}

function parse(self: PyXmlParser, bytes: Uint8Array, isFinal: boolean, py: Thread): Value {
  const fine = self.parser.parse(bytes, isFinal)
  if (!fine) raiseFault(self, py)
  flush(self, py)
  return smallInt(1)
}

function parseData(self: PyXmlParser, data: Value, isFinal: boolean, py: Thread): Value {
  const text = asStr(data)
  if (text === undefined) return parse(self, bytesOf(data, py).slice(), isFinal, py)
  const { bytes } = encodeStr(text, 'utf-8', 'strict', py)
  if (!self.parser.started) self.parser.protocolEncoding = 'utf-8'
  return parse(self, bytes, isFinal, py)
}

const BLOCK = 2048

function parseFile(self: PyXmlParser, file: Value, py: Thread): Value {
  const read = getAttrOrUndefined(file, narrowStr('read'), py)
  if (read === undefined) return raise(PyTypeError, "argument must have 'read' attribute")
  for (;;) {
    const data = call(read, [smallInt(BLOCK)], py)
    if (!(data instanceof PyBytes || data instanceof PyByteArray)) {
      return raise(PyTypeError, `read() did not return a bytes object (type=${typeOf(data).tpName})`)
    }
    const { length } = data.bytes
    if (length > BLOCK) raise(ValueError, `read() returned too much data: ${BLOCK} bytes requested, ${length} returned`)
    parse(self, data.bytes.slice(), length === 0, py)
    if (length === 0) return smallInt(1)
  }
}

function externalParser(self: PyXmlParser, context: Str | undefined, encoding: Str | undefined, py: Thread): Value {
  const { parser, separator, intern, callables } = self
  const made = newParser(
    encoding === undefined ? undefined : strValue(encoding), separator, intern, py, parser, context === undefined ? 'external subset' : 'entity',
  )
  made.orderedAttributes = self.orderedAttributes
  made.specifiedAttributes = self.specifiedAttributes
  made.bufferSize = self.bufferSize
  if (self.buffer !== undefined) made.buffer = ''
  made.parser.parameterEntities = parser.parameterEntities
  made.parser.deferral = parser.deferral
  if (made.parser.namespaces !== undefined) made.parser.namespaces.triplets = parser.namespaces?.triplets ?? false
  for (const [name, callable] of callables) setHandler(made, name, callable, py)
  made.parser.expandsEntities = parser.expandsEntities
  return made
}

const method = methods<PyXmlParser>()

const parserMethods = [
  method('Parse(self, data: object, isfinal: bool = False, /)', 'Parse a piece of a document; isfinal: it is the last one.', parseData),
  method('ParseFile(self, file: object, /)', 'Parse what a file holds.', parseFile),
  method('SetBase(self, base: str, /)', 'Set what relative system identifiers are relative to.', (self, base) => {
    self.parser.base = strValue(base)
  }),
  method('GetBase(self, /)', 'What SetBase set.', (self) => (self.parser.base === undefined ? None : newStr(self.parser.base))),
  method('GetInputContext(self, /)', 'The bytes from the current event on; None outside of handlers.', (self) =>
    self.parser.isBusy ? newBytes(encodeUtf8(codePointsOf(newStr(self.parser.eventText)))) : None),
  method(
    'ExternalEntityParserCreate(self, context: str | None, encoding: str = <unrepresentable>, /)',
    'A parser for an external entity, out of the context that its handler was told.',
    externalParser,
    { text: '($self, context, encoding=<unrepresentable>,\n                           /)' },
  ),
  method('SetParamEntityParsing(self, flag: cint, /)', 'Say whether parameter entities and the external subset are read.', (self, flag) => {
    if (self.parser.started) return smallInt(0)
    self.parser.parameterEntities = flag
    return smallInt(1)
  }),
  method('UseForeignDTD(self, flag: bool = True, /)', 'Ask for an external subset where the document names none.', (self, flag, py) => {
    if (self.parser.started) {
      self.parser.fault = 'CANT_CHANGE_FEATURE_ONCE_PARSING'
      raiseFault(self, py)
    }
    self.parser.useForeignDtd = flag
  }),
  method('SetReparseDeferralEnabled(self, enabled: bool, /)', 'Say whether an unfinished token waits until there is much more of it.', (self, enabled) => {
    self.parser.deferral = enabled
  }),
  method('GetReparseDeferralEnabled(self, /)', 'Does an unfinished token wait?', (self) => self.parser.deferral),
]

const handlerNames: readonly (HandlerName | 'DefaultExpand')[] = [
  'StartElement', 'EndElement', 'ProcessingInstruction', 'CharacterData', 'UnparsedEntityDecl', 'NotationDecl', 'StartNamespaceDecl',
  'EndNamespaceDecl', 'Comment', 'StartCdataSection', 'EndCdataSection', 'Default', 'DefaultExpand', 'NotStandalone', 'ExternalEntityRef',
  'StartDoctypeDecl', 'EndDoctypeDecl', 'EntityDecl', 'XmlDecl', 'ElementDecl', 'AttlistDecl', 'SkippedEntity',
]

const undeletable = (value: Value | undefined): Value => value ?? raise(RuntimeError, 'Cannot delete attribute')

/** `StartElement` is the attribute `StartElementHandler`; one has a word behind. */
const handlerAttributes = (): Record<string, Attribute<PyXmlParser>> =>
  Object.fromEntries(handlerNames.map((name) => [name === 'DefaultExpand' ? 'DefaultHandlerExpand' : `${name}Handler`, {
    get: (self: PyXmlParser): Value => self.callables.get(name) ?? None,
    set: (self: PyXmlParser, value: Value | undefined, py: Thread): void => setHandler(self, name, undeletable(value), py),
  }]))

function flag(get: (self: PyXmlParser) => boolean, set: (self: PyXmlParser, value: boolean, py: Thread) => void): Attribute<PyXmlParser> {
  return { get, set: (self, value, py) => set(self, truth(undeletable(value), py), py) }
}

function setBufferSize(self: PyXmlParser, value: Value | undefined, py: Thread): void {
  const size = asInt(undeletable(value))
  if (size === undefined) return raise(PyTypeError, 'buffer_size must be an integer')
  if (size <= 0) raise(ValueError, 'buffer_size must be greater than zero')
  if (size > 0x7fff_ffff) raise(ValueError, 'buffer_size must not be greater than 2147483647')
  if (Number(size) === self.bufferSize) return
  flush(self, py)
  self.bufferSize = Number(size)
}

const place = (get: (self: PyXmlParser) => number): Attribute<PyXmlParser> => ({ get: (self) => newInt(get(self)) })
const line = place((self) => self.parser.position?.line ?? 1)
const column = place((self) => self.parser.position?.column ?? 0)
const byte = place((self) => self.parser.position?.byte ?? -1)

export const parserType = defineType('pyexpat.xmlparser', {
  doc: 'An XML parser.',
  instance: PyXmlParser,
  definingClass: ['ExternalEntityParserCreate', 'Parse', 'ParseFile', 'UseForeignDTD'],
  methods: () => parserMethods,
  attributes: () => ({
    intern: { get: (self) => self.intern, member: true },
    ErrorCode: place((self) => (self.parser.fault === undefined ? 0 : faultCode(self.parser.fault))),
    ErrorLineNumber: line,
    ErrorColumnNumber: column,
    ErrorByteIndex: byte,
    CurrentLineNumber: line,
    CurrentColumnNumber: column,
    CurrentByteIndex: byte,
    buffer_size: { get: (self) => newInt(self.bufferSize), set: setBufferSize },
    buffer_text: flag((self) => self.buffer !== undefined, (self, value, py) => {
      flush(self, py)
      self.buffer = value ? (self.buffer ?? '') : undefined
    }),
    buffer_used: place((self) => self.bufferUsed),
    namespace_prefixes: flag((self) => self.parser.namespaces?.triplets ?? self.namespacePrefixes, (self, value) => {
      self.namespacePrefixes = value
      if (self.parser.namespaces !== undefined) self.parser.namespaces.triplets = value
    }),
    ordered_attributes: flag((self) => self.orderedAttributes, (self, value) => {
      self.orderedAttributes = value
    }),
    specified_attributes: flag((self) => self.specifiedAttributes, (self, value) => {
      self.specifiedAttributes = value
    }),
    ...handlerAttributes(),
  }),
})
