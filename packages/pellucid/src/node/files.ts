// Files by node:fs. Node has no lseek: a regular file's position is kept here, and given with every read and write.
import fs from 'node:fs'
import { HostError, Ready, type Files, type FileStatus } from '@pellucid/vm'
import type { FileMask } from './file-mask.ts'
import { newDescriptors, OpenFile, positionOf, type Descriptors } from './open-files.ts'
import { flushOwed, openFile } from './pipes.ts'

const SEEK_SET = 0
const SEEK_CUR = 1
const ESPIPE = 29
export const EINVAL = 22
const EINTR = 4
const ENOENT = 2
const ENOTDIR = 20
const O_APPEND = 0o2000

/** The number of an error that Node names; `node:os`, which knows it, is loaded at the first failure. */
export const errorNumber = (code: string): number | undefined =>
  (process.getBuiltinModule('node:os').constants.errno as Record<string, number>)[code]

/** Run a system call; its failure leaves as HostError. */
function guard<T>(body: () => T): T {
  try {
    return body()
  } catch (error) {
    if (error instanceof HostError) throw error
    const { errno, code, message } = error as { errno?: number; code?: string; message?: string }
    const known = code === undefined ? undefined : errorNumber(code)
    if (known === undefined && typeof errno !== 'number') {
      // Node refuses some arguments (a NUL in a path) before the system sees them.
      if (code !== undefined && code.startsWith('ERR_')) throw new HostError(EINVAL, message ?? code)
      throw error
    }
    throw new HostError(known ?? Math.abs(errno as number), message ?? String(code))
  }
}

function statusOf(stat: fs.BigIntStats): FileStatus {
  return {
    mode: Number(stat.mode), ino: stat.ino, dev: stat.dev, nlink: Number(stat.nlink), uid: Number(stat.uid), gid: Number(stat.gid),
    size: Number(stat.size), atime: stat.atimeNs, mtime: stat.mtimeNs, ctime: stat.ctimeNs, blksize: Number(stat.blksize),
    blocks: Number(stat.blocks), rdev: stat.rdev,
  }
}

/** Seconds as Node takes them; it keeps whole microseconds, and cuts what a fraction lacks to the next one. */
const seconds = (nanoseconds: bigint): number => (Number(BigInt.asIntN(64, nanoseconds) / 1000n) + 0.25) / 1e6

/** Bytes of a name that are no UTF-8 travel as lone surrogates (PEP 383). */
function systemPath(path: string): string | Buffer {
  if (!/[\udc80-\udcff]/.test(path)) return path
  const bytes: number[] = []
  for (const character of path) {
    const point = character.codePointAt(0) as number
    if (point >= 0xdc80 && point <= 0xdcff) bytes.push(point - 0xdc00)
    else bytes.push(...Buffer.from(character))
  }
  return Buffer.from(bytes)
}

function pathText(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  if (!text.includes('\ufffd')) return text
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let out = ''
  for (let at = 0; at < bytes.length; ) {
    let width = 1
    const lead = bytes[at] as number
    if (lead >= 0xc2) width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    try {
      out += decoder.decode(bytes.subarray(at, at + width))
      at += width
    } catch {
      out += String.fromCharCode(0xdc00 + lead)
      at++
    }
  }
  return out
}

/** Is it a terminal? Few descriptors are devices, so `node:tty` (and all it needs) is seldom loaded. */
export function isTerminal(fd: number): boolean {
  try {
    const status = fs.fstatSync(fd)
    // Linux: memory devices, among them /dev/null.
    if (!status.isCharacterDevice() || (process.platform === 'linux' && status.rdev >> 8 === 1)) return false
    return process.getBuiltinModule('node:tty').isatty(fd)
  } catch {
    return false
  }
}

/** Looking for what is not there is common (import does it): an error of Node's would cost more than the look. */
const quiet = { bigint: true, throwIfNoEntry: false } as const

function missing(path: string | Buffer): never {
  // Either nothing is there, or something on the way is no folder.
  let part = path.toString()
  while (part.includes('/') && part !== '/') {
    part = part.slice(0, part.lastIndexOf('/')) || '/'
    const status = fs.statSync(part, { throwIfNoEntry: false })
    if (status !== undefined) throw status.isDirectory() ? new HostError(ENOENT, 'No such file or directory') : new HostError(ENOTDIR, 'Not a directory')
  }
  throw new HostError(ENOENT, 'No such file or directory')
}

/**
 * Standard input as a descriptor whose reads do not block: this thread could not be told of Ctrl-C while it is in the
 * system. Opened anew, because the flag would be shared with the parent's. Undefined for files, sockets and elsewhere.
 */
function openWaiting(): number | undefined {
  try {
    const status = fs.fstatSync(0)
    if (process.platform === 'win32' || !(status.isFIFO() || isTerminal(0))) return undefined
    const path = process.platform === 'linux' ? '/proc/self/fd/0' : isTerminal(0) ? '/dev/tty' : undefined
    return path === undefined ? undefined : fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  } catch {
    return undefined
  }
}

