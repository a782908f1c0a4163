// _multibytecodec, and the modules _codecs_cn … _codecs_tw that name the East Asian codecs. The tables are read when a
// codec is used.
import { eastAsianCodec, type EastAsianCodec } from '@pellucid/primitives/east-asian'
import { newBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { asStr, newInt, strLength, strValue, type Str, type Value } from '../../data/values.ts'
import { fn, methods } from '../../object/define-builtin.ts'
import { defineModule, type ModuleFactory } from '../../object/define-module.ts'
import { defineType } from '../../object/define-type.ts'
import { LookupError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { str } from '../../protocols/repr.ts'
import { incrementalDecoderType, incrementalEncoderType } from './incremental.ts'
import { newState, PyMultibyteCodec } from './layouts.ts'
import { decodeBy, encodeBy } from './run.ts'
import { streamReaderType, streamWriterType } from './streams.ts'

const method = methods<PyMultibyteCodec>()

defineType('_multibytecodec.MultibyteCodec', {
  doc: 'An East Asian encoding.',
  instance: PyMultibyteCodec,
  methods: () => [
    method('encode(self, /, input: object, errors: cstring | None = None)', 'Encode text; answers the bytes and the length of the text.', (self, input, errors, py) => {
      const text = asStr(input) ?? (asStr(str(input, py)) as Str)
      const { bytes } = encodeBy(self, text, errors === undefined ? 'strict' : strValue(errors), newState(self.codec, false), true, py)
      return newTuple([newBytes(bytes), newInt(strLength(text))])
    }),
    method('decode(self, /, input: buffer, errors: cstring | None = None)', 'Decode bytes; answers the text and the number of bytes.', (self, input, errors, py) => {
      const { text } = decodeBy(self, input.slice(), errors === undefined ? 'strict' : strValue(errors), newState(self.codec, true), true, py)
      return newTuple([text, newInt(input.length)])
    }),
  ],
})

export const _multibytecodec = defineModule('_multibytecodec', () => ({
  doc: 'What the East Asian codecs share.',
  types: [incrementalEncoderType, incrementalDecoderType, streamReaderType, streamWriterType],
}))

function getCodec(names: readonly string[], encoding: Value): PyMultibyteCodec {
  const text = asStr(encoding)
  if (text === undefined) return raise(PyTypeError, 'encoding name must be a string.')
  const name = strValue(text)
  if (!names.includes(name)) raise(LookupError, 'no such codec is supported.')
  return new PyMultibyteCodec(name, eastAsianCodec(name) as EastAsianCodec)
}

function family(module: string, names: readonly string[]): ModuleFactory {
  return defineModule(module, () => ({
    doc: 'East Asian codecs.',
    functions: [fn('getcodec(encoding: object, /)', 'The codec of that name.', (encoding) => getCodec(names, encoding), { text: null })],
  }))
}

export const _codecs_cn = family('_codecs_cn', ['gb2312', 'gbk', 'gb18030', 'hz'])
export const _codecs_hk = family('_codecs_hk', ['big5hkscs'])
export const _codecs_iso2022 = family('_codecs_iso2022', [
  'iso2022_kr', 'iso2022_jp', 'iso2022_jp_1', 'iso2022_jp_2', 'iso2022_jp_2004', 'iso2022_jp_3', 'iso2022_jp_ext',
])
export const _codecs_jp = family('_codecs_jp', [
  'shift_jis', 'cp932', 'euc_jp', 'shift_jis_2004', 'euc_jis_2004', 'euc_jisx0213', 'shift_jisx0213',
])
export const _codecs_kr = family('_codecs_kr', ['euc_kr', 'cp949', 'johab'])
export const _codecs_tw = family('_codecs_tw', ['big5', 'cp950'])
