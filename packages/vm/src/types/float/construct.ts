// float(x): `PyNumber_Float` and what it accepts.
import { parseFloatText } from '@pellucid/primitives'
import { typeOf } from '../../data/type.ts'
import { asStr, PyFloat, strValue, type Value } from '../../data/values.ts'
import { textBytes } from '../../protocols/buffer.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { askFloat, floatOfInt } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
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
  if (slots.float !== undefined) return askFloat(value, slots.float, py)
  if (slots.index !== undefined) return floatOfInt(index(value, py))
  const text = asStr(value)
  if (text !== undefined) return parse(strValue(text), value, py)
  const bytes = textBytes(value, py)
  if (bytes !== undefined) {
    const ascii = Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : '?')).join('')
    return parse(ascii, value, py)
  }
  return raise(PyTypeError, `float() argument must be a string or a real number, not '${type.tpName}'`)
}