/** Node takes no -1 for an owner that stays; the system's own -1 is this. */
const unsigned = (id: number): number => (id < 0 ? 0xffff_ffff : id)

/** Files, and what the descriptors are. */
export interface NodeFiles extends Files {
  readonly descriptors: Descriptors
}

/** The files of this machine. */
export function nodeFiles(interrupted: () => boolean, wait: (milliseconds: number) => void, mask: FileMask): NodeFiles {
  /** Run again until there is something to read, or room to write: the stream may be non-blocking. */
  function retrying<T>(file: OpenFile, body: () => T): T {
    for (let pause = 1; ; pause = Math.min(pause * 1.5, 25)) {
      try {
        return body()
      } catch (error) {
        if ((error as { code?: string }).code !== 'EAGAIN' || !file.blocking) throw error
        if (interrupted()) throw new HostError(EINTR, 'Interrupted system call')
        wait(pause)
      }
    }
  }
  let waiting: number | undefined
  let waitingTried = false
  /** The descriptor to read from. */
  function source(system: number): number {
    if (system !== 0) return system
    if (!waitingTried) {
      waitingTried = true
      waiting = openWaiting()
    }
    return waiting ?? system
  }
  const descriptors = newDescriptors()
  // A worker has no chdir: paths are made absolute here.
  let cwd = process.cwd()
  const at = (path: string): string | Buffer => systemPath(path.startsWith('/') || path === '' ? path : `${cwd}/${path}`)

  /** The system's number of an open file. */
  function systemOf(fd: number): number {
    const { system } = descriptors.get(fd)
    if (system === undefined) throw new HostError(EINVAL, 'Invalid argument')
    return system
  }

  /** Is there something to read? Only reading tells. */
  function hasInput(file: OpenFile): boolean {
    if (file.ahead !== undefined) return true
    const system = file.system as number
    const status = fs.fstatSync(system)
    if (source(system) === system && !status.isFIFO()) return true
    const one = new Uint8Array(1)
    try {
      file.ahead = one.subarray(0, fs.readSync(source(system), one))
    } catch (error) {
      return (error as { code?: string }).code !== 'EAGAIN'
    }
    return true
  }

  function readSystem(file: OpenFile, into: Uint8Array, position: number | undefined): number {
    const { ahead } = file
    if (ahead !== undefined && position === undefined && into.length > 0) {
      file.ahead = undefined
      into.set(ahead)
      return ahead.length
    }
    const own = position === undefined ? positionOf(file) : undefined
    try {
      const count = retrying(file, () => fs.readSync(source(file.system as number), into, 0, into.length, position ?? own ?? null))
      if (own !== undefined) file.position = own + count
      return count
    } catch (error) {
      // On Windows and some terminals the end of input is an error.
      if ((error as { code?: string }).code === 'EOF') return 0
      throw error
    }
  }

  function writeSystem(file: OpenFile, bytes: Uint8Array, position: number | undefined): number {
    const system = file.system as number
    const own = position === undefined ? positionOf(file) : undefined
    const count = retrying(file, () => fs.writeSync(system, bytes, 0, bytes.length, position ?? (file.append ? null : own) ?? null))
    if (own !== undefined) file.position = file.append ? fs.fstatSync(system).size : own + count
    return count
  }

  return {
    descriptors,
    cwd: () => cwd,
    chdir(path) {
      guard(() => {
        const full = fs.realpathSync.native(at(path), { encoding: 'buffer' })
        fs.readdirSync(full)
        cwd = pathText(full)
      })
    },
    stat: (path) => guard(() => statusOf(fs.statSync(at(path), quiet) ?? missing(at(path)))),
    lstat: (path) => guard(() => statusOf(fs.lstatSync(at(path), quiet) ?? missing(at(path)))),
    fstat: (fd) => {
      const { ends } = descriptors.get(fd)
      if (ends !== undefined) return ends.status()
      return guard(() => statusOf(fs.fstatSync(systemOf(fd), { bigint: true })))
    },
    listdir: (path) =>
      guard(() =>
        (fs.readdirSync(at(path), { withFileTypes: true, encoding: 'buffer' }) as unknown as fs.Dirent<Buffer>[]).map((entry) => ({
          name: pathText(entry.name as unknown as Buffer),
          kind: entry.isFile()
            ? ('file' as const)
            : entry.isDirectory()
              ? ('directory' as const)
              : entry.isSymbolicLink()
                ? ('symlink' as const)
                : ('other' as const),
        })),
      ),
    open: (path, flags, mode) =>
      guard(() => {
        const name = at(path)
        const correction = (flags & fs.constants.O_CREAT) === 0 || fs.existsSync(name) ? undefined : mask.correction(mode)
        const file = new OpenFile(openFile(name, flags, mode))
        if (correction !== undefined) fs.fchmodSync(file.system as number, correction)
        file.access = flags & 3
        file.append = (flags & O_APPEND) !== 0
        file.blocking = (flags & fs.constants.O_NONBLOCK) === 0
        const status = fs.fstatSync(file.system as number)
        // Linux's memory devices, /dev/null among them, can be asked for any position.
        if (status.isFile() || (process.platform === 'linux' && status.isCharacterDevice() && status.rdev >> 8 === 1)) file.position = 0
        return descriptors.add(file)
      }),
    close(fd) {
      guard(() => {
        const { system, holders } = descriptors.get(fd)
        if (system === 0 && holders === 1 && waiting !== undefined) {
          fs.closeSync(waiting)
          waiting = undefined
        }
        descriptors.close(fd)
      })
    },
    read: (fd, into, position) =>
      guard(() => {
        const file = descriptors.get(fd)
        return file.ends !== undefined ? file.ends.read(into) : readSystem(file, into, position)
      }),
    write: (fd, bytes, position) =>
      guard(() => {
        const file = descriptors.get(fd)
        return file.ends !== undefined ? file.ends.write(bytes) : writeSystem(file, bytes, position)
      }),
    seek: (fd, offset, whence) =>
      guard(() => {
        const file = descriptors.get(fd)
        const position = positionOf(file)
        // Standard streams redirected to a file: where they stand only the system knows.
        if (position === undefined) throw new HostError(ESPIPE, 'Illegal seek')
        const base = whence === SEEK_SET ? 0 : whence === SEEK_CUR ? position : fs.fstatSync(file.system as number).size
        const target = base + offset
        if (target < 0 || target > Number.MAX_SAFE_INTEGER) throw new HostError(EINVAL, 'Invalid argument')
        return (file.position = target)
      }),
    truncate: (fd, length) => guard(() => fs.ftruncateSync(systemOf(fd), length)),
    fsync: (fd) => guard(() => fs.fsyncSync(systemOf(fd))),
    attach: (ends) => descriptors.add(new OpenFile(undefined, ends)),
    attached: (fd) => descriptors.get(fd).ends,
    dup: (fd, to) => guard(() => descriptors.dup(fd, to)),
    inheritable: (fd) => descriptors.inheritable(fd),
    setInheritable: (fd, inheritable) => descriptors.setInheritable(fd, inheritable),
    blocking: (fd) => descriptors.get(fd).blocking,
    setBlocking: (fd, blocking) => void (descriptors.get(fd).blocking = blocking),
    ready: (fd, wanted) =>
      guard(() => {
        flushOwed()
        const file = descriptors.get(fd)
        if (file.ends !== undefined) return file.ends.ready(wanted)
        return (wanted & Ready.WRITE) | ((wanted & Ready.READ) !== 0 && hasInput(file) ? Ready.READ : 0)
      }),
    isatty(fd) {
      try {
        return isTerminal(systemOf(fd))
      } catch {
        return false
      }
    },
    mkdir: (path, mode) =>
      guard(() => {
        fs.mkdirSync(at(path), mode)
        const correction = mask.correction(mode)
        if (correction !== undefined) fs.chmodSync(at(path), correction)
      }),
    rmdir: (path) => guard(() => fs.rmdirSync(at(path))),
    unlink: (path) => guard(() => fs.unlinkSync(at(path))),
    rename: (from, to) => guard(() => fs.renameSync(at(from), at(to))),
    link: (from, to) => guard(() => fs.linkSync(at(from), at(to))),
    symlink: (target, path) => guard(() => fs.symlinkSync(systemPath(target), at(path))),
    readlink: (path) => guard(() => pathText(fs.readlinkSync(at(path), { encoding: 'buffer' }))),
    chmod: (path, mode) => guard(() => fs.chmodSync(at(path), mode)),
    utimes: (path, atime, mtime, follow = true) =>
      guard(() => (follow ? fs.utimesSync : fs.lutimesSync)(at(path), seconds(atime), seconds(mtime))),
    chown: (path, uid, gid, follow) => guard(() => (follow ? fs.chownSync : fs.lchownSync)(at(path), unsigned(uid), unsigned(gid))),
    statfs: (path) =>
      guard(() => {
        const { bsize, blocks, bfree, bavail, files, ffree } = fs.statfsSync(at(path), { bigint: true })
        return { blockSize: bsize, blocks, free: bfree, available: bavail, files, freeFiles: ffree }
      }),
    // Linux names what is open as files.
    ...(process.platform === 'linux' && {
      at: (fd: number, name: string) =>
        guard(() => {
          const system = systemOf(fd)
          const status = fs.fstatSync(system)
          if (name === '') return `/proc/self/fd/${system}`
          if (!status.isDirectory()) throw new HostError(ENOTDIR, 'Not a directory')
          return `/proc/self/fd/${system}/${name}`
        }),
    }),
    access(path, mode) {
      try {
        fs.accessSync(at(path), mode)
        return true
      } catch {
        return false
      }
    },
    realpath: (path) => guard(() => pathText(fs.realpathSync.native(at(path), { encoding: 'buffer' }))),
  }
}
