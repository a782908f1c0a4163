// Integer functions of the math module.
import { overflowFault, valueFault } from '../fault.ts'
import { bigBitLength } from './bits.ts'
import { absolute, normalize } from './integer.ts'
import type { Integer } from './integer.ts'

/** `math.isqrt(n)` */
export function integerSquareRoot(n: Integer): Integer {
  if (n < 0) throw valueFault('isqrt() argument must be nonnegative')
  if (typeof n === 'number') {
    const root = Math.floor(Math.sqrt(n))
    return root * root > n ? root - 1 : root
  }
  // Precision doubles each round, so the last division dominates (the adaptive method of math.isqrt).
  const bits = (bigBitLength(n) - 1) >> 1
  let a = 1n
  let d = 0
  for (let s = 31 - Math.clz32(bits); s >= 0; s--) {
    const e = d
    d = bits >> s
    a = (a << BigInt(d - e - 1)) + (n >> BigInt(2 * bits - e - d + 1)) / a
  }
  return normalize(a * a > n ? a - 1n : a)
}

/** `math.gcd(a, b)` */
export function gcd(a: Integer, b: Integer): Integer {
  let x = absolute(a)
  let y = absolute(b)
  while (typeof x === 'bigint' || typeof y === 'bigint') {
    if (y === 0) return x
    const remainder = normalize(BigInt(x) % BigInt(y))
    x = y
    y = remainder
  }
  return smallGcd(x, y)
}

function smallGcd(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) {
    const remainder = x % y
    x = y
    y = remainder
  }
  return x
}

/** `math.lcm(a, b)` */
export function lcm(a: Integer, b: Integer): Integer {
  if (a === 0 || b === 0) return 0
  return absolute(normalize((BigInt(a) / BigInt(gcd(a, b))) * BigInt(b)))
}

/** `math.factorial(n)` */
export function factorial(n: Integer): Integer {
  if (n < 0) throw valueFault('factorial() not defined for negative values')
  if (typeof n === 'bigint') throw overflowFault('factorial() argument should not exceed 9223372036854775807')
  return normalize(product(2n, BigInt(n)))
}

/** The product of low…high, split so that factors stay of like size. */
function product(low: bigint, high: bigint): bigint {
  if (low > high) return 1n
  if (high - low < 8n) {
    let result = low
    for (let factor = low + 1n; factor <= high; factor++) result *= factor
    return result
  }
  const middle = (low + high) >> 1n
  return product(low, middle) * product(middle + 1n, high)
}

/** `math.perm(n, k)` for n, k ≥ 0 */
export function permutations(n: Integer, k: Integer): Integer {
  if (k > n) return 0
  return normalize(product(BigInt(n) - BigInt(k) + 1n, BigInt(n)))
}

/** `math.comb(n, k)` for n, k ≥ 0 */
export function combinations(n: Integer, k: Integer): Integer {
  if (k > n) return 0
  const top = BigInt(n)
  const rest = top - BigInt(k)
  const small = rest < BigInt(k) ? rest : BigInt(k)
  return normalize(product(top - small + 1n, top) / product(2n, small))
}
