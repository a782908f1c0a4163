// Is a program's file just that? An archive ends in a directory of its entries, with a comment at most behind it.
import { HostError } from '../ports/host.ts'
import type { Thread } from '../thread.ts'

const KIND = 0o170000
const REGULAR = 0o100000

//   50 4B 05 06 | 18 bytes | comment of up to 65,535 bytes
const RECORD = 22
const LONGEST_COMMENT = 0xffff

/** A regular file that cannot be a zip archive. What cannot be read is somebody else's error. */
export function isPlainFile(path: string, py: Thread): boolean {
  const { files } = py.interpreter.host
  try {
    const { mode, size } = files.stat(path)
    if ((mode & KIND) !== REGULAR) return false
    const fd = files.open(path, 0, 0)
    try {
      const tail = new Uint8Array(Math.min(size, RECORD + LONGEST_COMMENT))
      let filled = 0
      for (let read = 1; read > 0 && filled < tail.length; filled += read) {
        read = files.read(fd, tail.subarray(filled), size - tail.length + filled)
      }
      return !endsInDirectory(tail.subarray(0, filled))
    } finally {
      files.close(fd)
    }
  } catch (error) {
    if (error instanceof HostError) return false
    throw error
  }
}

function endsInDirectory(tail: Uint8Array): boolean {
  for (let at = tail.length - RECORD; at >= 0; at--) {
    if (tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5 && tail[at + 3] === 6) return true
  }
  return false
}
