// One direction of a pipe, in memory. Reading and writing never wait: what cannot be done now fails with EAGAIN.
import { HostError, Ready, type Ends, type FileStatus } from '../ports/host.ts'

const EAGAIN = 11
const EPIPE = 32

/** As much as Linux keeps in a pipe. */
const CAPACITY = 65536
/** Writes up to this size are done whole or not at all. */
const WHOLE = 4096

/** Fails as a call that would have to wait. */
export const wouldWait = (): never => {
  throw new HostError(EAGAIN, 'Resource temporarily unavailable')
}

/** Bytes on their way from writers to readers. */
export class Channel {
  /** How many ends are open. */
  readers = 1
  writers = 1
  readonly #parts: Uint8Array[] = []
  #size = 0

  /** The next bytes, which stay. */
  peek(into: Uint8Array): number {
    const size = this.#size
    const all = this.drain()
    if (size > 0) this.#parts.push(all)
    this.#size = size
    if (size === 0) return this.read(into)
    const piece = all.subarray(0, into.length)
    into.set(piece)
    return piece.length
  }

  read(into: Uint8Array): number {
    if (into.length === 0) return 0
    if (this.#size === 0) return this.writers === 0 ? 0 : wouldWait()
    let filled = 0
    while (filled < into.length && this.#parts.length > 0) {
      const part = this.#parts[0] as Uint8Array
      const piece = part.subarray(0, into.length - filled)
      into.set(piece, filled)
      filled += piece.length
      if (piece.length === part.length) this.#parts.shift()
      else this.#parts[0] = part.subarray(piece.length)
    }
    this.#size -= filled
    return filled
  }

  write(bytes: Uint8Array): number {
    if (this.readers === 0) throw new HostError(EPIPE, 'Broken pipe')
    const room = CAPACITY - this.#size
    if (bytes.length > room && (bytes.length <= WHOLE || room === 0)) return wouldWait()
    const piece = bytes.slice(0, room)
    if (piece.length > 0) this.#parts.push(piece)
    this.#size += piece.length
    return piece.length
  }

  /** What its reader can do. */
  get readable(): number {
    if (this.#size > 0) return this.writers === 0 ? Ready.READ | Ready.HANGUP : Ready.READ
    return this.writers === 0 ? Ready.HANGUP : 0
  }

  /** What its writer can do. */
  get writable(): number {
    if (this.readers === 0) return Ready.WRITE | Ready.BROKEN
    return CAPACITY - this.#size >= WHOLE ? Ready.WRITE : 0
  }

  /** All that is on its way, taken out. */
  drain(): Uint8Array {
    const all = new Uint8Array(this.#size)
    this.read(all)
    return all
  }
}

const EBADF = 9
const notOpen = (): never => {
  throw new HostError(EBADF, 'Bad file descriptor')
}

const S_IFIFO = 0o010000
const S_IFSOCK = 0o140000

/** What fstat tells of a pipe's end, or of a socket. */
export const streamStatus = (isSocket: boolean): FileStatus => ({
  mode: isSocket ? S_IFSOCK | 0o777 : S_IFIFO | 0o600, ino: 1n, dev: 0n, nlink: 1, uid: 0, gid: 0, size: 0, atime: 0n, mtime: 0n, ctime: 0n,
  blksize: 4096, blocks: 0, rdev: 0n,
})

/** The ends of channels that one open file holds: a pipe's one, or a pair's two. */
export class ChannelEnds implements Ends {
  #closed = { reads: false, writes: false }
  readonly reads: Channel | undefined
  readonly writes: Channel | undefined

  constructor(reads: Channel | undefined, writes: Channel | undefined) {
    this.reads = reads
    this.writes = writes
  }

  read(into: Uint8Array): number {
    if (this.#closed.reads) return 0
    return (this.reads ?? notOpen()).read(into)
  }

  write(bytes: Uint8Array): number {
    if (this.#closed.writes) throw new HostError(EPIPE, 'Broken pipe')
    return (this.writes ?? notOpen()).write(bytes)
  }

  ready(wanted: number): number {
    let ready = 0
    if (this.#closed.reads) ready |= Ready.READ
    else if (this.reads !== undefined) ready |= this.reads.readable
    if (this.writes !== undefined && !this.#closed.writes) ready |= this.writes.writable
    // Of a pair whose other side is gone, the end can be read.
    if (this.reads !== undefined && this.writes !== undefined && (ready & Ready.HANGUP) !== 0) ready |= Ready.READ
    return ready & (wanted | Ready.HANGUP | Ready.BROKEN)
  }

  shutdown(reads: boolean, writes: boolean): void {
    if (reads && !this.#closed.reads && this.reads !== undefined) {
      this.#closed.reads = true
      this.reads.readers--
    }
    if (writes && !this.#closed.writes && this.writes !== undefined) {
      this.#closed.writes = true
      this.writes.writers--
    }
  }

  close(): void {
    this.shutdown(true, true)
  }

  status(): FileStatus {
    return streamStatus(this.reads !== undefined && this.writes !== undefined)
  }
}

/** The two ends of a pipe. */
export function channelPipe(): [ChannelEnds, ChannelEnds] {
  const channel = new Channel()
  return [new ChannelEnds(channel, undefined), new ChannelEnds(undefined, channel)]
}

/** A pair of ends, each reading what the other writes. */
export function channelPair(): [ChannelEnds, ChannelEnds] {
  const [there, back] = [new Channel(), new Channel()]
  return [new ChannelEnds(back, there), new ChannelEnds(there, back)]
}
