// decimal.Decimal: construction, text, and the table of its methods.
import { newTuple } from '../../data/sequences.ts'
import { PyComplex } from '../../data/complex.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { narrowStr, newInt, smallInt, type Str, type Value } from '../../data/values.ts'
import { classMethod, methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { genericGetAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import type { Thread } from '../../thread.ts'
import { Rounding } from './arithmetic/limits.ts'
import { copyOf, finite, INFINITE, NAN, PyDecimal, SNAN } from './arithmetic/number.ts'
import { digitsOf, scientificText } from './arithmetic/text.ts'
import { exactDecimal, ofFloat } from './convert.ts'
import { contextArgument, currentContext } from './current.ts'
import { decimalOperations } from './decimal-operations.ts'
import { formatDecimal } from './format.ts'
import { hashDecimal, numberSlots, richcompare, round, toDouble, toInteger, toRatio } from './numbers.ts'
import { decimalState } from './state.ts'

const str = (self: PyDecimal, py: Thread): Str => narrowStr(scientificText(self, currentContext(py).capitals))

/** (sign, digits, exponent), as a named tuple. */
function asTuple(self: PyDecimal, py: Thread): Value {
  const digits = self.kind === INFINITE ? [smallInt(0)] : Array.from(digitsOf(self), (digit) => smallInt(Number(digit)))
  const exponent =
    self.kind === INFINITE
      ? narrowStr('F')
      : self.kind === NAN
        ? narrowStr('n')
        : self.kind === SNAN
          ? narrowStr('N')
          : newInt(self.exp)
  return call(decimalState(py).decimalTuple, [smallInt(self.sign), newTuple(digits), exponent], py)
}

/** C's size: four words of 19 digits have room in the object itself. */
function sizeOf(self: PyDecimal): Value {
  const words = Math.ceil(self.digits / 19)
  return smallInt(104 + (words > 4 ? 8 * words : 0))
}

function specialMethods(): BuiltinDefinition[] {
  const method = methods<PyDecimal>()
  return [
    classMethod('from_float(cls, f: object, /)', 'The exact value of a float.', (cls, f, py) => {
      const made = ofFloat(f)
      return cls === made.type ? made : call(cls, [made], py)
    }, { text: '($type, f, /)' }),
    method('as_tuple(self, /)', 'Sign, digits and exponent.', asTuple),
    method('as_integer_ratio(self, /)', 'Numerator and denominator in lowest terms.', toRatio),
    method('__copy__(self, /)', 'The Decimal itself.', (self) => self),
    method('__deepcopy__(self, object: object, /)', 'The Decimal itself.', (self) => self),
    method(
      '__format__(self, spec: object, override: object = <unrepresentable>, /)',
      'Format by the mini-language.',
      (self, spec, override, py) => formatDecimal(self, spec, override, py),
      { text: null, errorName: '' },
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => newTuple([typeOf(self), newTuple([str(self, py)])])),
    method('__round__(self, ndigits: object = <unrepresentable>, /)', 'Round to an int, or to decimal places.', round, {
      text: null,
      errorName: '',
    }),
    method('__ceil__(self, /)', 'The next int above.', (self, py) => toInteger(self, Rounding.CEILING, py)),
    method('__floor__(self, /)', 'The next int below.', (self, py) => toInteger(self, Rounding.FLOOR, py)),
    method('__trunc__(self, /)', 'The integral part.', (self, py) => toInteger(self, Rounding.DOWN, py)),
    method('__complex__(self, /)', 'The complex number.', (self) => new PyComplex(toDouble(self), 0)),
    method('__sizeof__(self, /)', 'Size of the object in memory, in bytes.', sizeOf),
  ]
}

/** The class; one for all interpreters. */
export function defineDecimal(): PyType {
  const type: PyType = defineType('decimal.Decimal(value: object = "0", context: object = None)', {
    doc: 'A decimal number: exact as it is written, rounded where a context says.',
    instance: PyDecimal,
    subclassable: true,
    errorName: '',
    new(cls, value, context, py) {
      const made = exactDecimal(value, contextArgument(context, py), py)
      return cls === type && made.type === type ? made : copyOf(made)
    },
    slots: {
      repr: (self: PyDecimal, py) => narrowStr(`Decimal('${scientificText(self, currentContext(py).capitals)}')`),
      str,
      hash: hashDecimal,
      getattro: genericGetAttr,
      richcompare,
      ...numberSlots,
    },
    methods: () => [...decimalOperations(), ...specialMethods()],
    attributes: () => ({
      real: { get: (self) => self },
      imag: { get: () => finite(0, 0, 0) },
    }),
    constants: () => ({ __module__: narrowStr('decimal') }),
  })
  return type
}
