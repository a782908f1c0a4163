// A zip archive in memory: the central directory is read once, an entry when it is asked for.
//
//   … entry entry entry │ directory directory directory │ end (22 bytes + comment)
//                       ^ where `end` says the directory starts
import { ArchiveError } from './archive-error.ts'
import { inflateRaw } from './inflate.ts'

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const entrySignature = 0x04034b50
const endSize = 22

/** Decompresses raw DEFLATE data into exactly `size` bytes. */
export type Inflate = (data: Uint8Array, size: number) => Uint8Array

interface Entry {
  readonly offset: number
  readonly packed: number
  readonly size: number
  readonly stored: boolean
}

/** The files of a zip archive. */
export interface Archive {
  /** Every path in the archive, in the archive's order; folders end in a slash. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** The bytes of one file, or undefined when there is no such file. */
  read(name: string): Uint8Array | undefined
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff)
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw new ArchiveError('not a zip archive')
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view)
  const entries = new Map<string, Entry>()
  const text = new TextDecoder()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) {
      throw new ArchiveError('the directory of the archive is damaged')
    }
    const method = view.getUint16(at + 10, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = text.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name, {
      offset: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      stored: method === 0,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * Opens a zip archive held in memory.
 *
 * @example
 * const empty = new Uint8Array(22)
 * empty.set([0x50, 0x4b, 5, 6])
 * openArchive(empty).names // []
 */
export function openArchive(bytes: Uint8Array, inflate: Inflate = inflateRaw): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < endSize) throw new ArchiveError('not a zip archive')
  const entries = readDirectory(bytes, view)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return undefined
      const { offset, packed, size, stored } = entry
      if (offset + 30 > bytes.length || view.getUint32(offset, true) !== entrySignature) {
        throw new ArchiveError(`the entry ${name} is damaged`)
      }
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
      if (start + packed > bytes.length) throw new ArchiveError(`the entry ${name} is cut off`)
      const data = bytes.subarray(start, start + packed)
      return stored ? data : inflate(data, size)
    },
  }
}
