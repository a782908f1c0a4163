// Integers as digits of 15 bits, lowest first. Four digits are 60 bits, that is 15 hexadecimal ones:
// big numbers are converted through hexadecimal text, which takes linear time.

/** An int as marshal knows it: a bigint only beyond the safe integers. */
export type Integer = number | bigint

/** The int with these digits. */
export function fromDigits(digits: readonly number[], negative: boolean): Integer {
  let value: Integer = 0
  if (digits.length <= 3) {
    for (let at = digits.length - 1; at >= 0; at--) value = value * 32768 + (digits[at] ?? 0)
    return negative && value !== 0 ? -value : value
  }
  const chunks: string[] = []
  for (let at = 0; at < digits.length; at += 4) {
    const d2 = digits[at + 2] ?? 0
    const low = (digits[at] ?? 0) + (digits[at + 1] ?? 0) * 0x8000 + (d2 & 3) * 0x40000000
    const high = (d2 >> 2) + (digits[at + 3] ?? 0) * 0x2000
    chunks.push(high.toString(16).padStart(7, '0') + low.toString(16).padStart(8, '0'))
  }
  const magnitude = BigInt('0x' + chunks.reverse().join(''))
  return normal(negative ? -magnitude : magnitude)
}

/** The 15-bit digits of an int's magnitude. */
export function toDigits(value: Integer): number[] {
  const digits: number[] = []
  if (typeof value === 'number') {
    for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / 32768)) digits.push(rest % 32768)
    return digits
  }
  const text = (value < 0n ? -value : value).toString(16)
  for (let end = text.length; end > 0; end -= 15) {
    const chunk = text.slice(Math.max(0, end - 15), end).padStart(15, '0')
    const high = Number.parseInt(chunk.slice(0, 7), 16)
    const low = Number.parseInt(chunk.slice(7), 16)
    digits.push(low & 0x7fff, (low >>> 15) & 0x7fff, (low >>> 30) | ((high & 0x1fff) << 2), high >>> 13)
  }
  while (digits.at(-1) === 0) digits.pop()
  return digits
}

/** A bigint as a number when it is a safe integer. */
export function normal(value: bigint): Integer {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}
