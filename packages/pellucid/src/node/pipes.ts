// The system's pipes, for what goes on between processes. Node has no pipe(): a FIFO is made by its command, opened at
// both ends and unlinked. Our ends do not block; a child's are opened anew, because the flag would be shared.
import fs from 'node:fs'
import { HostError, Ready, streamStatus, wouldWait, type Ends, type FileStatus } from '@pellucid/vm'

const { O_RDONLY, O_WRONLY, O_RDWR, O_NONBLOCK } = fs.constants

/** Do it; undefined where it would have to wait. */
function unlessWaiting(action: () => number): number | undefined {
  try {
    return action()
  } catch (error) {
    if ((error as { code?: string }).code === 'EAGAIN') return undefined
    throw error
  }
}

/** The path under which the system opens a descriptor's file anew. */
const pathOf = (fd: number): string => (process.platform === 'linux' ? `/proc/self/fd/${fd}` : `/dev/fd/${fd}`)

/** Ends that owe the system bytes. */
const owing = new Set<SystemEnd>()

/** Have the system take what it can of what was promised to it. */
export function flushOwed(): void {
  for (const end of owing) end.ready(0)
}

/** One end of a system's pipe. */
export class SystemEnd implements Ends {
  readonly fd: number
  readonly reads: boolean
  #ahead: Uint8Array | undefined
  /** Written after somebody was told that there is room, when there was none: the system takes it when it can. */
  #owed: Uint8Array | undefined
  #promised = false

  constructor(fd: number, reads: boolean) {
    this.fd = fd
    this.reads = reads
  }

  read(into: Uint8Array): number {
    if (!this.reads) throw new HostError(9, 'Bad file descriptor')
    const ahead = this.#ahead
    if (ahead === undefined || into.length === 0) return unlessWaiting(() => fs.readSync(this.fd, into)) ?? wouldWait()
    into.set(ahead)
    this.#ahead = undefined
    return ahead.length + (into.length > ahead.length ? (unlessWaiting(() => fs.readSync(this.fd, into.subarray(ahead.length))) ?? 0) : 0)
  }

  write(bytes: Uint8Array): number {
    if (this.reads) throw new HostError(9, 'Bad file descriptor')
    this.flush()
    if (this.#owed !== undefined) return wouldWait()
    const count = unlessWaiting(() => fs.writeSync(this.fd, bytes))
    if (count !== undefined) return count
    if (!this.#promised) return wouldWait()
    this.#promised = false
    this.#owed = bytes.slice(0, 4096)
    owing.add(this)
    return this.#owed.length
  }

  /** Have the system take what it is owed. */
  flush(): void {
    while (this.#owed !== undefined) {
      const owed = this.#owed
      const count = unlessWaiting(() => fs.writeSync(this.fd, owed))
      if (count === undefined) return
      this.#owed = count < owed.length ? owed.subarray(count) : undefined
    }
    owing.delete(this)
  }

  ready(wanted: number): number {
    if (this.reads) return this.#readable() & (wanted | Ready.HANGUP)
    try {
      this.flush()
    } catch {
      this.#owed = undefined
      owing.delete(this)
      return Ready.WRITE | Ready.BROKEN
    }
    if ((wanted & Ready.WRITE) === 0 || this.#owed !== undefined) return this.#hasReader() ? 0 : Ready.BROKEN
    this.#promised = true
    return Ready.WRITE | (this.#hasReader() ? 0 : Ready.BROKEN)
  }

  #readable(): number {
    if (this.#ahead !== undefined) return Ready.READ
    const one = new Uint8Array(1)
    const count = unlessWaiting(() => fs.readSync(this.fd, one))
    if (count === undefined) return 0
    if (count === 0) return Ready.HANGUP
    this.#ahead = one
    return Ready.READ
  }

  #hasReader(): boolean {
    try {
      fs.closeSync(fs.openSync(pathOf(this.fd), O_WRONLY | O_NONBLOCK))
      return true
    } catch (error) {
      return (error as { code?: string }).code !== 'ENXIO'
    }
  }

  status(): FileStatus {
    return streamStatus(false)
  }

  close(): void {
    const rest = new Int32Array(new SharedArrayBuffer(4))
    try {
      for (this.flush(); this.#owed !== undefined; this.flush()) Atomics.wait(rest, 0, 0, 1)
    } catch {
      // Nobody reads it any more.
    }
    owing.delete(this)
    fs.closeSync(this.fd)
  }

  /** A descriptor of the same end whose reads and writes block. The other end is held open meanwhile, for else opening would wait. */
  openBlocking(): number {
    return openHeld(pathOf(this.fd), this.reads ? O_RDONLY : O_WRONLY)
  }
}

/** Open a FIFO, which would wait for somebody at the other end: we are there meanwhile. */
function openHeld(path: string, flags: number): number {
  const held = fs.openSync(path, ((flags & O_WRONLY) === 0 ? O_WRONLY : O_RDONLY) | O_NONBLOCK)
  try {
    return fs.openSync(path, flags)
  } finally {
    fs.closeSync(held)
  }
}

/** Names of what is open already. A pipe opens under them without waiting for its other end, but ours are FIFOs. */
const isOpenName = (path: string): boolean =>
  (path.startsWith('/dev/') || path.startsWith('/proc/')) && /^(?:\/dev\/(?:fd\/\d+|std(?:in|out|err))|\/proc\/self\/fd\/\d+)$/.test(path)

/** fs.openSync, and pipes whose other end is gone open too. */
export function openFile(path: string | Buffer, flags: number, mode: number): number {
  const waits = typeof path === 'string' && process.platform === 'linux' && (flags & O_RDWR) === 0 && isOpenName(path)
  return waits && fs.statSync(path, { throwIfNoEntry: false })?.isFIFO() === true ? openHeld(path, flags) : fs.openSync(path, flags, mode)
}

/** Pipes that were made together and not used yet: the command costs more than the pipe. */
const spare: [SystemEnd, SystemEnd][] = []
const AT_ONCE = 6

/** A new pipe of the system's: the end to read from, the end to write to. */
export function systemPipe(): [SystemEnd, SystemEnd] {
  if (spare.length === 0) makePipes()
  return spare.pop() as [SystemEnd, SystemEnd]
}

function makePipes(): void {
  const folder = fs.mkdtempSync(`${process.getBuiltinModule('node:os').tmpdir()}/pellucid-`)
  try {
    const paths = Array.from({ length: AT_ONCE }, (_, at) => `${folder}/${at}`)
    const { error, status } = process.getBuiltinModule('node:child_process').spawnSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' })
    if (error !== undefined || status !== 0) throw new HostError(38, 'Function not implemented')
    for (const path of paths) {
      const reader = fs.openSync(path, O_RDONLY | O_NONBLOCK)
      spare.push([new SystemEnd(reader, true), new SystemEnd(fs.openSync(path, O_WRONLY | O_NONBLOCK), false)])
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
