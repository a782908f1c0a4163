// The arithmetic under _decimal without a module around it: numbers, limits and CPython 3.13's answers. The module as
// Python sees it, and random operands, are in corpus/programs/decimal_module.py and decimal_random.py.
import { describe, expect, it } from 'vitest'
import { MemoryError } from '../../src/protocols/exceptions.ts'
import { isRaised } from '../../src/protocols/raise.ts'
import { add, subtract } from '../../src/modules/_decimal/arithmetic/add.ts'
import { countDigits, countNear, dropDigits, Rest, stickyCut, trailingZeros } from '../../src/modules/_decimal/arithmetic/digits.ts'
import { divide, remainderNear } from '../../src/modules/_decimal/arithmetic/divide.ts'
import { commonLogarithm, exponential, naturalLogarithm } from '../../src/modules/_decimal/arithmetic/elementary.ts'
import { Condition, Rounding, widest, type Limits } from '../../src/modules/_decimal/arithmetic/limits.ts'
import { multiply } from '../../src/modules/_decimal/arithmetic/multiply.ts'
import { finite, type PyDecimal } from '../../src/modules/_decimal/arithmetic/number.ts'
import { power } from '../../src/modules/_decimal/arithmetic/power.ts'
import { quantize } from '../../src/modules/_decimal/arithmetic/quantize.ts'
import { squareRoot } from '../../src/modules/_decimal/arithmetic/root.ts'
import { engineeringText, readDecimal, scientificText } from '../../src/modules/_decimal/arithmetic/text.ts'

const limits = (prec: number | bigint, changes: Partial<Limits> = {}): Limits => ({
  prec, emax: 999999, emin: -999999, rounding: Rounding.HALF_EVEN, clamp: false, status: 0, ...changes,
})
const number = (text: string): PyDecimal => readDecimal(text, widest())
const INEXACT = Condition.INEXACT | Condition.ROUNDED

describe('digits', () => {
  it('counts on both sides of every power of ten', () => {
    for (let n = 1; n < 700; n++) {
      const power = 10n ** BigInt(n)
      const [below, at] = n < 16 ? [Number(power - 1n), Number(power)] : [power - 1n, power]
      expect([countDigits(below), countDigits(at)]).toEqual([n, n + 1])
      expect([countNear(below, n), countNear(below, n + 1), countNear(at, n + 1), countNear(at, n + 4)]).toEqual([n, n, n + 1, n + 1])
      expect(trailingZeros(at)).toBe(n)
    }
  })

  it('tells what it cuts off', () => {
    const rests = [['1200', 2], ['1249', 2], ['1250', 2], ['1251', 2], ['9', 1], ['5', 1], ['4', 1], ['5', 2]] as const
    expect(rests.map(([text, n]) => dropDigits(number(text), n))).toEqual([
      Rest.NONE, Rest.BELOW, Rest.HALF, Rest.ABOVE, Rest.ABOVE, Rest.HALF, Rest.BELOW, Rest.BELOW,
    ])
    expect(rests.map(([text, n]) => dropDigits(number(`${text}${'0'.repeat(40)}`), n + 40))).toEqual([
      Rest.NONE, Rest.BELOW, Rest.HALF, Rest.ABOVE, Rest.ABOVE, Rest.HALF, Rest.BELOW, Rest.BELOW,
    ])
  })
})

describe('a cut that sticks', () => {
  it.each([
    ['1234', 2, '121'],
    ['1200', 2, '120'],
    ['1234', 4, '1'],
    ['9', 7, '1'],
    ['12345678901234567890123400000000000000000000', 20, '1234567890123456789012340'],
    ['12345678901234567890123400000000000000000001', 20, '1234567890123456789012341'],
    ['12345678901234567890123400000000010000000000', 20, '1234567890123456789012341'],
    [`${2n ** 70n}`, 20, '111'],
  ])('%s without %d digits', (text, n, cut) => {
    const { coeff, digits } = number(text)
    expect(String(stickyCut(coeff, digits, n))).toBe(cut)
  })
})

