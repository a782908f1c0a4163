// int, float and complex against CPython.
import { describe, expect, test } from 'vitest'
import * as p from '../src/index.ts'
import { agreesWithRecorded, F } from './recorded.ts'

const shown = (value: p.Text) => () => p.reprText(typeof value === 'string' ? value : new p.WideText(value))

describe('int', () => {
  agreesWithRecorded({
    add: p.add,
    sub: p.subtract,
    mul: p.multiply,
    floordiv: p.floorDivide,
    mod: p.modulo,
    divmod: p.divmod,
    truediv: (a: p.Integer, b: p.Integer) => new F(p.trueDivide(a, b)),
    and: p.bitAnd,
    or: p.bitOr,
    xor: p.bitXor,
    inv: p.invert,
    neg: p.negate,
    lshift: p.shiftLeft,
    rshift: p.shiftRight,
    gcd: p.gcd,
    lcm: p.lcm,
    bitlen: p.bitLength,
    bitcount: p.bitCount,
    isqrt: p.integerSquareRoot,
    pow: p.power,
    pow3: p.modularPower,
    str: p.formatInteger,
    hex: (a: p.Integer) => p.formatPrefixed(a, 16),
    oct: (a: p.Integer) => p.formatPrefixed(a, 8),
    bin: (a: p.Integer) => p.formatPrefixed(a, 2),
    float: (a: p.Integer) => new F(p.integerToFloat(a)),
    int: (value: string, base: number) => p.parseInteger(value, base, shown(value)),
    tobytes: p.integerToBytes,
    frombytes: p.integerFromBytes,
    hashint: p.hashInteger,
  })

  test('the digit limit names the number of digits', () => {
    expect(() => p.parseInteger('1'.repeat(5000), 10, () => '')).toThrow(
      'Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; ' +
        'use sys.set_int_max_str_digits() to increase the limit',
    )
    expect(() => p.formatInteger(10n ** 4300n)).toThrow(
      'Exceeds the limit (4300 digits) for integer string conversion;'
    )
    expect(p.formatInteger(10n ** 4299n)).toHaveLength(4300)
  })
})

describe('float', () => {
  agreesWithRecorded({
    repr: p.reprFloat,
    ffloat: (value: p.Text) => new F(p.parseFloatText(value as string, shown(value))),
    fhex: p.floatToHex,
    fromhex: (value: string) => new F(p.floatFromHex(value)),
    ratio: p.floatToRatio,
    trunc: p.floatToInteger,
    fdivmod: (a: number, b: number) => p.floatDivmod(a, b).map((x) => new F(x)),
    fmod: (a: number, b: number) => new F(p.floatModulo(a, b)),
    ffloordiv: (a: number, b: number) => new F(p.floatFloorDivide(a, b)),
    round: (x: number, places: number) => new F(p.roundToPlaces(x, places)),
    hashf: p.hashFloat,
  })
})

describe('complex', () => {
  agreesWithRecorded({
    crepr: (c: p.Complex) => p.reprComplex(c.real, c.imag),
    cmul: p.complexMultiply,
    cdiv: (a: p.Complex, b: p.Complex) => p.complexDivide(a, b),
    complex: p.parseComplex,
  })
})

/** What math raises for NaN out of finite arguments, the vm's part. */
function inDomain(value: number): F {
  if (Number.isNaN(value)) throw new p.Fault('ValueError', 'math domain error')
  return new F(value)
}

describe('math', () => {
  const names = 'exp log sin cos tan asin acos atan sinh cosh tanh asinh erf erfc gamma lgamma log1p expm1'.split(' ')
  const table = p as unknown as Record<string, (x: number, y?: number) => number>
  for (const name of [...names, 'log2', 'log10', 'exp2', 'pow', 'atan2', 'remainder']) {
    agreesWithRecorded({ [`m_${name}`]: (x: number, y: number) => inDomain(table[name]!(x, y)) })
  }
  agreesWithRecorded({
    m_hypot: (x: number, y: number) => new F(p.vectorNorm([x, y])),
    m_fma: (x: number, y: number, z: number) => new F(p.fma(x, y, z)),
  })

  test('sums are exact', () => {
    expect(p.fsum([1e100, 1, -1e100, 1e-16])).toBe(1 + 1e-16)
    expect(p.fsum(new Array<number>(10).fill(0.1))).toBe(1)
    expect(p.sumOfProducts([10, 20, 1e17], [0.1, 0.2, 1])).toBe(1e17)
  })
})
