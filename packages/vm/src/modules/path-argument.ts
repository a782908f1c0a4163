// Paths as arguments: str, bytes or anything with `__fspath__`. Inside, a path is a str whose undecodable bytes are
// surrogate escapes; the result of a call that was given bytes is bytes again.
import { newBytes, PyBytes } from '../data/bytes.ts'
import { lookup, typeOf } from '../data/type.ts'
import { asStr, newStr, None, strValue, type Value } from '../data/values.ts'
import { call } from '../protocols/call.ts'
import { decodeBuiltin, encodeBuiltin } from '../protocols/codecs.ts'
import { TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** `os.fspath(value)`: a str or bytes. */
export function fsPathOf(value: Value, py: Thread): Value {
  if (asStr(value) !== undefined || value instanceof PyBytes) return value
  const found = lookup(typeOf(value), '__fspath__')
  if (found === undefined || found === None) {
    return raise(PyTypeError, `expected str, bytes or os.PathLike object, not ${typeOf(value).tpName}`)
  }
  const get = typeOf(found).slots.descrGet
  const made = call(get === undefined ? found : get(found, value, typeOf(value), py), [], py)
  if (asStr(made) !== undefined || made instanceof PyBytes) return made
  return raise(PyTypeError, `expected ${typeOf(value).tpName}.__fspath__() to return str or bytes, not ${typeOf(made).tpName}`)
}

/** A path as text; TypeError and ValueError as the function `title` words them. */
export function pathOf(value: Value, py: Thread, title = 'path', plain = false): string {
  if (typeof value === 'string') return checked(value, title, plain)
  let direct = asStr(value)
  if (direct === undefined && !(value instanceof PyBytes)) {
    if (!plain && (lookup(typeOf(value), '__fspath__') ?? None) === None) {
      raise(PyTypeError, `${title} should be string, bytes or os.PathLike, not ${typeOf(value).tpName}`)
    }
    const made = fsPathOf(value, py)
    direct = asStr(made)
    if (direct === undefined) return checked(decodePath((made as PyBytes).bytes, py), title, plain)
  }
  if (direct !== undefined) return checked(strValue(direct), title, plain)
  return checked(decodePath((value as PyBytes).bytes, py), title, plain)
}

function checked(path: string, title: string, plain: boolean): string {
  if (path.includes('\0')) raise(ValueError, plain ? 'embedded null byte' : `${title.replace(/: .*/, '')}: embedded null character in path`)
  return path
}

export const decodePath = (bytes: Uint8Array, py: Thread): string => strValue(decodeBuiltin('utf-8', bytes, 'surrogateescape', py))

/** A path that the system gave, as the kind of object the caller passed. */
export function pathResult(path: string, like: Value | undefined, py: Thread): Value {
  return like instanceof PyBytes ? newBytes(encodeBuiltin('utf-8', newStr(path), 'surrogateescape', py)) : newStr(path)
}
