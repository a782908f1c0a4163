// math: sums, products and lengths of many numbers.
import { fsum, sumOfProducts, vectorNorm } from '@pellucid/primitives'
import { isInt, newFloat, newInt, PyFloat, smallInt, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { iterate, next, toArray } from '../../protocols/iterate.ts'
import { binary, operators } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

const LOWEST = -0x8000_0000_0000_0000n
const HIGHEST = 0x7fff_ffff_ffff_ffffn
const fitsLong = (value: bigint): boolean => value >= LOWEST && value <= HIGHEST

const isExactFloat = (value: Value): value is PyFloat => value instanceof PyFloat && !Object.hasOwn(value, 'type')
const isPlainInt = (value: Value): boolean => isInt(value) || typeof value === 'boolean'

/** Both as floats, when one is an exact float and the other a float, an int or a bool. */
function floatPair(p: Value, q: Value): [number, number] | undefined {
  const [a, b] = isExactFloat(p) ? [p.value, isExactFloat(q) ? q.value : isPlainInt(q) ? Number(q) : undefined]
    : isExactFloat(q) && isPlainInt(p) ? [Number(p), q.value] : [undefined, undefined]
  if (a === undefined || b === undefined) return undefined
  if ((!isExactFloat(p) && !Number.isFinite(a)) || (!isExactFloat(q) && !Number.isFinite(b))) return undefined
  return [a, b]
}

/**
 * Ints are summed as C longs while they last, then floats in triple length, then anything; a stage once left is not
 * entered again, and what it held is added to the total.
 */
class ProductSum {
  #total: Value = smallInt(0)
  #ints = true
  #intTotal = 0n
  #floats = true
  #high = 0
  readonly #left: number[] = []
  readonly #right: number[] = []

  add(p: Value, q: Value, py: Thread): void {
    if (this.#ints) {
      if (isInt(p) && isInt(q)) {
        const product = BigInt(p) * BigInt(q)
        const sum = this.#intTotal + product
        if (fitsLong(BigInt(p)) && fitsLong(BigInt(q)) && fitsLong(product) && fitsLong(sum)) {
          this.#intTotal = sum
          return
        }
      }
      this.#leaveInts(py)
    }
    if (this.#floats) {
      const pair = floatPair(p, q)
      if (pair !== undefined) {
        const high = this.#high + pair[0] * pair[1]
        if (Number.isFinite(high)) {
          this.#high = high
          this.#left.push(pair[0])
          this.#right.push(pair[1])
          return
        }
      }
      this.#leaveFloats(py)
    }
    this.#plus(binary(p, q, operators.multiply, py), py)
  }

  result(py: Thread): Value {
    if (this.#ints) this.#leaveInts(py)
    if (this.#floats) this.#leaveFloats(py)
    return this.#total
  }

  #plus(value: Value, py: Thread): void {
    this.#total = binary(this.#total, value, operators.add, py)
  }
  #leaveInts(py: Thread): void {
    this.#ints = false
    if (this.#intTotal !== 0n) this.#plus(newInt(this.#intTotal), py)
  }
  #leaveFloats(py: Thread): void {
    this.#floats = false
    if (this.#left.length > 0) this.#plus(newFloat(sumOfProducts(this.#left, this.#right)), py)
  }
}

function sumprod(p: Value, q: Value, py: Thread): Value {
  const left = iterate(p, py)
  const right = iterate(q, py)
  const sum = new ProductSum()
  for (;;) {
    const a = next(left, py)
    const b = next(right, py)
    if (a === undefined && b === undefined) return sum.result(py)
    if (a === undefined || b === undefined) return raise(ValueError, 'Inputs are not the same length')
    sum.add(a, b, py)
  }
}

function* floats(iterable: Value, py: Thread): Generator<number> {
  const iterator = iterate(iterable, py)
  for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) yield floatOf(item, py)
}

export const sumFunctions: readonly BuiltinDefinition[] = [
  fn('dist(p: items, q: items, /)', 'The distance of two points.', (p, q, py) => {
    if (p.length !== q.length) raise(ValueError, 'both points must have the same number of dimensions')
    return newFloat(vectorNorm(p.map((value, i) => Math.abs(floatOf(value, py) - floatOf(q[i] as Value, py)))))
  }),
  fn('fsum(seq: object, /)', 'The exact sum of floats, rounded once.', (seq, py) => newFloat(faulty(() => fsum(floats(seq, py))))),
  fn('hypot(*coordinates)', 'The length of a vector.', (coordinates, py) => newFloat(vectorNorm(coordinates.map((value) => floatOf(value, py)))), {
    text: null,
  }),
  fn('prod(iterable: object, /, *, start: object = 1)', 'The product of all items and start.', (iterable, start, py) => {
    let product = start
    for (const item of toArray(iterable, py)) product = binary(product, item, operators.multiply, py)
    return product
  }),
  fn('sumprod(p: object, q: object, /)', 'The sum of the products of items in the same place.', sumprod),
]
