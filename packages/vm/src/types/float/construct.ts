// float(x): `PyNumber_Float` and what it accepts.
import { parseFloatText } from '@pellucid/primitives'
import { newBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, PyFloat, strValue, type Value } from '../../data/values.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { DeprecationWarning, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { floatOfInt } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'

function parse(text: string, shown: Value, py: Thread): number {
  try {
    return parseFloatText(text, () => reprText(shown, py))
  } catch (caught) {
    return raiseFault(caught)
  }
}

/** `float(value)` */
export function floatFrom(value: Value, py: Thread): number {
  const type = typeOf(value)
  if (value instanceof PyFloat && !Object.hasOwn(value, 'type')) return value.value
  const { slots } = type
  if (slots.float !== undefined) {
    const made = slots.float(value, py)
    if (!(made instanceof PyFloat)) return raise(
      PyTypeError,
      `${type.tpName}.__float__ returned non-float (type ${typeOf(made).tpName})`,
    )
    if (Object.hasOwn(made, 'type')) {
      warn(
        py,
        DeprecationWarning,
        `${type.tpName}.__float__ returned non-float (type ${made.type.tpName}).  The ability to return an instance of a ` +
          'strict subclass of float is deprecated, and may not be supported in a future version of Python.',
      )
    }
    return made.value
  }
  if (slots.index !== undefined) return floatOfInt(index(value, py))
  const text = asStr(value)
  if (text !== undefined) return parse(strValue(text), text, py)
  const bytes = bytesOrUndefined(value, py)
  if (bytes !== undefined) {
    const ascii = Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : '?')).join('')
    return parse(ascii, newBytes(bytes.slice()), py)
  }
  return raise(PyTypeError, `float() argument must be a string or a real number, not '${type.tpName}'`)
}
