// The module's exception, formats as arguments, and packing and unpacking of Python values.
import {
  packBytes, packFloat, packInteger, parseStruct, unpackStruct, type StructField, type StructLayout, type StructValue,
} from '@pellucid/primitives'
import { call } from '../../protocols/call.ts'
import type { PyBaseException } from '../../data/exception.ts'
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, newFloat, newInt, newStr, strValue, type Value } from '../../data/values.ts'
import { BaseException, Exception, TypeError as PyTypeError, UnicodeEncodeError } from '../../protocols/exceptions.ts'
import { faulty, registerFaultClass } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { moduleException } from '../../object/module-exception.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'

export const structError = moduleException('error', [Exception], 'struct')
registerFaultClass('struct.error', structError)

export interface Format {
  readonly text: string
  readonly layout: StructLayout
  /** `?` for native float packing, which does not look for overflow. */
  readonly native: boolean
}

const known = new Map<string, Format>()
const MOST_KNOWN = 100

export function forgetFormats(): void {
  known.clear()
}

function formatText(value: Value, py: Thread): string {
  const text = asStr(value)
  if (text !== undefined) {
    const plain = strValue(text)
    const wrong = plain.search(/[^\0-\x7f]/)
    if (wrong >= 0) {
      const { length } = Array.from(/^[^\0-\x7f]+/.exec(plain.slice(wrong))?.[0] ?? '')
      const range = [newInt(wrong), newInt(wrong + length), newStr('ordinal not in range(128)')]
      throw call(UnicodeEncodeError, [newStr('ascii'), text, ...range], py) as PyBaseException
    }
    return plain
  }
  if (value instanceof PyBytes) return String.fromCharCode(...value.bytes)
  return raise(PyTypeError, `Struct() argument 1 must be a str or bytes object, not ${typeOf(value).name}`)
}

/** The layout that a format argument (str or bytes) describes. */
export function formatOf(value: Value, py: Thread): Format {
  const text = formatText(value, py)
  const found = known.get(text)
  if (found !== undefined) return found
  if (text.includes('\0')) raise(structError, 'embedded null character')
  const made = { text, layout: faulty(() => parseStruct(text)), native: !/^[=<>!]/.test(text) }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, made)
  return made
}

function integerFor(field: StructField, value: Value, py: Thread): number | bigint {
  const int = asInt(value) ?? (typeOf(value).slots.index === undefined ? undefined : index(value, py))
  if (int === undefined) return raise(structError, 'required argument is not an integer')
  // A pointer may be given as a negative int.
  return field.code === 'P' && int < 0 && int >= -0x8000_0000_0000_0000n ? newInt(BigInt.asUintN(64, BigInt(int))) : int
}

function floatFor(value: Value, py: Thread): number {
  try {
    return floatOf(value, py)
  } catch (caught) {
    if (!isRaised(caught, BaseException)) throw caught
    return raise(structError, 'required argument is not a float')
  }
}

function packOne(format: Format, field: StructField, value: Value, into: Uint8Array, at: number, py: Thread): void {
  const { layout } = format
  switch (field.code) {
    case 'c':
      if (!(value instanceof PyBytes) || value.bytes.length !== 1) raise(structError, 'char format requires a bytes object of length 1')
      into[at] = value.bytes[0] as number
      return
    case 's':
    case 'p':
      if (!(value instanceof PyBytes) && !(value instanceof PyByteArray)) {
        raise(structError, `argument for '${field.code}' must be a bytes object`)
      }
      packBytes(field, value.bytes, into, at)
      return
    case '?':
      into[at] = truth(value, py) ? 1 : 0
      return
    case 'e':
    case 'f':
    case 'd': {
      const number = floatFor(value, py)
      const fitted = field.code === 'f' && format.native ? Math.fround(number) : number
      faulty(() => packFloat(field, fitted, into, at, layout))
      return
    }
    default: {
      const int = integerFor(field, value, py)
      faulty(() => packInteger(field, int, into, at, layout))
    }
  }
}

/** Write values at a place that has room for them. */
export function packValues(format: Format, values: readonly Value[], into: Uint8Array, start: number, py: Thread): void {
  into.fill(0, start, start + format.layout.size)
  let next = 0
  for (const field of format.layout.fields) {
    for (let n = 0; n < field.count; n++) {
      packOne(format, field, values[next++] as Value, into, start + field.offset + n * field.size, py)
    }
  }
}

function toValue(item: StructValue): Value {
  if (typeof item === 'number' || typeof item === 'bigint') return newInt(item)
  if (typeof item === 'boolean') return item
  return item instanceof Uint8Array ? newBytes(item) : newFloat(item.float)
}

/** Read the tuple of values at a place. */
export function unpackValues(format: Format, bytes: Uint8Array, start: number): Value {
  return newTuple(unpackStruct(format.layout, bytes, start).map(toValue))
}
