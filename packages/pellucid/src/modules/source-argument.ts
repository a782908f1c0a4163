// Arguments that are source or a file's name, as C modules take them.
import {
  asStr, bytesOrUndefined, PyBytes, raise, strValue, TypeError as PyTypeError, typeOf, type Thread, type Value,
} from '@pellucid/vm/machine'

/** Source text or bytes; TypeError for anything else. */
export function sourceArgument(value: Value, name: string, what: string, py: Thread): string | Uint8Array {
  const text = asStr(value)
  if (text !== undefined) return strValue(text)
  const bytes = bytesOrUndefined(value, py)
  return bytes === undefined ? raise(PyTypeError, `${name}() arg 1 must be a ${what}`) : bytes.slice()
}

/** A file's name: str, bytes or a path object. */
export function fileNameArgument(value: Value, py: Thread): string {
  const text = asStr(value)
  if (text !== undefined) return strValue(text)
  if (value instanceof PyBytes) return Array.from(value.bytes, (byte) => String.fromCharCode(byte)).join('')
  const path = py.interpreter.fsPath(value, py)
  return path ?? raise(PyTypeError, `expected str, bytes or os.PathLike object, not ${typeOf(value).tpName}`)
}
