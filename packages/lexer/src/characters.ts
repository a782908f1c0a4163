// What each ASCII character may be part of, as bits in one table.

export const IDENTIFIER = 1
export const DIGIT = 2
export const HEX_DIGIT = 4

/** Bits of every ASCII character; a character of 128 or more is a potential part of an identifier. */
export const CHARACTER = new Uint8Array(128)

for (let c = 0; c < 128; c++) {
  const digit = c >= 48 && c <= 57
  const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
  const hex = digit || (c >= 65 && c <= 70) || (c >= 97 && c <= 102)
  CHARACTER[c] = (digit || letter || c === 95 ? IDENTIFIER : 0) | (digit ? DIGIT : 0) | (hex ? HEX_DIGIT : 0)
}

/** Whether a code unit can continue an identifier or, being no ASCII, has still to be looked up. */
export function isIdentifierPart(c: number): boolean {
  return c >= 128 || (((CHARACTER[c] as number) & IDENTIFIER) !== 0)
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57
}

export function isHexDigit(c: number): boolean {
  return c < 128 && ((CHARACTER[c] as number) & HEX_DIGIT) !== 0
}

/**
 * How many bytes a UTF-16 unit adds to UTF-8 beyond one. A surrogate pair counts on its high half, so that a lone low
 * one, which stands for a byte that is no UTF-8, counts one byte.
 */
export function extraBytes(unit: number): number {
  if (unit < 0x800) return unit < 0x80 ? 0 : 1
  return unit >= 0xdc00 && unit < 0xe000 ? 0 : 2
}
