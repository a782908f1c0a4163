// BufferedRWPair: a reader and a writer as one stream, for what cannot seek.
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { readerType, writerType } from './buffered.ts'
import { inTurn, unsupported } from './errors.ts'
import { bufferedIOBaseType } from './io-base.ts'
import { PyBufferedRWPair } from './layouts.ts'
import { newInt } from '../../data/values.ts'

const method = methods<PyBufferedRWPair>()
const half = (value: Value | undefined): Value => value ?? raise(ValueError, 'I/O operation on uninitialized object')
const readerOf = (self: PyBufferedRWPair): Value => half(self.reader)
const writerOf = (self: PyBufferedRWPair): Value => half(self.writer)

function check(raw: Value, name: 'readable' | 'writable', py: Thread): void {
  if (callMethod(raw, name, [], py) !== true) unsupported(`File or stream is not ${name}.`)
}

export const rwPairType = defineType('_io.BufferedRWPair(reader: object, writer: object, buffer_size: index = 8192, /)', {
  doc: 'A reader and a writer as one stream.',
  instance: PyBufferedRWPair, base: bufferedIOBaseType, subclassable: true,
  text: '(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)',
  allocate: (type) => withClass(new PyBufferedRWPair(), type, true),
  newRaw: (cls) => withClass(new PyBufferedRWPair(), cls, true),
  init(self: PyBufferedRWPair, reader, writer, size, py) {
    check(reader, 'readable', py)
    check(writer, 'writable', py)
    self.reader = call(readerType, [reader, newInt(size)], py)
    self.writer = call(writerType, [writer, newInt(size)], py)
  },
  methods: () => [
    ...(['read', 'peek', 'read1', 'readinto', 'readinto1'] as const).map((name) =>
      method(`${name}(self, /, *args)` as 'read(self, /, *args)', 'As the reader does.', (self, args, py) => callMethod(readerOf(self), name, args, py), { text: null })),
    method('write(self, /, *args)', 'As the writer does.', (self, args, py) => callMethod(writerOf(self), 'write', args, py), { text: null }),
    method('flush(self, /)', 'Flush the writer.', (self, py) => callMethod(writerOf(self), 'flush', [], py)),
    method('readable(self, /)', 'Tell whether it can be read.', (self, py) => callMethod(readerOf(self), 'readable', [], py)),
    method('writable(self, /)', 'Tell whether it can be written.', (self, py) => callMethod(writerOf(self), 'writable', [], py)),
    method('close(self, /)', 'Close both.', (self, py) => {
      inTurn(() => callMethod(writerOf(self), 'close', [], py), () => callMethod(readerOf(self), 'close', [], py))
    }),
    method('isatty(self, /)', 'Tell whether one is a terminal.', (self, py) =>
      truth(callMethod(writerOf(self), 'isatty', [], py), py) || truth(callMethod(readerOf(self), 'isatty', [], py), py)),
  ] as BuiltinDefinition[],
  attributes: () => ({
    closed: {
      get: (self: PyBufferedRWPair, py: Thread) => (self.writer === undefined ? None : getAttr(self.writer, narrowStr('closed'), py)),
    } as never,
  }),
})
