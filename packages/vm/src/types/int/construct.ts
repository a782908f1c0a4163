// int(x) and int(text, base): `PyNumber_Long` and what it accepts.
import { parseInteger } from '@pellucid/primitives'
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { newBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, PyIntInstance, strValue, type Int, type Str, type Value } from '../../data/values.ts'
import { textBytes } from '../../protocols/buffer.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { DeprecationWarning, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'

function parse(text: string, base: number, shown: Value, py: Thread): Int {
  try {
    return parseInteger(text, base, () => reprText(shown, py)) as Int
  } catch (caught) {
    return raiseFault(caught)
  }
}

/** `text` is what `value` says; a subclass of str may show itself otherwise. */
function intOfText(text: Str, base: number, value: Value, py: Thread): Int {
  return parse(strValue(text), base, value, py)
}

/** Only ASCII counts in bytes: anything else is replaced by what no number contains. */
function asciiText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : '?'
  return text
}

function intOfBytes(bytes: Uint8Array, base: number, py: Thread): Int {
  return parse(asciiText(bytes), base, newBytes(bytes.slice()), py)
}

/** `int(value)` */
export function intOf(value: Value, py: Thread): Int {
  if (typeof value === 'number' || typeof value === 'bigint') return value as Int
  const { slots } = typeOf(value)
  if (slots.int !== undefined) {
    const made = slots.int(value, py)
    const int = asInt(made)
    if (int === undefined) return raise(PyTypeError, `__int__ returned non-int (type ${typeOf(made).tpName})`)
    if (made instanceof PyIntInstance || typeof made === 'boolean') {
      warn(
        py,
        DeprecationWarning,
        `__int__ returned non-int (type ${typeOf(made).tpName}).  The ability to return an instance of a strict ` +
          'subclass of int is deprecated, and may be removed in a future version of Python.',
      )
    }
    return int
  }
  if (slots.index !== undefined) return index(value, py)
  const truncate = lookupSpecial(value, '__trunc__', py)
  if (truncate !== undefined) return truncated(truncate, py)
  const text = asStr(value)
  if (text !== undefined) return intOfText(text, 10, value, py)
  const bytes = textBytes(value, py)
  if (bytes !== undefined) return intOfBytes(bytes, 10, py)
  const name = typeOf(value).tpName
  return raise(
    PyTypeError,
    `int() argument must be a string, a bytes-like object or a real number, not '${name}'`,
  )
}

function truncated(method: Value, py: Thread): Int {
  warn(py, DeprecationWarning, 'The delegation of int() to __trunc__ is deprecated.')
  const made = call(method, [], py)
  const int = asInt(made)
  if (int !== undefined) return int
  if (typeOf(made).slots.index === undefined) {
    raise(PyTypeError, `__trunc__ returned non-Integral (type ${typeOf(made).tpName})`)
  }
  return index(made, py)
}

/** `int(value, base)` */
export function intOfBase(value: Value, base: Value, py: Thread): Int {
  const wanted = index(base, py)
  if (typeof wanted !== 'number' || (wanted !== 0 && wanted < 2) || wanted > 36) {
    raise(ValueError, 'int() base must be >= 2 and <= 36, or 0')
  }
  const text = asStr(value)
  if (text !== undefined) return intOfText(text, wanted as number, value, py)
  if (value instanceof PyBytes || value instanceof PyByteArray) return intOfBytes(value.bytes, wanted as number, py)
  return raise(PyTypeError, "int() can't convert non-string with explicit base")
}
