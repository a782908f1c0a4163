// What each converter of a signature does with an argument (the names are those of `Converters`).
import { PyByteArray, PyBytes } from '../data/bytes.ts'
import { PyCode } from '../data/code.ts'
import { PyDict } from '../data/dict.ts'
import { PyFrame } from '../data/frame.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { PyType, typeOf } from '../data/type.ts'
import { asInt, asStr, bigValue, codePointsOf, None, PyFloat, strValue, type Value } from '../data/values.ts'
import { bytesOf } from '../protocols/buffer.ts'
import { isCallable } from '../protocols/call.ts'
import { fileName } from '../protocols/file-name.ts'
import { encodeBuiltin } from '../protocols/codecs.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { fileOffset, index, signedInt, size, sizeArgument } from '../protocols/index-number.ts'
import { sliceIndex } from '../protocols/slice-indices.ts'
import { iterate, toArray } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import { truth } from '../protocols/truth.ts'
import { floatOf } from '../protocols/float-number.ts'
import type { Thread } from '../thread.ts'
import type { Converters } from './signature.ts'

export interface ConversionContext {
  /** The function, for messages. */
  readonly name: string
  /** `argument 1`, `argument 'sep'`. */
  readonly label: string
  readonly nullable: boolean
}

type Conversions = {
  [Name in keyof Converters]: (value: Value, at: ConversionContext, py: Thread) => Converters[Name]
}

function mismatch(expected: string, value: Value, at: ConversionContext): never {
  const found = value === None ? 'None' : typeOf(value).tpName
  return raise(PyTypeError, `${at.name}() ${at.label} must be ${expected}${at.nullable ? ' or None' : ''}, not ${found}`)
}

/** By name; a missing converter does not compile. */
export const converters: Conversions = {
  object: (value) => value,
  int: (value, _, py) => index(value, py),
  index(value, { nullable }, py) {
    if (!nullable) return sizeArgument(value, py)
    if (typeof value !== 'number' && typeOf(value).slots.index === undefined) {
      raise(PyTypeError, `argument should be integer or None, not '${typeOf(value).tpName}'`)
    }
    return size(value, py)
  },
  exactsize: (value, _, py) => sizeArgument(asInt(value) ?? raise(PyTypeError, 'an integer is required'), py),
  position: (value, _, py) => (value === None ? 0 : sliceIndex(value, py)),
  cint(value, _, py) {
    const int = asInt(value) ?? index(value, py)
    if (int > 0x7fff_ffff || int < -0x8000_0000) raise(OverflowError, 'Python int too large to convert to C int')
    return Number(int)
  },
  signed: (value, _, py) => (typeof value === 'number' && value === (value | 0) ? value : signedInt(value, py)),
  longlong: (value, _, py) => bigValue(index(value, py)),
  offset: (value, _, py) => fileOffset(value, py),
  bool: (value, _, py) => truth(value, py),
  float: (value, _, py) => (value instanceof PyFloat ? value.value : floatOf(value, py)),
  str: (value, at) => asStr(value) ?? mismatch('str', value, at),
  cstring(value, at, py) {
    const text = asStr(value) ?? mismatch('str', value, at)
    if (strValue(text).includes('\0')) raise(ValueError, 'embedded null character')
    if (typeof text !== 'string') encodeBuiltin('utf-8', text, 'strict', py)
    return text
  },
  filename: (value, _, py) => fileName(value, py),
  char(value, at) {
    const text = asStr(value)
    if (text === undefined) return mismatch('a unicode character', value, at)
    const points = codePointsOf(text)
    if (points.length !== 1) return mismatch('a unicode character', value, at)
    return points[0] as number
  },
  bytes: (value, at) => (value instanceof PyBytes ? value : mismatch('bytes', value, at)),
  bytearray: (value, at) => (value instanceof PyByteArray ? value : mismatch('bytearray', value, at)),
  buffer: (value, _, py) => bytesOf(value, py),
  text_bytes(value, _, py) {
    const text = asStr(value)
    return text === undefined ? bytesOf(value, py) : encodeBuiltin('utf-8', text, 'strict', py)
  },
  iterator: (value, _, py) => iterate(value, py),
  items: (value, _, py) => toArray(value, py),
  callable: (value, at) => (isCallable(value) ? value : mismatch('callable', value, at)),
  code: (value, at) => (value instanceof PyCode ? value : mismatch('code', value, at)),
  frame: (value, at) => (value instanceof PyFrame ? value : mismatch('frame', value, at)),
  type: (value, at) => (value instanceof PyType ? value : mismatch('type', value, at)),
  tuple: (value, at) => (value instanceof PyTuple ? value : mismatch('tuple', value, at)),
  list: (value, at) => (value instanceof PyList ? value : mismatch('list', value, at)),
  dict: (value, at) => (value instanceof PyDict ? value : mismatch('dict', value, at)),
}
