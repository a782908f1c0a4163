// `.pyc` files: sixteen bytes, then a marshalled code object.
//
//   f3 0d 0d 0a | flags    | mtime    size       flags 0: valid while the source keeps both
//   f3 0d 0d 0a | flags    | source hash         flags 1: unchecked; flags 3: checked
import type { CodeObject } from '@pellucid/opcode-spec'
import { magicBytes } from '@pellucid/opcode-spec'
import { keyedHash } from '@pellucid/primitives'
import { dumpsCode } from './dumps.ts'
import type { DumpOptions } from './dumps.ts'
import { MarshalError } from './errors.ts'

/** How a `.pyc` says whether it is still valid. */
export type PycHeader =
  | { readonly kind: 'timestamp'; readonly mtime: number; readonly size: number }
  | { readonly kind: 'checked-hash' | 'unchecked-hash'; readonly hash: Uint8Array }

/** Bytes in front of the code. */
export const PYC_HEADER_SIZE = 16

const magicKey = new DataView(Uint8Array.from(magicBytes).buffer).getUint32(0, true)

/** The hash of a source file that hash-based `.pyc` files keep. */
export function sourceHash(source: Uint8Array): Uint8Array {
  const [low, high] = keyedHash(source, [magicKey, 0, 0, 0])
  const hash = new DataView(new ArrayBuffer(8))
  hash.setUint32(0, low, true)
  hash.setUint32(4, high, true)
  return new Uint8Array(hash.buffer)
}

/** The sixteen bytes of a header. Times are whole seconds; both numbers wrap at 2³². */
export function writePycHeader(header: PycHeader): Uint8Array {
  const bytes = new Uint8Array(PYC_HEADER_SIZE)
  const view = new DataView(bytes.buffer)
  bytes.set(magicBytes)
  if (header.kind === 'timestamp') {
    view.setUint32(8, header.mtime % 2 ** 32, true)
    view.setUint32(12, header.size % 2 ** 32, true)
  } else {
    view.setUint32(4, header.kind === 'checked-hash' ? 3 : 1, true)
    bytes.set(header.hash.subarray(0, 8), 8)
  }
  return bytes
}

/** A header's meaning; raises what CPython's importlib raises for a file it cannot use. */
export function readPycHeader(bytes: Uint8Array, name = '<bytes>'): PycHeader {
  if (!magicBytes.every((byte, index) => bytes[index] === byte)) {
    const start = [...bytes.subarray(0, 4)]
    throw new MarshalError('ImportError', `bad magic number in '${name}': ${reprStart(start)}`)
  }
  if (bytes.length < PYC_HEADER_SIZE) {
    throw new MarshalError('EOFError', `reached EOF while reading pyc header of '${name}'`)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = view.getUint32(4, true)
  if (flags > 3) throw new MarshalError('ImportError', `invalid flags ${flags} in '${name}'`)
  if ((flags & 1) === 0) {
    return { kind: 'timestamp', mtime: view.getUint32(8, true), size: view.getUint32(12, true) }
  }
  return { kind: flags & 2 ? 'checked-hash' : 'unchecked-hash', hash: bytes.slice(8, 16) }
}

/** A whole `.pyc` file. */
export function writePyc(header: PycHeader, code: CodeObject, options: DumpOptions = {}): Uint8Array {
  const payload = dumpsCode(code, options)
  const file = new Uint8Array(PYC_HEADER_SIZE + payload.length)
  file.set(writePycHeader(header))
  file.set(payload, PYC_HEADER_SIZE)
  return file
}

function reprStart(bytes: readonly number[]): string {
  const text = bytes.map((byte) => {
    if (byte === 0x5c) return '\\\\'
    if (byte === 9) return '\\t'
    if (byte === 10) return '\\n'
    if (byte === 13) return '\\r'
    const printable = byte >= 32 && byte < 127
    return printable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
  }).join('')
  return text.includes("'") && !text.includes('"') ? `b"${text}"` : `b'${text.replaceAll("'", "\\'")}'`
}
