// bytes % arguments (PEP 461). Works on Latin-1 text, one character a byte.
import {
  parsePercent, percentFloat, percentInteger, percentPad, stringOfUnits, unsupportedConversion,
} from '@pellucid/primitives'
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { PyBaseException } from '../../data/exception.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, PyFloat, type Value } from '../../data/values.ts'
import { ascii } from '../../protocols/ascii.ts'
import { copyOfBuffer } from './construct.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { PercentArguments, percentInt, resolveField, type ResolvedField } from '../percent-arguments.ts'

const latin1Bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

function contents(value: Value, py: Thread): string {
  const direct = value instanceof PyBytes || value instanceof PyByteArray ? value.bytes : undefined
  if (direct !== undefined) return stringOfUnits(direct)
  const method = lookupSpecial(value, '__bytes__', py)
  if (method !== undefined) {
    const made = call(method, [], py)
    if (made instanceof PyBytes) return stringOfUnits(made.bytes)
    return raise(PyTypeError, `__bytes__ returned non-bytes (type ${typeOf(made).tpName})`)
  }
  const bytes = copyOfBuffer(value, py)
  if (bytes !== undefined) return stringOfUnits(bytes)
  const name = typeOf(value).tpName
  return raise(
    PyTypeError,
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${name}'`,
  )
}

function character(value: Value, py: Thread): string {
  if ((value instanceof PyBytes || value instanceof PyByteArray) && value.bytes.length === 1) return stringOfUnits(value.bytes)
  if (asInt(value) === undefined && (typeof value === 'string' || typeOf(value).slots.index === undefined)) {
    raise(PyTypeError, '%c requires an integer in range(256) or a single byte')
  }
  const byte = index(value, py)
  if (byte < 0 || byte > 255) raise(OverflowError, '%c arg not in range(256)')
  return String.fromCharCode(Number(byte))
}

function double(value: Value, py: Thread): number {
  if (value instanceof PyFloat) return value.value
  try {
    return floatOf(value, py)
  } catch (caught) {
    // Whatever `__float__` raised.
    if (!(caught instanceof PyBaseException)) throw caught
    return raise(PyTypeError, `float argument required, not ${typeOf(value).tpName}`)
  }
}

function convert({ field, width, precision }: ResolvedField, value: Value, py: Thread): string {
  switch (field.type) {
    case 's':
    case 'b':
      return percentPad(contents(value, py).slice(0, precision), field, width, false)
    case 'r':
    case 'a':
      return percentPad(ascii(reprText(value, py)).slice(0, precision), field, width, false)
    case 'c':
      return percentPad(character(value, py), field, width, false)
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return percentPad(
        percentInteger(percentInt(value, field.type === 'i' ? 'd' : field.type, py), field.type, field.alternate, precision),
        field,
        width,
        true,
      )
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return percentPad(
        percentFloat(double(value, py), field.type, field.alternate, precision),
        field,
        width,
        true,
      )
    default:
      // A C char is negative above 127, which is what the message is made of.
      if (field.type > '\x7f') raise(OverflowError, 'character argument not in range(0x110000)')
      throw unsupportedConversion(field)
  }
}

const isText = (value: Value): boolean => value instanceof PyBytes || value instanceof PyByteArray || asStr(value) !== undefined

/** `format % given` */
export function percentBytes(format: Uint8Array, given: Value, py: Thread): Uint8Array {
  const args = new PercentArguments(given, isText)
  let out = ''
  try {
    for (const piece of parsePercent(stringOfUnits(format), args.source('prec', (key) => newBytes(latin1Bytes(key)), py))) {
      if (typeof piece === 'string') out += piece
      else out += convert(resolveField(piece), args.next(), py)
    }
  } catch (caught) {
    raiseFault(caught)
  }
  args.finish('bytes')
  return latin1Bytes(out)
}
