// The letter in front of each marshalled object. Bit 7 of it (FLAG_REF) says: give this object the next
// reference number, so that `r` + number can stand for it later.

/** Letters of the format, by what they introduce. */
export const TYPE = {
  NULL: 0x30, // 0: the end of a dict
  NONE: 0x4e, // N
  FALSE: 0x46, // F
  TRUE: 0x54, // T
  STOPITER: 0x53, // S
  ELLIPSIS: 0x2e, // .
  INT: 0x69, // i: 32 bits
  INT64: 0x49, // I: 64 bits; read, never written
  LONG: 0x6c, // l: digits of 15 bits
  FLOAT: 0x66, // f: text
  BINARY_FLOAT: 0x67, // g
  COMPLEX: 0x78, // x: text
  BINARY_COMPLEX: 0x79, // y
  STRING: 0x73, // s: bytes
  UNICODE: 0x75, // u: UTF-8
  INTERNED: 0x74, // t: UTF-8
  ASCII: 0x61, // a
  ASCII_INTERNED: 0x41, // A
  SHORT_ASCII: 0x7a, // z: length in one byte
  SHORT_ASCII_INTERNED: 0x5a, // Z
  TUPLE: 0x28, // (
  SMALL_TUPLE: 0x29, // ): length in one byte
  LIST: 0x5b, // [
  DICT: 0x7b, // {
  SET: 0x3c, // <
  FROZENSET: 0x3e, // >
  CODE: 0x63, // c
  REF: 0x72, // r
} as const

/** The bit that gives an object a reference number. */
export const FLAG_REF = 0x80
/** How deep objects may nest, for reading and writing alike. */
export const MAX_DEPTH = 2000
/** The format's newest version. */
export const VERSION = 4
