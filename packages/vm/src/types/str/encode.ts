// str.encode, and str(bytes, encoding).
import { typeOf } from '../../data/type.ts'
import { asStr, strValue, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { textBytes } from '../../protocols/buffer.ts'
import { decodeBytes, encodeStr } from '../../protocols/codecs.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { own } from './text.ts'

/** JavaScript text of an encoding's or handler's name. */
export const codecName = (name: Str | undefined): string | undefined => (name === undefined ? undefined : strValue(name))

/** `str(object, encoding, errors)` */
export function decodeObject(object: Value, encoding: Str | undefined, errors: Str | undefined, py: Thread): Str {
  if (asStr(object) !== undefined) raise(PyTypeError, 'decoding str is not supported')
  const bytes = textBytes(object, py)
  if (bytes === undefined) {
    return raise(PyTypeError, `decoding to str: need a bytes-like object, ${typeOf(object).tpName} found`)
  }
  return decodeBytes(bytes, codecName(encoding) ?? 'utf-8', codecName(errors), py, object)
}

export const encodeMethod = methods<Value>()(
  "encode(self, /, encoding: cstring = 'utf-8', errors: cstring = 'strict')",
  'Answer the bytes of the text in an encoding.',
  (self, encoding, errors, py) => encodeStr(own(self), codecName(encoding) as string, codecName(errors), py),
)
