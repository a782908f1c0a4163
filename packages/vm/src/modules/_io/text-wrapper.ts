// TextIOWrapper: text over a buffer of bytes.
import type { PyType } from '../../data/type.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, newStr, None, strLength, strValue, type Str, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass, type Attribute } from '../../object/define-type.ts'
import { getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { AttributeError, EncodingWarning, OSError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import { builtinCodec, encodeBuiltin, lookupTextCodec } from '../../protocols/codecs.ts'
import { index, size as sizeOf } from '../../protocols/index-number.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { inTurn, unsupported } from './errors.ts'
import { finalizingMember, refusePickling, sizeArgument, textIOBaseType } from './io-base.ts'
import { pending } from './layouts.ts'
import { namePart, reprStream } from './stream-repr.ts'
import { NewlineDecoder, seenNewlines } from './newline-decoder.ts'
import { bufferOf, checkTextOpen, continueEncoder, initialised, localeEncoding, PyTextIOWrapper, setCodec, textClosed } from './text-layout.ts'
import { readLineText, readText, seekText, tellText } from './text-read.ts'
import { flushText, writeText } from './text-write.ts'
import { untilDone } from './waiting-raw.ts'

const method = methods<PyTextIOWrapper>()

function setNewline(self: PyTextIOWrapper, value: string | undefined): void {
  if (value !== undefined && !['', '\n', '\r', '\r\n'].includes(value)) raise(ValueError, `illegal newline value: ${value}`)
  self.newline = value
  self.universal = value === undefined || value === ''
  self.translateRead = value === undefined
  self.writeNewline = value === undefined || value === '' || value === '\n' ? undefined : value
}

const NUL = '\0'

/** An argument that is a name in C, where NUL ends it. */
function nameArgument(value: Value, title: string, who: 'TextIOWrapper' | 'reconfigure', py: Thread): string | undefined {
  if (value === None) return undefined
  const text = asStr(value)
  if (text === undefined) return raise(PyTypeError, `${who}() argument '${title}' must be str or None, not ${typeOf(value).tpName}`)
  if (typeof text !== 'string') encodeBuiltin('utf-8', text, 'strict', py)
  const name = strValue(text)
  if (who === 'TextIOWrapper' && name.includes(NUL)) raise(ValueError, 'embedded null character')
  return name
}

const untilNul = (text: string): string => text.split(NUL, 1)[0] as string

function setUp(self: PyTextIOWrapper, buffer: Value, encoding: Str | undefined, errors: Value, newline: Str | undefined, lineBuffering: boolean, writeThrough: boolean, py: Thread): void {
  self.buffer = undefined
  self.detached = false
  self.errors = nameArgument(errors, 'errors', 'TextIOWrapper', py) ?? 'strict'
  setNewline(self, newline === undefined ? undefined : strValue(newline))
  if (encoding === undefined && py.interpreter.settings.flags.warnDefaultEncoding === true) warn(py, EncodingWarning, "'encoding' argument not specified", 1)
  const name = encoding === undefined ? 'locale' : strValue(encoding)
  self.encoding = name === 'locale' ? localeEncoding(py) : name
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
  inTurn(
    () => callMethod(self, 'flush', [], py),
    () => {
      pending(py).delete(self)
      callMethod(buffer, 'close', [], py)
    },
  )
}

function flag(value: Value, current: boolean, py: Thread): boolean {
  if (value === None) return current
  const int = index(value, py)
  if (BigInt.asIntN(64, BigInt(int)) !== BigInt(int)) raise(OverflowError, 'Python int too large to convert to C long')
  return int !== 0
}

function changeCodec(self: PyTextIOWrapper, name: string | undefined, errors: string | undefined, py: Thread): void {
  const before = { encoding: self.encoding, errors: self.errors }
  if (name !== undefined) self.encoding = name === 'locale' ? localeEncoding(py) : untilNul(name)
  self.errors = errors ?? (name === undefined ? self.errors : 'strict')
  try {
    setCodec(self, self.decoder !== undefined, self.encode !== undefined, py)
  } catch (caught) {
    Object.assign(self, before)
    throw caught
  }
}

function reconfigure(self: PyTextIOWrapper, encoding: Value, errors: Value, newline: Value | undefined, line: Value, through: Value, py: Thread): void {
  if ((encoding !== None || errors !== None || newline !== undefined) && self.decoder !== undefined && self.decoded !== '') {
    unsupported('It is not possible to set the encoding or newline of stream after the first read')
  }
  const ending = newline === undefined ? undefined : nameArgument(newline, 'newline', 'reconfigure', py)
  const lineBuffering = flag(line, self.lineBuffering, py)
  const writeThrough = flag(through, self.writeThrough, py)
  callMethod(self, 'flush', [], py)
  if (newline !== undefined) setNewline(self, ending === undefined ? undefined : untilNul(ending))
  const name = nameArgument(encoding, 'encoding', 'reconfigure', py)
  const handler = nameArgument(errors, 'errors', 'reconfigure', py)
  if (name !== undefined || handler !== undefined || newline !== undefined) {
    changeCodec(self, name, handler === undefined ? undefined : untilNul(handler), py)
    continueEncoder(self, py)
  }
  self.lineBuffering = lineBuffering
  self.writeThrough = writeThrough
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
        const { buffer } = initialised(self)
        return reprStream(self, py, () => {
          const mode = getAttrOrUndefined(self, narrowStr('mode'), py)
          const shown = mode === undefined ? '' : ` mode=${reprText(mode, py)}`
          return `<${self.type.tpName}${namePart(buffer, py)}${shown} encoding='${self.encoding}'>`
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
    methods: () => [
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
        return untilDone(() => readText(self, most, py), py)
      }, { waits: true }),
      method('readline(self, size: index = -1, /)', 'Read a line.', (self, most, py) => {
        checkTextOpen(self, py)
        return untilDone(() => readLineText(self, most, py), py)
      }, { waits: true }),
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
    attributes: () => ({
      encoding: { member: true, get: (self) => self.encoding === '' ? None : newStr(self.encoding) },
      buffer: { member: true, get: (self) => self.buffer ?? None },
      line_buffering: { member: true, get: (self) => self.lineBuffering },
      write_through: { member: true, get: (self) => self.writeThrough },
      name: { get: (self, py) => getAttr(bufferOf(self), narrowStr('name'), py) },
      closed: { get: (self, py) => getAttr(bufferOf(self), narrowStr('closed'), py) },
      newlines: { get: (self) => (bufferOf(self), self.decoder instanceof NewlineDecoder ? seenNewlines(self.decoder.seen) : None) },
      errors: { get: (self) => newStr(initialised(self).errors) },
      _finalizing: finalizingMember,
      _CHUNK_SIZE: {
        get: (self) => newInt(self.chunkSize),
        set(self, value, py) {
          if (value === undefined) return raise(AttributeError, 'cannot delete attribute')
          const size = sizeOf(value, py, ValueError)
          if (size <= 0) raise(ValueError, 'a strictly positive integer is required')
          self.chunkSize = size
        },
      },
    }) satisfies Record<string, Attribute<PyTextIOWrapper>> as never,
  },
)