describe('text', () => {
  it.each([
    ['-0', '-0', '-0'],
    ['1.50', '1.50', '1.50'],
    ['12345E-10', '0.0000012345', '0.0000012345'],
    ['1E-7', '1E-7', '100E-9'],
    ['123E+7', '1.23E+9', '1.23E+9'],
    ['0E+2', '0E+2', '0.0E+3'],
    ['1e999999999999999999', '1E+999999999999999999', '1E+999999999999999999'],
    ['-nan0012', '-NaN12', '-NaN12'],
    ['+iNf', 'Infinity', 'Infinity'],
  ])('%s', (text, scientific, engineering) => {
    expect(scientificText(number(text), true)).toBe(scientific)
    expect(engineeringText(number(text), true)).toBe(engineering)
  })

  it.each(['', '.', '1.2.3', '1e', 'e5', 'infinit', 'nan1.5', '１'])('refuses %s', (text) => {
    const at = widest()
    expect([readDecimal(text, at).kind > 1, at.status]).toEqual([true, Condition.CONVERSION_SYNTAX])
  })
})

type Binary = (a: PyDecimal, b: PyDecimal, at: Limits) => PyDecimal
const binary: readonly (readonly [string, Binary, string, string, Limits, string, number])[] = [
  ['add', add, '1', '1E-30', limits(5), '1.0000', INEXACT],
  ['add up', add, '1', '1E-30', limits(5, { rounding: Rounding.UP }), '1.0001', INEXACT],
  ['subtract down', subtract, '1', '1E-300', limits(9, { rounding: Rounding.DOWN }), '0.999999999', INEXACT],
  ['subtract', subtract, '1.23456789E+40', '5.00000001E+30', limits(9), '1.23456789E+40', INEXACT],
  ['subtract to zero', subtract, '1.0', '1.00', limits(9, { rounding: Rounding.FLOOR }), '-0.00', 0],
  ['multiply', multiply, '123456789123', '987654321987', limits(40), '121932631355968601347401', 0],
  ['multiply, subnormal', multiply, '1E-999999', '0.1234567', limits(5), '1.235E-1000000', INEXACT | Condition.SUBNORMAL | Condition.UNDERFLOW],
  ['divide', divide, '1', '3', limits(28), '0.3333333333333333333333333333', INEXACT],
  ['divide, exact', divide, '2.400', '2.0', limits(9), '1.20', 0],
  ['remainder near', remainderNear, '10', '6', limits(9), '-2', 0],
  ['quantize', quantize, '2.5', '1', limits(9, { rounding: Rounding.HALF_DOWN }), '2', INEXACT],
  ['power', power, '1.05', '30', limits(16), '4.321942375150662', INEXACT],
  ['power, real', power, '2', '0.5', limits(20), '1.4142135623730950488', INEXACT],
  ['power, overflow', power, '10', '1E+30', limits(9), 'Infinity', INEXACT | Condition.OVERFLOW],
]

describe('operations', () => {
  it.each(binary)('%s', (_title, operation, a, b, at, result, status) => {
    expect(scientificText(operation(number(a), number(b), at), true)).toBe(result)
    expect(at.status).toBe(status)
  })

  it.each([
    ['exp', exponential, '1', '2.7182818284590452353602874713526624977572470937000'],
    ['exp', exponential, '-123.456', '2.4195825412646007661347517469506740654450153040206E-54'],
    ['ln', naturalLogarithm, '10', '2.3025850929940456840179914546843642076011014886288'],
    ['ln', naturalLogarithm, '1.00000000000000000001', '9.9999999999999999999500000000000000000003333333333E-21'],
    ['log10', commonLogarithm, '2', '0.30102999566398119521373889472449302676818988146211'],
    ['log10', commonLogarithm, '1E+77', '77'],
    ['sqrt', squareRoot, '2', '1.4142135623730950488016887242096980785696718753769'],
    ['sqrt', squareRoot, '1.44', '1.2'],
  ] as const)('%s %#', (_name, operation, a, result) => {
    expect(scientificText(operation(number(a), limits(50)), true)).toBe(result)
  })

  it('refuses what no memory holds, but finds exact results', () => {
    const one = finite(0, 1, 0)
    const huge = (operation: () => unknown): boolean => {
      try {
        operation()
        return false
      } catch (caught) {
        return isRaised(caught, MemoryError)
      }
    }
    expect(huge(() => divide(one, number('3'), widest()))).toBe(true)
    expect(huge(() => add(one, number('1e999999999999999999'), widest()))).toBe(true)
    expect(huge(() => squareRoot(number('2'), widest()))).toBe(true)
    expect(scientificText(divide(one, number('8'), widest()), true)).toBe('0.125')
    expect(scientificText(squareRoot(number('40e9'), widest()), true)).toBe('2.0E+5')
  })
})
