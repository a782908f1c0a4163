// math: functions of ints, and rounding to ints.
import { combinations, factorial, floatToInteger, gcd, integerSquareRoot, lcm, permutations } from '@pellucid/primitives'
import { typeOf } from '../../data/type.ts'
import { newInt, None, PyFloat, type Int, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { call, lookupSpecial } from '../../protocols/call.ts'
import { MemoryError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

const LONGEST = 0x7fff_ffff_ffff_ffffn
/** Results of more factors than this do not fit the memory of any machine. */
const MOST_FACTORS = 100_000_000

const isExactFloat = (value: Value): value is PyFloat => value instanceof PyFloat && !Object.hasOwn(value, 'type')

function round(value: Value, method: '__floor__' | '__ceil__', compute: (x: number) => number, py: Thread): Value {
  if (!isExactFloat(value)) {
    const special = lookupSpecial(value, method, py)
    if (special !== undefined) return call(special, [], py)
  }
  const x = floatOf(value, py)
  return newInt(faulty(() => floatToInteger(compute(x))))
}

function trunc(value: Value, py: Thread): Value {
  if (isExactFloat(value)) return newInt(faulty(() => floatToInteger(value.value)))
  const special = lookupSpecial(value, '__trunc__', py)
  if (special !== undefined) return call(special, [], py)
  return raise(PyTypeError, `type ${typeOf(value).tpName} doesn't define __trunc__ method`)
}

function checkFactors(count: Int): void {
  if (count > MOST_FACTORS) raise(MemoryError)
}

function comb(n: Int, k: Int): Value {
  if (n < 0) raise(ValueError, 'n must be a non-negative integer')
  if (k < 0) raise(ValueError, 'k must be a non-negative integer')
  if (k > n) return newInt(0)
  const rest = newInt(BigInt(n) - BigInt(k))
  const fewer = rest < k ? rest : k
  if (fewer > LONGEST) raise(OverflowError, `min(n - k, k) must not exceed ${LONGEST}`)
  checkFactors(fewer)
  return newInt(combinations(n, k))
}

function factorialOf(n: Int): Value {
  if (n <= LONGEST) checkFactors(n)
  return newInt(faulty(() => factorial(n > LONGEST ? BigInt(n) : n)))
}

function perm(n: Int, k: Int): Value {
  if (n < 0) raise(ValueError, 'n must be a non-negative integer')
  if (k < 0) raise(ValueError, 'k must be a non-negative integer')
  if (k > n) return newInt(0)
  if (k > LONGEST) raise(OverflowError, `k must not exceed ${LONGEST}`)
  checkFactors(k)
  return newInt(permutations(n, k))
}

export const integerFunctions: readonly BuiltinDefinition[] = [
  fn('ceil(x: object, /)', 'The least int that is not below x.', (x, py) => round(x, '__ceil__', Math.ceil, py)),
  fn('comb(n: object, k: object, /)', 'The number of ways to choose k of n things.', (n, k, py) => comb(index(n, py), index(k, py))),
  fn('factorial(n: object, /)', 'n!', (n, py) => factorialOf(index(n, py))),
  fn('floor(x: object, /)', 'The greatest int that is not above x.', (x, py) => round(x, '__floor__', Math.floor, py)),
  fn('gcd(*integers)', 'The greatest common divisor.', (integers, py) => {
    let result: Int = newInt(0)
    for (const value of integers) result = newInt(gcd(result, index(value, py)))
    return result
  }, { text: '($module, *integers)' }),
  fn('isqrt(n: object, /)', 'The whole part of the square root of n.', (n, py) => {
    const int = index(n, py)
    return newInt(faulty(() => integerSquareRoot(int)))
  }),
  fn('lcm(*integers)', 'The least common multiple.', (integers, py) => {
    let result: Int = newInt(1)
    for (const value of integers) result = newInt(lcm(result, index(value, py)))
    return result
  }, { text: '($module, *integers)' }),
  fn('perm(n: object, k: object = None, /)', 'The number of ways to arrange k of n things.', (n, k, py) =>
    k === None ? factorialOf(index(n, py)) : perm(index(n, py), index(k, py)),
  ),
  fn('trunc(x: object, /)', "x's __trunc__.", trunc),
]
