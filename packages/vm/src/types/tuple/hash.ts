// hash of a tuple: xxHash's mixing of the items' hashes, in 32-bit halves.
import { highHalf, joinHash, lowHalf } from '../../data/hash-halves.ts'
import type { PyTuple } from '../../data/sequences.ts'
import { hashOf } from '../../protocols/hash.ts'
import { hashOfStr } from '../../protocols/string-hash.ts'
import type { Thread } from '../../thread.ts'

// A lane is multiplied by 0xC2B2AE3D27D4EB4F and the sum, rotated, by 0x9E3779B185EBCA87, modulo 2⁶⁴.
const LANE_LOW = 0x27d4eb4f
const LANE_HIGH = 0xc2b2ae3d
const SUM_LOW = 0x85ebca87
const SUM_HIGH = 0x9e3779b1
const START_LOW = 0x165667c5
const START_HIGH = 0x27d4eb2f

/** Upper half of the 64-bit product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  const carry = (middle & 0xffff) + aLow * bHigh
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) | 0
}

export function hashTuple(self: PyTuple, py: Thread): number | bigint {
  const { items } = self
  let low = START_LOW
  let high = START_HIGH
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as (typeof items)[number]
    // The hash of a small int is the int itself.
    const hash = typeof item === 'number' && (item as number) !== -1 ? (item as number) : typeof item === 'string' ? hashOfStr(item) : hashOf(item, py)
    const laneLow = lowHalf(hash)
    const laneHigh = highHalf(hash)
    // sum += lane * LANE
    const productLow = Math.imul(laneLow, LANE_LOW)
    const productHigh =
      (multiplyHigh(laneLow >>> 0, LANE_LOW) + Math.imul(laneHigh, LANE_LOW) + Math.imul(laneLow, LANE_HIGH)) | 0
    const sumLow = (low >>> 0) + (productLow >>> 0)
    high = (high + productHigh + (sumLow > 0xffff_ffff ? 1 : 0)) | 0
    low = sumLow | 0
    // sum = rotate(sum, 31)
    const rotatedHigh = (high << 31) | (low >>> 1)
    const rotatedLow = (low << 31) | (high >>> 1)
    // sum *= SUM
    high = (multiplyHigh(rotatedLow >>> 0, SUM_LOW) + Math.imul(rotatedHigh, SUM_LOW) + Math.imul(rotatedLow, SUM_HIGH)) | 0
    low = Math.imul(rotatedLow, SUM_LOW)
  }
  // sum += length ^ (PRIME_5 ^ 3527539)
  const lastLow = (low >>> 0) + ((items.length ^ (START_LOW ^ 3527539)) >>> 0)
  high = (high + START_HIGH + (lastLow > 0xffff_ffff ? 1 : 0)) | 0
  low = lastLow | 0
  if (high === -1 && low === -1) return 1546275796
  return joinHash(low, high)
}
