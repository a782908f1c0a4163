// Checksums of binascii and zlib.

let crcTable: Int32Array | undefined
/** `binascii.crc32(bytes, start)` */
export function crc32(bytes: Uint8Array, start = 0): number {
  crcTable ??= Int32Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    return c
  })
  let crc = ~start
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 255]!
  return ~crc >>> 0
}

/** `binascii.crc_hqx(bytes, start)` */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let crc = start & 0xffff
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let k = 0; k < 8; k++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc
}

/** The largest prime below 2 ** 16, and how many bytes can be added before a sum passes 32 bits. */
const ADLER_BASE = 65521
const ADLER_RUN = 5552

/** `zlib.adler32(bytes, start)` */
export function adler32(bytes: Uint8Array, start = 1): number {
  let low = (start & 0xffff) % ADLER_BASE
  let high = (start >>> 16) % ADLER_BASE
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + ADLER_RUN)
    for (; at < end; at++) {
      low += bytes[at]!
      high += low
    }
    low %= ADLER_BASE
    high %= ADLER_BASE
  }
  return (high * 65536 + low) >>> 0
}
