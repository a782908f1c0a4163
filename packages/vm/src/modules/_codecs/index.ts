// _codecs: the registry, and each built-in encoding as a pair of functions that also tell how much they took.
import {
  decodeAscii, decodeBytesEscape, decodeCharmap, decodeLatin1, decodeRawUnicodeEscape, decodeUnicodeEscape, decodeUtf16, decodeUtf32,
  decodeUtf7, decodeUtf8, encodeAscii, encodeBytesEscape, encodeCharmap, encodeLatin1, encodeRawUnicodeEscape, encodeUnicodeEscape,
  encodeUtf16, encodeUtf32, encodeUtf7, encodeUtf8, type DecodeHandler, type EncodeHandler, type Endian, type Text,
} from '@pellucid/primitives'
import { newBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { newInt, None, strLength, strValue, type Str, type Value } from '../../data/values.ts'
import type { BuiltinDefinition } from '../../object/define-builtin.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { codecRegistry, decodeErrors, encodeErrors, strOf, textOf, withCodecErrors } from '../../protocols/codec-errors.ts'
import { lookupCodec, runCodec } from '../../protocols/codecs.ts'
import { DeprecationWarning, LookupError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { buildEncodingMap, decodeBy, encodeBy } from './charmap.ts'
import { builtinHandlers } from './handlers.ts'

const named = (errors: Str | undefined): string => (errors === undefined ? 'strict' : strValue(errors))

function encoded(value: Str, errors: Str | undefined, py: Thread, body: (text: Text, handler: EncodeHandler) => Uint8Array): Value {
  const bytes = withCodecErrors(value, py, () => body(textOf(value), encodeErrors(named(errors), value, py)))
  return newTuple([newBytes(bytes), newInt(strLength(value))])
}

interface Result {
  readonly text: Text
  readonly consumed: number
}
function decoded(bytes: Uint8Array, errors: Str | undefined, py: Thread, body: (handler: DecodeHandler) => Result): Value {
  const handler = decodeErrors(named(errors), bytes, py)
  let result: Result
  try {
    result = body(handler)
  } catch (caught) {
    return withCodecErrors(newBytes(bytes.slice()), py, (): never => {
      throw caught
    })
  }
  return newTuple([strOf(result.text), newInt(result.consumed)])
}

const whole = (bytes: Uint8Array, text: Text): Result => ({ text, consumed: bytes.length })

function encoder(name: string, body: (text: Text, handler: EncodeHandler) => Uint8Array): BuiltinDefinition {
  return fn(`${name}_encode(str: str, errors: cstring | None = None, /)` as 'f(str: str, errors: cstring | None = None, /)', `Encode as ${name}.`, (text, errors, py) =>
    encoded(text, errors, py, body))
}
function decoder(name: string, body: (bytes: Uint8Array, handler: DecodeHandler, final: boolean) => Result, final: 'False' | 'True' = 'False'): BuiltinDefinition {
  const signature = `${name}_decode(data: buffer, errors: cstring | None = None, final: bool = ${final}, /)`
  return fn(signature as 'f(data: buffer, errors: cstring | None = None, final: bool = False, /)', `Decode ${name}.`, (data, errors, last, py) =>
    decoded(data, errors, py, (handler) => body(data, handler, last)))
}
function wholeDecoder(name: string, body: (bytes: Uint8Array, handler: DecodeHandler) => Text): BuiltinDefinition {
  return fn(`${name}_decode(data: buffer, errors: cstring | None = None, /)` as 'f(data: buffer, errors: cstring | None = None, /)', `Decode ${name}.`, (data, errors, py) =>
    decoded(data, errors, py, (handler) => whole(data, body(data, handler))))
}

const orders: readonly (readonly [string, Endian])[] = [['', 'native'], ['_le', 'little'], ['_be', 'big']]
const orderOf = (number: number): Endian => (number === 0 ? 'native' : number < 0 ? 'little' : 'big')
const numberOf: Record<Endian, number> = { native: 0, little: -1, big: 1 }

function wide(size: 16 | 32): BuiltinDefinition[] {
  const encode = size === 16 ? encodeUtf16 : encodeUtf32
  const decode = size === 16 ? decodeUtf16 : decodeUtf32
  const made: BuiltinDefinition[] = []
  for (const [suffix, endian] of orders) {
    if (endian !== 'native') made.push(encoder(`utf_${size}${suffix}`, (text, handler) => encode(text, endian, handler)))
    made.push(decoder(`utf_${size}${suffix}`, (bytes, handler, final) => decode(bytes, endian, handler, final)))
  }
  made.push(
    fn(`utf_${size}_encode(str: str, errors: cstring | None = None, byteorder: cint = 0, /)` as 'f(str: str, errors: cstring | None = None, byteorder: cint = 0, /)',
      `Encode as UTF-${size}.`, (text, errors, order, py) => encoded(text, errors, py, (t, handler) => encode(t, orderOf(order), handler))),
    fn(`utf_${size}_ex_decode(data: buffer, errors: cstring | None = None, byteorder: cint = 0, final: bool = False, /)` as 'f(data: buffer, errors: cstring | None = None, byteorder: cint = 0, final: bool = False, /)',
      `Decode UTF-${size} and tell its byte order.`, (data, errors, order, final, py) => {
        let found: Endian = 'native'
        const pair = decoded(data, errors, py, (handler) => {
          const made = decode(data, orderOf(order), handler, final)
          found = made.endian
          return made
        }) as unknown as { items: readonly Value[] }
        return newTuple([...pair.items, newInt(numberOf[found])])
      }),
  )
  return made
}

function warnEscape(sequence: string | undefined, py: Thread): void {
  if (sequence !== undefined) warn(py, DeprecationWarning, `invalid escape sequence '${sequence}'`)
}

const escapes = [
  fn('unicode_escape_encode(str: str, errors: cstring | None = None, /)', 'Encode with escapes as in source.', (text) =>
    newTuple([newBytes(encodeUnicodeEscape(textOf(text))), newInt(strLength(text))])),
  fn('raw_unicode_escape_encode(str: str, errors: cstring | None = None, /)', 'Encode with \\u escapes.', (text) =>
    newTuple([newBytes(encodeRawUnicodeEscape(textOf(text))), newInt(strLength(text))])),
  fn('unicode_escape_decode(data: text_bytes, errors: cstring | None = None, final: bool = True, /)', 'Decode escapes as in source.', (bytes, errors, final, py) =>
    decoded(bytes, errors, py, (handler) => {
      const made = decodeUnicodeEscape(bytes, handler, final)
      warnEscape(made.invalidEscape, py)
      return made
    })),
  fn('raw_unicode_escape_decode(data: text_bytes, errors: cstring | None = None, final: bool = True, /)', 'Decode \\u escapes.', (bytes, errors, final, py) =>
    decoded(bytes, errors, py, (handler) => decodeRawUnicodeEscape(bytes, handler, final))),
  fn('escape_encode(data: bytes, errors: cstring | None = None, /)', 'Encode bytes with escapes.', (data) =>
    newTuple([newBytes(encodeBytesEscape(data.bytes)), newInt(data.bytes.length)])),
  fn('escape_decode(data: text_bytes, errors: cstring | None = None, /)', 'Decode escapes in bytes.', (bytes, errors, py) => {
    const made = faulty(() => decodeBytesEscape(bytes, named(errors)))
    warnEscape(made.invalidEscape, py)
    return newTuple([newBytes(made.bytes), newInt(bytes.length)])
  }),
  fn('readbuffer_encode(data: text_bytes, errors: cstring | None = None, /)', 'Answer the bytes of a buffer.', (bytes) =>
    newTuple([newBytes(bytes.slice()), newInt(bytes.length)])),
  fn('charmap_build(map: str, /)', 'Invert a decoding table.', (map, py) => buildEncodingMap(map, py)),
  fn('charmap_encode(str: str, errors: cstring | None = None, mapping: object = None, /)', 'Encode by a mapping.', (text, errors, mapping, py) =>
    encoded(text, errors, py, (t, handler) => (mapping === None ? encodeLatin1(t, handler) : encodeCharmap(t, encodeBy(mapping, py), handler)))),
  fn('charmap_decode(data: buffer, errors: cstring | None = None, mapping: object = None, /)', 'Decode by a mapping.', (data, errors, mapping, py) =>
    decoded(data, errors, py, (handler) =>
      whole(data, mapping === None ? decodeLatin1(data) : decodeCharmap(data, decodeBy(mapping, py), handler)))),
]

const registryFunctions = [
  fn('register(search_function: object, /)', 'Add a function that finds codecs.', (search, py) => {
    if (typeOf(search).slots.call === undefined) raise(PyTypeError, 'argument must be callable')
    codecRegistry(py).searchers.push(search)
  }),
  fn('unregister(search_function: object, /)', 'Remove a function that finds codecs.', (search, py) => {
    const { searchers, found } = codecRegistry(py)
    const at = searchers.indexOf(search)
    if (at < 0) return
    searchers.splice(at, 1)
    found.clear()
  }),
  fn('lookup(encoding: cstring, /)', 'Find a codec.', (encoding, py) => lookupCodec(strValue(encoding), py)),
  fn("encode(obj: object, encoding: cstring = 'utf-8', errors: cstring = <unrepresentable>)", 'Encode an object by a registered codec.', (object, encoding, errors, py) => {
    const name = strValue(encoding)
    return runCodec(lookupCodec(name, py), 0, object, errors === undefined ? undefined : strValue(errors), name, py)
  }, { text: "($module, /, obj, encoding='utf-8', errors='strict')" }),
  fn("decode(obj: object, encoding: cstring = 'utf-8', errors: cstring = <unrepresentable>)", 'Decode an object by a registered codec.', (object, encoding, errors, py) => {
    const name = strValue(encoding)
    return runCodec(lookupCodec(name, py), 1, object, errors === undefined ? undefined : strValue(errors), name, py)
  }, { text: "($module, /, obj, encoding='utf-8', errors='strict')" }),
  fn('register_error(errors: cstring, handler: object, /)', 'Register an error handler.', (name, handler, py) => {
    if (typeOf(handler).slots.call === undefined) raise(PyTypeError, 'handler must be callable')
    const { handlers } = codecRegistry(py)
    const text = strValue(name)
    // Registering what is there already keeps the algorithm built in.
    if (errorHandlers(py).get(text) === handler) handlers.delete(text)
    else handlers.set(text, handler)
  }),
  fn('lookup_error(name: cstring, /)', 'Find an error handler.', (name, py) => {
    const text = strValue(name)
    return codecRegistry(py).handlers.get(text) ?? errorHandlers(py).get(text) ?? raise(LookupError, `unknown error handler name '${text}'`)
  }),
]

const handlersState = '_codecs.handlers'
/** The built-in error handlers by name. */
export function errorHandlers(py: Thread): Map<string, Value> {
  let made = py.interpreter.state.get(handlersState) as Map<string, Value> | undefined
  if (made === undefined) py.interpreter.state.set(handlersState, (made = builtinHandlers()))
  return made
}

export const _codecs = defineModule('_codecs', () => ({
  doc: 'The registry of codecs, and the built-in ones.',
  functions: [
    ...registryFunctions, ...escapes,
    encoder('utf_8', (text, handler) => encodeUtf8(text, handler)),
    decoder('utf_8', (bytes, handler, final) => decodeUtf8(bytes, handler, final)),
    encoder('utf_7', (text) => encodeUtf7(text)),
    decoder('utf_7', (bytes, handler, final) => decodeUtf7(bytes, handler, final)),
    ...wide(16), ...wide(32),
    encoder('latin_1', (text, handler) => encodeLatin1(text, handler)),
    wholeDecoder('latin_1', (bytes) => decodeLatin1(bytes)),
    encoder('ascii', (text, handler) => encodeAscii(text, handler)),
    wholeDecoder('ascii', (bytes, handler) => decodeAscii(bytes, handler)),
  ],
}))
