// exp and ln in binary fixed point: an int n stands for n / 2^bits. Errors are a few units of the last bit.
import { bitLength } from '@pellucid/primitives'

/** atanh(1/n) = Σ 1 / ((2k+1) n^(2k+1)). */
function inverseTangent(n: bigint, bits: number): bigint {
  let power = (1n << BigInt(bits)) / n
  let total = power
  const square = n * n
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square
    total += power / k
  }
  return total
}

let tenLogarithm = { bits: 0, value: 0n }

/** ln(10), from three series (Machin's way with 31, 49 and 161); the longest one asked for is kept. */
export function lnTen(bits: number): bigint {
  if (tenLogarithm.bits < bits) {
    const wide = bits + 64
    const value = 46n * inverseTangent(31n, wide) + 34n * inverseTangent(49n, wide) + 20n * inverseTangent(161n, wide)
    tenLogarithm = { bits: bits + 32, value: value >> 32n }
  }
  return tenLogarithm.value >> BigInt(tenLogarithm.bits - bits)
}

/** e^x for |x| < 4: halve the argument until the series is short, then square as often. */
export function expFixed(x: bigint, bits: number): bigint {
  const halvings = Math.ceil(Math.sqrt(bits)) >> 1
  const wide = BigInt(bits + 2 * halvings + 16)
  const reduced = (x << (wide - BigInt(bits))) >> BigInt(halvings + 3)
  const one = 1n << wide
  let term = one
  let total = one
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * reduced) >> wide) / n
    total += term
  }
  for (let i = 0; i < halvings + 3; i++) total = (total * total) >> wide
  return total >> (wide - BigInt(bits))
}

/** ln(x) for 0.1 < x < 10 and bits > 60, by Halley's iteration on exp: each step has three times the bits of the one before. */
export function lnFixed(x: bigint, bits: number): bigint {
  const steps: number[] = []
  for (let reach = bits + 8; reach > 46; reach = Math.ceil(reach / 3) + 4) steps.unshift(reach)
  const lead = bitLength(x) - 60
  const start = Number(x >> BigInt(lead)) * 2 ** (lead - bits)
  let at = 56
  let y = BigInt(Math.round(Math.log(start) * 2 ** at))
  for (const step of steps) {
    const wide = step + 8
    y = move(y, at, wide)
    at = wide
    const target = move(x, bits, wide)
    const reached = expFixed(y, wide)
    y += ((target - reached) << BigInt(wide + 1)) / (target + reached)
  }
  return move(y, at, bits)
}

function move(x: bigint, from: number, to: number): bigint {
  return to >= from ? x << BigInt(to - from) : x >> BigInt(from - to)
}
