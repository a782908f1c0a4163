// Methods of int.
import {
  bitCount, bitLength, formatIntegerSpec, integerFromBytes, integerToBytes, power, type ByteOrder,
} from '@pellucid/primitives'
import { newBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import {
  bigValue, newInt, newStr, smallInt, strValue, type Int, type Str, type Value,
} from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { call } from '../../protocols/call.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { str } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { bytesOfObject } from '../bytes/construct.ts'
import { plainInt } from './arithmetic.ts'

const method = methods<Value>()

function byteOrder(order: Str): ByteOrder {
  if (order === 'big' || order === 'little') return order as ByteOrder
  return raise(ValueError, "byteorder must be either 'little' or 'big'")
}

/** To a multiple of 10^places, half to even. */
function roundToTens(value: Int, places: Int): Int {
  if (typeof places !== 'number' || places > bitLength(value)) return smallInt(0)
  const unit = BigInt(power(10, places))
  const n = bigValue(value)
  const size = n < 0n ? -n : n
  let quotient = size / unit
  const twice = (size - quotient * unit) * 2n
  if (twice > unit || (twice === unit && (quotient & 1n) === 1n)) quotient += 1n
  return newInt(n < 0n ? -quotient * unit : quotient * unit)
}

/** `format(value, spec)` of an int; an empty spec of a subclass or bool is its str. */
function format(self: Value, spec: Str, py: Thread): Value {
  if (spec === '') return str(self, py)
  return newStr(faulty(() => formatIntegerSpec(plainInt(self), strValue(spec), typeOf(self).name)))
}

/** Bytes of memory of the int in CPython: 30-bit digits after a header. */
const sizeOf = (value: Int): Int => newInt(24 + 4 * Math.max(1, Math.ceil(bitLength(value) / 30)))

export const intMethods = [
  method('conjugate(self, /)', 'Answer the int itself: its conjugate.', plainInt),
  method(
    'bit_length(self, /)',
    'Answer the number of bits of the absolute value.',
    (self) => newInt(bitLength(plainInt(self))),
  ),
  method('bit_count(self, /)', 'Answer the number of ones among the bits of the absolute value.', (self) =>
    newInt(bitCount(plainInt(self))),
  ),
  method(
    "to_bytes(self, /, length: index = 1, byteorder: str = 'big', *, signed: bool = False)",
    'Answer the int as that many bytes; OverflowError when they are too few.',
    (self, length, order, signed) => {
      const checked = byteOrder(order)
      if (length < 0) raise(ValueError, 'length argument must be non-negative')
      return newBytes(faulty(() => integerToBytes(plainInt(self), length, checked, signed)))
    },
  ),
  classMethod(
    "from_bytes(cls, /, bytes: object, byteorder: str = 'big', *, signed: bool = False)",
    'Answer the int that bytes spell.',
    (cls, bytes, order, signed, py) => {
      const checked = byteOrder(order)
      const made = integerFromBytes(bytesOfObject(bytes, py), checked, signed) as Int
      return cls === typeOf(made) ? made : call(cls, [made], py)
    },
    { text: "($type, /, bytes, byteorder='big', *, signed=False)" },
  ),
  method(
    'as_integer_ratio(self, /)',
    'Answer the int and 1.',
    (self) => newTuple([plainInt(self), smallInt(1)]),
  ),
  method('__trunc__(self, /)', 'Answer the int itself.', plainInt),
  method('__floor__(self, /)', 'Answer the int itself.', plainInt),
  method('__ceil__(self, /)', 'Answer the int itself.', plainInt),
  method(
    '__round__(self, ndigits: object = <unrepresentable>, /)',
    'Round to a multiple of a power of ten when ndigits is negative.',
    (self, ndigits, py) => {
      if (ndigits === undefined) return plainInt(self)
      const places = index(ndigits, py)
      return places >= 0 ? plainInt(self) : roundToTens(plainInt(self), newInt(-bigValue(places)))
    },
  ),
  method('__getnewargs__(self, /)', 'Help pickle.', (self) => newTuple([plainInt(self)])),
  method('__format__(self, format_spec: str, /)', 'Format by the mini-language.', format),
  method(
    '__sizeof__(self, /)',
    'Answer the memory that the object takes, in bytes.',
    (self) => sizeOf(plainInt(self)),
  ),
  method('is_integer(self, /)', 'Answer True: for duck typing with float.', () => true),
]

export const intAttributes = {
  real: { get: plainInt, doc: 'the int itself' },
  imag: { get: (): Value => smallInt(0), doc: 'zero' },
  numerator: { get: plainInt, doc: 'the int itself' },
  denominator: { get: (): Value => smallInt(1), doc: 'one' },
}
