// Standard streams that are functions of whoever made the interpreter.
import { HostError, Ready, type Ends, type FileStatus } from '../ports/host.ts'

export interface Streams {
  /** Bytes for standard input; an empty array is its end. */
  readonly stdin?: (size: number) => Uint8Array
  readonly stdout?: (bytes: Uint8Array) => void
  readonly stderr?: (bytes: Uint8Array) => void
}

const EBADF = 9
const S_IFCHR = 0o020000

const status = (fd: number): FileStatus => ({
  mode: S_IFCHR | 0o620, ino: BigInt(fd + 1), dev: 2n, nlink: 1, uid: 0, gid: 0, size: 0, atime: 0n, mtime: 0n, ctime: 0n, blksize: 1024,
  blocks: 0, rdev: 0n,
})

const refuse = (): never => {
  throw new HostError(EBADF, 'Bad file descriptor')
}

const both = Ready.READ | Ready.WRITE

function output(fd: number, write: ((bytes: Uint8Array) => void) | undefined): Ends {
  return {
    read: refuse,
    write(bytes) {
      write?.(bytes.slice())
      return bytes.length
    },
    ready: (wanted) => wanted & both,
    close() {},
    status: () => status(fd),
  }
}

/** What descriptors 0, 1 and 2 are. */
export function standardStreams({ stdin, stdout, stderr }: Streams): readonly [Ends, Ends, Ends] {
  const input: Ends = {
    ...output(0, undefined),
    read(into) {
      const bytes = (stdin?.(into.length) ?? new Uint8Array(0)).subarray(0, into.length)
      into.set(bytes)
      return bytes.length
    },
    write: refuse,
  }
  return [input, output(1, stdout), output(2, stderr)]
}
