// Readers and writers that stand before a stream of bytes in an East Asian encoding.
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, newInt, newStr, None, strLength, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { forEach } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { decodeNext, encodeNext, resetDecoding } from './incremental.ts'
import { codecOf, errorsAttribute, noInit, PyDecoding, PyEncoding, type PyCoding } from './layouts.ts'
import { encodeBy } from './run.ts'

const strict = newStr('strict')
const streamAttribute = { get: (self: PyCoding) => self.stream, member: true }

function sizeOf(size: Value): number {
  if (size === None) return -1
  const int = asInt(size)
  return int === undefined ? raise(PyTypeError, 'arg 1 must be an integer') : Number(int)
}

/** Read until there is a character, or nothing more. */
function readText(self: PyStreamReader, name: 'read' | 'readline', size: number, py: Thread): Str {
  if (size === 0) return newStr('')
  for (let hint = size; ; hint = 1) {
    const got = callMethod(self.stream, name, hint < 0 ? [] : [newInt(hint)], py)
    if (!(got instanceof PyBytes)) {
      return raise(PyTypeError, `stream function returned a non-bytes object (${typeOf(got).tpName})`)
    }
    const ends = got.bytes.length === 0
    const nothing = ends && self.pending.length === 0
    const text = decodeNext(self, got.bytes, ends || hint < 0, py)
    if (hint < 0 || strLength(text) > 0 || nothing || ends) return text
  }
}

class PyStreamReader extends PyDecoding {}
const reader = methods<PyStreamReader>()

export const streamReaderType = defineType('_multibytecodec.MultibyteStreamReader(stream: object, errors: str = <unrepresentable>)', {
  doc: 'Reads text from a stream of bytes.',
  instance: PyStreamReader,
  subclassable: true,
  text: null,
  ...noInit,
  new: (cls, stream, errors, py) => new PyStreamReader(codecOf(cls, py), errors ?? strict, stream),
  methods: () => [
    reader('read(self, sizeobj: object = None, /)', 'Read text.', (self, size, py) => readText(self, 'read', sizeOf(size), py)),
    reader('readline(self, sizeobj: object = None, /)', 'Read a line.', (self, size, py) => readText(self, 'readline', sizeOf(size), py)),
    reader('readlines(self, sizehintobj: object = None, /)', 'Read lines.', (self, size, py) =>
      callMethod(readText(self, 'read', sizeOf(size), py), 'splitlines', [true], py),
    ),
    reader('reset(self, /)', 'Forget what waits.', resetDecoding),
  ],
  attributes: () => ({ errors: errorsAttribute as never, stream: streamAttribute }),
})

class PyStreamWriter extends PyEncoding {}
const writer = methods<PyStreamWriter>()

function writeText(self: PyStreamWriter, text: Value, py: Thread): void {
  callMethod(self.stream, 'write', [newBytes(encodeNext(self, text, false, py))], py)
}

export const streamWriterType = defineType('_multibytecodec.MultibyteStreamWriter(stream: object, errors: str = <unrepresentable>)', {
  doc: 'Writes text to a stream of bytes.',
  instance: PyStreamWriter,
  subclassable: true,
  text: null,
  ...noInit,
  new: (cls, stream, errors, py) => new PyStreamWriter(codecOf(cls, py), errors ?? strict, stream),
  methods: () => [
    writer('write(self, strobj: object, /)', 'Write text.', writeText),
    writer('writelines(self, lines: object, /)', 'Write texts.', (self, lines, py) =>
      forEach(lines, py, (line) => {
        writeText(self, line, py)
      }),
    ),
    writer('reset(self, /)', 'Write what waits.', (self, py) => {
      if (self.pending.length === 0) return
      const waiting = strOfCodePoints(self.pending)
      self.pending = []
      const { bytes } = encodeBy(self.codec, waiting, self.errorName, self.state, true, py)
      if (bytes.length > 0) callMethod(self.stream, 'write', [newBytes(bytes)], py)
    }),
  ],
  attributes: () => ({ errors: errorsAttribute as never, stream: streamAttribute }),
})
