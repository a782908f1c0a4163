// TextIOWrapper: text over a buffer of bytes.
import type { PyType } from '../../data/type.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, newStr, None, strLength, strValue, type Str, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass, type Attribute } from '../../object/define-type.ts'
import { getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { EncodingWarning, OSError, TypeError as PyTypeError, ValueError, AttributeError } from '../../protocols/exceptions.ts'
import { size as sizeOf } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import { lookupTextCodec } from '../../protocols/codecs.ts'
import { builtinCodec } from '../../protocols/codecs.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { unsupported } from './errors.ts'
import { finalizingMember, refusePickling, sizeArgument, textIOBaseType } from './io-base.ts'
import { pending } from './layouts.ts'
import { NewlineDecoder, seenNewlines } from './newline-decoder.ts'
import { bufferOf, checkTextOpen, localeEncoding, PyTextIOWrapper, reprParts, setCodec, textClosed, continueEncoder } from './text-layout.ts'
import { readLineText, readText, seekText, tellText } from './text-read.ts'
import { flushText, writeText } from './text-write.ts'

const method = methods<PyTextIOWrapper>()

function setNewline(self: PyTextIOWrapper, value: string | undefined): void {
  if (value !== undefined && !['', '\n', '\r', '\r\n'].includes(value)) raise(ValueError, `illegal newline value: ${value}`)
  self.newline = value
  self.universal = value === undefined || value === ''
  self.translateRead = value === undefined
  self.writeNewline = value === undefined || value === '' || value === '\n' ? undefined : value
}

function nameArgument(value: Value, title: string, who = 'TextIOWrapper'): string | undefined {
  if (value === None) return undefined
  const text = asStr(value)
  if (text === undefined) return raise(PyTypeError, `${who}() argument '${title}' must be str or None, not ${typeOf(value).tpName}`)
  return strValue(text)
}

function setUp(self: PyTextIOWrapper, buffer: Value, encoding: Str | undefined, errors: Value, newline: Str | undefined, lineBuffering: boolean, writeThrough: boolean, py: Thread): void {
  self.buffer = undefined
  self.detached = false
  self.errors = nameArgument(errors, 'errors') ?? 'strict'
  setNewline(self, newline === undefined ? undefined : strValue(newline))
  if (encoding === undefined && py.interpreter.settings.flags.warnDefaultEncoding === true) warn(py, EncodingWarning, "'encoding' argument not specified", 1)
  const name = encoding === undefined ? undefined : strValue(encoding)
  self.encoding = name === undefined || name === 'locale' ? localeEncoding(py) : name
  if (self.encoding.includes('\0') || self.errors.includes('\0')) raise(ValueError, 'embedded null character')
  if (builtinCodec(self.encoding) === undefined) lookupTextCodec(self.encoding, 'codecs.open()', py)
  self.lineBuffering = lineBuffering
  self.writeThrough = writeThrough
  self.buffer = buffer
  Object.assign(self, { decoded: '', decodedUsed: 0, snapshot: undefined, pendingText: [], pendingBytes: 0 })
  setCodec(self, truth(callMethod(buffer, 'readable', [], py), py), truth(callMethod(buffer, 'writable', [], py), py), py)
  self.seekable = self.telling = truth(callMethod(buffer, 'seekable', [], py), py)
  self.hasRead1 = getAttrOrUndefined(buffer, narrowStr('read1'), py) !== undefined
  continueEncoder(self, py)
}

function close(self: PyTextIOWrapper, py: Thread): void {
  const buffer = bufferOf(self)
  if (textClosed(self, py)) return
  try {
    callMethod(self, 'flush', [], py)
  } finally {
    pending(py).delete(self)
    callMethod(buffer, 'close', [], py)
  }
}

function flag(value: Value, current: boolean, py: Thread): boolean {
  return value === None ? current : truth(value, py)
}

function reconfigure(self: PyTextIOWrapper, encoding: Value, errors: Value, newline: Value | undefined, line: Value, through: Value, py: Thread): void {
  if ((encoding !== None || errors !== None || newline !== undefined) && self.decoder !== undefined && self.decoded !== '') {
    unsupported('It is not possible to set the encoding or newline of stream after the first read')
  }
  callMethod(self, 'flush', [], py)
  const name = nameArgument(encoding, 'encoding', 'reconfigure')
  if (newline !== undefined) {
    const text = newline === None ? undefined : (asStr(newline) ?? raise(PyTypeError, `newline must be str or None, not ${typeOf(newline).tpName}`))
    setNewline(self, text === undefined ? undefined : strValue(text))
  }
  if (name !== undefined || errors !== None || newline !== undefined) {
    self.errors = nameArgument(errors, 'errors') ?? (name === undefined ? self.errors : 'strict')
    if (name !== undefined) self.encoding = name === 'locale' ? localeEncoding(py) : name
    setCodec(self, self.decoder !== undefined, self.encode !== undefined, py)
    continueEncoder(self, py)
  }
  self.lineBuffering = flag(line, self.lineBuffering, py)
  self.writeThrough = flag(through, self.writeThrough, py)
}

const pass = (name: string) => (self: PyTextIOWrapper, py: Thread): Value => callMethod(bufferOf(self), name, [], py)

export const textIOWrapperType: PyType = defineType(
  '_io.TextIOWrapper(buffer: object, encoding: cstring | None = None, errors: object = None, newline: cstring | None = None, line_buffering: bool = False, write_through: bool = False)',
  {
    doc: 'Text over a buffer of bytes.',
    instance: PyTextIOWrapper, base: textIOBaseType, subclassable: true,
    allocate: (type) => withClass(new PyTextIOWrapper(), type, true),
    newRaw: (cls) => withClass(new PyTextIOWrapper(), cls, true),
    init: setUp,
    slots: {
      repr(self: PyTextIOWrapper, py) {
        const title = `_io.${self.type.name}`
        return guardRepr(self, `<${title} ...>`, py, () => {
          const { name, mode } = reprParts(self, py)
          const named = name === undefined ? '' : ` name=${reprText(name, py)}`
          return `<${title}${named}${mode === undefined ? '' : ` mode=${reprText(mode, py)}`} encoding='${self.encoding}'>`
        })
      },
      next(self: PyTextIOWrapper, py) {
        self.telling = false
        let line: Value
        if (Object.hasOwn(self, 'type') && self.type !== textIOWrapperType) {
          line = callMethod(self, 'readline', [], py)
          if (asStr(line) === undefined) raise(OSError, `readline() should have returned a str object, not '${typeOf(line).tpName}'`)
        } else {
          checkTextOpen(self, py)
          line = readLineText(self, -1, py)
        }
        if (line !== '') return line
        self.snapshot = undefined
        self.telling = self.seekable
        return undefined
      },
    },
    methods: [
      method('detach(self, /)', 'Separate the buffer and answer it.', (self, py) => {
        const buffer = bufferOf(self)
        callMethod(self, 'flush', [], py)
        self.buffer = undefined
        self.detached = true
        return buffer
      }),
      method('reconfigure(self, /, *, encoding: object = None, errors: object = None, newline: object = <unrepresentable>, line_buffering: object = None, write_through: object = None)', 'Change settings.', (self, encoding, errors, newline, line, through, py) =>
        reconfigure(self, encoding, errors, newline, line, through, py), { text: '($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)' }),
      method('write(self, text: object, /)', 'Write text.', (self, given, py) => {
        const text = asStr(given)
        if (text === undefined) return raise(PyTypeError, `write() argument must be str, not ${typeOf(given).tpName}`)
        writeText(self, text, py)
        return newInt(strLength(text))
      }),
      method('read(self, size: object = -1, /)', 'Read text; all of it when size is negative.', (self, size, py) => {
        const most = sizeArgument(size, py)
        checkTextOpen(self, py)
        return readText(self, most, py)
      }),
      method('readline(self, size: index = -1, /)', 'Read a line.', (self, most, py) => {
        checkTextOpen(self, py)
        return readLineText(self, most, py)
      }),
      method('flush(self, /)', 'Write what is buffered.', (self, py) => {
        checkTextOpen(self, py)
        self.telling = self.seekable
        flushText(self, py)
        return callMethod(bufferOf(self), 'flush', [], py)
      }),
      method('close(self, /)', 'Flush and close.', close),
      method('fileno(self, /)', 'Answer the file descriptor.', pass('fileno')),
      method('seekable(self, /)', 'Tell whether the position can be changed.', pass('seekable')),
      method('readable(self, /)', 'Tell whether it can be read.', pass('readable')),
      method('writable(self, /)', 'Tell whether it can be written.', pass('writable')),
      method('isatty(self, /)', 'Tell whether it is a terminal.', pass('isatty')),
      method('seek(self, cookie: object, whence: cint = 0, /)', 'Change the position to one that tell() answered.', (self, cookie, whence, py) => {
        checkTextOpen(self, py)
        return seekText(self, cookie, whence, py)
      }, { text: '($self, cookie, whence=os.SEEK_SET, /)' }),
      method('tell(self, /)', 'Answer the position, as a number for seek().', (self, py) => {
        checkTextOpen(self, py)
        return tellText(self, py)
      }),
      method('truncate(self, pos: object = None, /)', 'Cut the file.', (self, pos, py) => {
        callMethod(self, 'flush', [], py)
        return callMethod(bufferOf(self), 'truncate', [pos], py)
      }),
      ...refusePickling,
    ] as BuiltinDefinition[],
    attributes: {
      encoding: { member: true, get: (self) => newStr(self.encoding) },
      buffer: { member: true, get: (self) => bufferOf(self) },
      line_buffering: { member: true, get: (self) => self.lineBuffering },
      write_through: { member: true, get: (self) => self.writeThrough },
      name: { get: (self, py) => getAttr(bufferOf(self), narrowStr('name'), py) },
      closed: { get: (self, py) => getAttr(bufferOf(self), narrowStr('closed'), py) },
      newlines: { get: (self) => (self.decoder instanceof NewlineDecoder ? seenNewlines(self.decoder.seen) : None) },
      errors: { get: (self) => newStr(self.errors) },
      _finalizing: finalizingMember,
      _CHUNK_SIZE: {
        get: (self) => newInt(self.chunkSize),
        set(self, value, py) {
          if (value === undefined) raise(AttributeError, 'cannot delete attribute')
          const size = sizeOf(value, py, ValueError)
          if (size <= 0) raise(ValueError, 'a strictly positive integer is required')
          self.chunkSize = size
        },
      },
    } satisfies Record<string, Attribute<PyTextIOWrapper>> as never,
  },
)
