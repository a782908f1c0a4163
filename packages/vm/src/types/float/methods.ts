// Methods of float.
import {
  floatFromHex, floatToHex, floatToInteger, floatToRatio, formatFloatSpec, roundHalfEven, roundToPlaces,
} from '@pellucid/primitives'
import { newTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import {
  asStr, bigValue, narrowStr, newFloat, newStr, None, strValue, type Int, type PyFloat, type Value,
} from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { call } from '../../protocols/call.ts'
import { encodeBuiltin } from '../../protocols/codecs.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { str } from '../../protocols/repr.ts'
import { plainFloat, truncate } from './arithmetic.ts'

const method = methods<PyFloat>()

function asText(value: Value): string {
  const text = asStr(value)
  return text === undefined ? raise(PyTypeError, 'bad argument type for built-in operation') : strValue(text)
}

const integral =
  (round: (x: number) => number) =>
  (self: PyFloat): Value =>
    faulty(() => floatToInteger(round(self.value))) as Int

function roundTo(x: number, places: number): number {
  if (!Number.isFinite(x) || x === 0 || places > 323) return x
  const rounded = roundToPlaces(x, places)
  if (!Number.isFinite(rounded)) raise(OverflowError, 'rounded value too large to represent')
  return rounded
}

export const floatMethods = [
  method('conjugate(self, /)', 'Answer the float itself: its conjugate.', plainFloat),
  method('__trunc__(self, /)', 'Answer the integral part, towards zero.', truncate),
  method('__floor__(self, /)', 'Answer the next int below.', integral(Math.floor)),
  method('__ceil__(self, /)', 'Answer the next int above.', integral(Math.ceil)),
  method(
    '__round__(self, ndigits: object = None, /)',
    'Round to an int, or to a number of decimal places; half to even.',
    (self, ndigits, py) => {
      if (ndigits === None) return faulty(() => floatToInteger(roundHalfEven(self.value))) as Int
      const places = bigValue(index(ndigits, py))
      return newFloat(roundTo(self.value, places > 400n ? 400 : places < -400n ? -400 : Number(places)))
    },
  ),
  method('as_integer_ratio(self, /)', 'Answer two ints whose ratio is exactly the float.', (self) =>
    newTuple(faulty(() => floatToRatio(self.value)) as unknown as Int[]),
  ),
  classMethod(
    'fromhex(cls, string: object, /)',
    'Read a hexadecimal floating-point number.',
    (cls, string, py) => {
      const given = asStr(string)
      if (given !== undefined && typeof given !== 'string') encodeBuiltin('utf-8', given, 'strict', py)
      const text = asText(string)
      const made = newFloat(faulty(() => floatFromHex(text)))
      return cls === typeOf(made) ? made : call(cls, [made], py)
    },
  ),
  method(
    'hex(self, /)',
    'Write as a hexadecimal floating-point number.',
    (self) => narrowStr(floatToHex(self.value)),
  ),
  method(
    'is_integer(self, /)',
    'Answer whether the float is integral.',
    (self) => Number.isInteger(self.value),
  ),
  method('__getnewargs__(self, /)', 'Help pickle.', (self) => newTuple([newFloat(self.value)])),
  classMethod(
    '__getformat__(cls, typestr: str, /)',
    'Tell how C stores doubles and floats.',
    (_cls, kind) => {
      if (kind !== 'double' && kind !== 'float') raise(
        ValueError,
        "__getformat__() argument 1 must be 'double' or 'float'",
      )
      return narrowStr('IEEE, little-endian')
    },
  ),
  method('__format__(self, format_spec: str, /)', 'Format by the mini-language.', (self, spec, py) => {
    if (spec === '') return str(self, py)
    return newStr(faulty(() => formatFloatSpec(self.value, strValue(spec), typeOf(self).name)))
  }),
]

export const floatAttributes = {
  real: { get: plainFloat, doc: 'the float itself' },
  imag: { get: (): Value => newFloat(0), doc: 'zero' },
}
