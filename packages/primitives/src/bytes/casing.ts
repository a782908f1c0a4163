// The ASCII-only methods of bytes: casing, predicates, padding, translate.

const isUpper = (c: number): boolean => c >= 65 && c <= 90
const isLower = (c: number): boolean => c >= 97 && c <= 122
const isLetter = (c: number): boolean => isUpper(c) || isLower(c)
const isDigit = (c: number): boolean => c >= 48 && c <= 57

export const lowerBytes = (bytes: Uint8Array): Uint8Array => bytes.map((c) => (isUpper(c) ? c + 32 : c))
export const upperBytes = (bytes: Uint8Array): Uint8Array => bytes.map((c) => (isLower(c) ? c - 32 : c))
export const swapcaseBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.map((c) => (isLower(c) ? c - 32 : isUpper(c) ? c + 32 : c))
export function capitalizeBytes(bytes: Uint8Array): Uint8Array {
  const out = lowerBytes(bytes)
  if (out.length > 0 && isLower(out[0]!)) out[0] = out[0]! - 32
  return out
}
export function titleBytes(bytes: Uint8Array): Uint8Array {
  let inWord = false
  return bytes.map((c) => {
    const mapped = isLower(c) && !inWord ? c - 32 : isUpper(c) && inWord ? c + 32 : c
    inWord = isLetter(c)
    return mapped
  })
}

const every = (
  bytes: Uint8Array,
  test: (c: number) => boolean,
): boolean => bytes.length > 0 && bytes.every(test)
export const isAlphaBytes = (bytes: Uint8Array): boolean => every(bytes, isLetter)
export const isDigitBytes = (bytes: Uint8Array): boolean => every(bytes, isDigit)
export const isAlnumBytes = (bytes: Uint8Array): boolean => every(bytes, (c) => isLetter(c) || isDigit(c))
export const isSpaceBytes = (bytes: Uint8Array): boolean => every(
  bytes,
  (c) => c === 32 || (c >= 9 && c <= 13),
)
export const isAsciiBytes = (bytes: Uint8Array): boolean => bytes.every((c) => c < 128)
export const isLowerBytes = (bytes: Uint8Array): boolean => bytes.some(isLower) && !bytes.some(isUpper)
export const isUpperBytes = (bytes: Uint8Array): boolean => bytes.some(isUpper) && !bytes.some(isLower)
export function isTitleBytes(bytes: Uint8Array): boolean {
  let any = false
  let inWord = false
  for (const c of bytes) {
    if (isUpper(c) ? inWord : isLower(c) && !inWord) return false
    inWord = isLetter(c)
    any ||= inWord
  }
  return any
}

/** Pads on both sides with one byte. */
export function padBytes(bytes: Uint8Array, left: number, right: number, fill: number): Uint8Array {
  const out = new Uint8Array(left + bytes.length + right).fill(fill)
  out.set(bytes, left)
  return out
}

export function zfillBytes(bytes: Uint8Array, width: number): Uint8Array {
  const zeros = Math.max(0, width - bytes.length)
  const out = padBytes(bytes, zeros, 0, 48)
  if (zeros > 0 && (bytes[0] === 43 || bytes[0] === 45)) {
    out[zeros] = 48
    out[0] = bytes[0]
  }
  return out
}

/** `bytes.translate(table, deleted)` */
export function translateBytes(
  bytes: Uint8Array,
  table: Uint8Array | undefined,
  deleted: Uint8Array,
): Uint8Array {
  const kept = deleted.length === 0 ? bytes : bytes.filter((c) => !deleted.includes(c))
  return table ? kept.map((c) => table[c]!) : kept.slice()
}
