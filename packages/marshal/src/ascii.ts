// Short ASCII text out of bytes. `String.fromCharCode` with a fixed number of arguments is several times
// faster than TextDecoder on the names that fill a code object.
import { strictDecoder } from './text-coding.ts'

const { fromCharCode } = String

/** The text of `length` bytes from `at`; bytes above 127 are Latin-1, as CPython reads them. */
export function readAscii(bytes: Uint8Array, at: number, length: number): string {
  if (length === 0) return ''
  let high = 0
  const end = at + length
  for (let index = at; index < end; index++) high |= bytes[index]!
  if (length > 48 && high < 0x80) return strictDecoder().decode(bytes.subarray(at, end))
  let text = ''
  for (; at + 8 <= end; at += 8) {
    text += fromCharCode(
      bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!,
      bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!,
    )
  }
  return text + readTail(bytes, at, end - at)
}

function readTail(bytes: Uint8Array, at: number, length: number): string {
  switch (length) {
    case 0: return ''
    case 1: return fromCharCode(bytes[at]!)
    case 2: return fromCharCode(bytes[at]!, bytes[at + 1]!)
    case 3: return fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)
    case 4: return fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!)
    default: return fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!)
      + readTail(bytes, at + 4, length - 4)
  }
}
