// Encoding and decoding: what `str.encode`, `bytes.decode`, files and the `_codecs` module share. The usual encodings
// are built in; others are looked up in the registry, which Lib's `encodings` fills.
import {
  decodeAscii, decodeLatin1, decodeUtf16, decodeUtf32, decodeUtf8, encodeAscii, encodeLatin1, encodeUtf16, encodeUtf32, encodeUtf8,
} from '@pellucid/primitives'
import { newBytes, PyByteArray, PyBytes } from '../data/bytes.ts'
import { PyBaseException } from '../data/exception.ts'
import { PyTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { asStr, narrowStr, newStr, None, type Str, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { getAttrOrUndefined } from './attributes.ts'
import { call, callMethod } from './call.ts'
import { codecRegistry, decodeErrors, encodeErrors, strOf, textOf, withCodecErrors, handlerByName } from './codec-errors.ts'
import { LookupError, TypeError as PyTypeError } from './exceptions.ts'
import { importModule } from './import-module.ts'
import { raise } from './raise.ts'
import { truth } from './truth.ts'

type BuiltinCodec = 'utf-8' | 'ascii' | 'latin-1' | 'utf-16' | 'utf-16-le' | 'utf-16-be' | 'utf-32' | 'utf-32-le' | 'utf-32-be'

const builtinCodecs: Readonly<Record<string, BuiltinCodec>> = {
  'utf-8': 'utf-8', utf8: 'utf-8', ascii: 'ascii', 'us-ascii': 'ascii', 'latin-1': 'latin-1', latin1: 'latin-1',
  'iso-8859-1': 'latin-1', 'iso8859-1': 'latin-1', 'utf-16': 'utf-16', 'utf-16-le': 'utf-16-le', 'utf-16-be': 'utf-16-be',
  'utf-32': 'utf-32', 'utf-32-le': 'utf-32-le', 'utf-32-be': 'utf-32-be',
}

/** The built-in codec of that name, if it is one. */
export function builtinCodec(encoding: string): BuiltinCodec | undefined {
  return builtinCodecs[encoding] ?? builtinCodecs[encoding.toLowerCase().replaceAll('_', '-')]
}

const endian = (codec: BuiltinCodec) => (codec.endsWith('-le') ? 'little' : codec.endsWith('-be') ? 'big' : 'native') as never

/** Encode by a built-in codec. */
export function encodeBuiltin(codec: BuiltinCodec, value: Str, errors: string, py: Thread): Uint8Array {
  const text = textOf(value)
  return withCodecErrors(value, py, () => {
    const handler = encodeErrors(errors, value, py)
    switch (codec) {
      case 'utf-8':
        return encodeUtf8(text, handler)
      case 'ascii':
        return encodeAscii(text, handler)
      case 'latin-1':
        return encodeLatin1(text, handler)
      case 'utf-16':
      case 'utf-16-le':
      case 'utf-16-be':
        return encodeUtf16(text, endian(codec), handler)
      default:
        return encodeUtf32(text, endian(codec), handler)
    }
  })
}

/** Decode by a built-in codec. */
export function decodeBuiltin(codec: BuiltinCodec, bytes: Uint8Array, errors: string, py: Thread): Str {
  const handler = decodeErrors(errors, bytes, py)
  try {
    switch (codec) {
      case 'utf-8':
        return strOf(decodeUtf8(bytes, handler).text)
      case 'ascii':
        return strOf(decodeAscii(bytes, handler))
      case 'latin-1':
        return strOf(decodeLatin1(bytes))
      case 'utf-16':
      case 'utf-16-le':
      case 'utf-16-be':
        return strOf(decodeUtf16(bytes, endian(codec), handler).text)
      default:
        return strOf(decodeUtf32(bytes, endian(codec), handler).text)
    }
  } catch (caught) {
    return withCodecErrors(newBytes(bytes.slice()), py, (): never => {
      throw caught
    })
  }
}

/** The name under which search functions are asked. */
export function normalName(encoding: string): string {
  let out = ''
  let gap = false
  for (const character of encoding) {
    if (/[A-Za-z0-9.]/.test(character)) {
      if (gap && out !== '') out += '_'
      gap = false
      out += character.toLowerCase()
    } else gap = true
  }
  return out
}

/** `codecs.lookup(encoding)`: (encoder, decoder, stream reader, stream writer). */
export function lookupCodec(encoding: string, py: Thread): PyTuple {
  const registry = codecRegistry(py)
  const name = normalName(encoding)
  const known = registry.found.get(name)
  if (known !== undefined) return known
  if (!registry.ready) {
    registry.ready = true
    importModule('encodings', py)
  }
  for (const searcher of registry.searchers) {
    const made = call(searcher, [newStr(name)], py)
    if (made === None) continue
    if (!(made instanceof PyTuple) || made.items.length !== 4) return raise(PyTypeError, 'codec search functions must return 4-tuples')
    registry.found.set(name, made)
    return made
  }
  return raise(LookupError, `unknown encoding: ${encoding}`)
}

/** A codec for text: bytes-to-bytes and str-to-str ones are refused. */
export function lookupTextCodec(encoding: string, alternative: string, py: Thread): PyTuple {
  const codec = lookupCodec(encoding, py)
  if (Object.hasOwn(codec, 'type')) {
    const flag = getAttrOrUndefined(codec, narrowStr('_is_text_encoding'), py)
    if (flag !== undefined && !truth(flag, py)) {
      raise(LookupError, `'${encoding}' is not a text encoding; use ${alternative} to handle arbitrary codecs`)
    }
  }
  return codec
}

/** Call a codec's encoder or decoder; its first result. */
export function runCodec(codec: PyTuple, place: 0 | 1, object: Value, errors: string | undefined, encoding: string, py: Thread): Value {
  const args = errors === undefined ? [object] : [object, newStr(errors)]
  let made: Value
  try {
    made = call(codec.items[place] as Value, args, py)
  } catch (caught) {
    if (caught instanceof PyBaseException) {
      callMethod(caught, 'add_note', [newStr(`${place === 0 ? 'encoding' : 'decoding'} with '${encoding}' codec failed`)], py)
    }
    throw caught
  }
  if (!(made instanceof PyTuple) || made.items.length !== 2) {
    return raise(PyTypeError, `${place === 0 ? 'encoder' : 'decoder'} must return a tuple (object, integer)`)
  }
  return made.items[0] as Value
}

const knownErrors = new Set(['strict', 'ignore', 'replace', 'surrogateescape', 'surrogatepass'])

/** In development mode names are looked up before they are needed. */
export function checkNamesInDevMode(encoding: string, errors: string | undefined, py: Thread): void {
  if (!py.interpreter.settings.flags.devMode) return
  if (builtinCodec(encoding) === undefined) lookupCodec(encoding, py)
  if (errors !== undefined && !knownErrors.has(errors)) handlerByName(errors, py)
}

/** `value.encode(encoding, errors)`. */
export function encodeStr(value: Str, encoding: string, errors: string | undefined, py: Thread): PyBytes {
  checkNamesInDevMode(encoding, errors, py)
  const builtin = builtinCodec(encoding)
  if (builtin !== undefined) return newBytes(encodeBuiltin(builtin, value, errors ?? 'strict', py))
  const made = runCodec(lookupTextCodec(encoding, 'codecs.encode()', py), 0, value, errors, encoding, py)
  if (made instanceof PyBytes) return made
  if (made instanceof PyByteArray) return newBytes(made.bytes.slice())
  return raise(
    PyTypeError,
    `'${encoding}' encoder returned '${typeOf(made).tpName}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types`,
  )
}

/** `bytes.decode(encoding, errors)`; `object` is what a codec written in Python is given. */
export function decodeBytes(bytes: Uint8Array, encoding: string, errors: string | undefined, py: Thread, object?: Value): Str {
  checkNamesInDevMode(encoding, errors, py)
  // Whatever the encoding is called.
  if (bytes.length === 0) return narrowStr('')
  const builtin = builtinCodec(encoding)
  if (builtin !== undefined) return decodeBuiltin(builtin, bytes, errors ?? 'strict', py)
  const made = runCodec(lookupTextCodec(encoding, 'codecs.decode()', py), 1, object ?? newBytes(bytes.slice()), errors, encoding, py)
  return (
    asStr(made) ??
    raise(
      PyTypeError,
      `'${encoding}' decoder returned '${typeOf(made).tpName}' instead of 'str'; use codecs.decode() to decode to arbitrary types`,
    )
  )
}
