// File names as bytes: UTF-8, as the host's file system has them; what is no UTF-8 shows as U+FFFD.
import { decodeUtf8, utf16OfText } from '@pellucid/primitives'
import { PyBytes } from '../data/bytes.ts'
import { typeOf } from '../data/type.ts'
import { asStr, strValue, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** The name that a str, bytes or a path object spells. */
export function fileName(value: Value, py: Thread): string {
  const text = asStr(value)
  if (text !== undefined) return strValue(text)
  if (value instanceof PyBytes) return fileNameOfBytes(value.bytes)
  return py.interpreter.fsPath(value, py) ?? raise(PyTypeError, `expected str, bytes or os.PathLike object, not ${typeOf(value).tpName}`)
}

/** The name that bytes spell. */
export function fileNameOfBytes(bytes: Uint8Array): string {
  return utf16OfText(decodeUtf8(bytes, ({ end }) => [[0xfffd], end]).text)
}
