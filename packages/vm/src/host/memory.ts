// A host that is all memory: files in a tree, streams that are callbacks, the clock of the JavaScript engine. What
// browsers run on, and what a sandbox should: nothing outside can be reached.
import { HostError, type Clock, type Files, type FileStatus, type Host } from '../ports/host.ts'

/** Files that exist already and are only read, such as a library's archive: looked up by path below `path`. */
export interface Mount {
  readonly path: string
  /** Every file, relative to `path`. */
  readonly names: readonly string[]
  read(name: string): Uint8Array | undefined
}

export interface MemoryHostOptions {
  readonly mounts?: readonly Mount[]
  /** Bytes for standard input; an empty array is its end. */
  readonly stdin?: (size: number) => Uint8Array
  readonly stdout?: (bytes: Uint8Array) => void
  readonly stderr?: (bytes: Uint8Array) => void
  readonly environment?: Readonly<Record<string, string>>
  /** Bytes nobody can guess; the engine's own generator when the host has nothing better. */
  readonly randomBytes?: (count: number) => Uint8Array
  /** Asked now and then while Python runs: true stops the program with KeyboardInterrupt. */
  readonly interrupted?: () => boolean
}

const errors = { ENOENT: 2, EBADF: 9, EEXIST: 17, ENOTDIR: 20, EISDIR: 21, EINVAL: 22, ESPIPE: 29, ENOTEMPTY: 39, ENOSYS: 38 } as const
const texts: Readonly<Record<number, string>> = {
  2: 'No such file or directory', 9: 'Bad file descriptor', 17: 'File exists', 20: 'Not a directory', 21: 'Is a directory',
  22: 'Invalid argument', 29: 'Illegal seek', 38: 'Function not implemented', 39: 'Directory not empty',
}
const fail = (errno: number): never => {
  throw new HostError(errno, texts[errno] ?? 'error')
}

const S_IFDIR = 0o040000
const S_IFREG = 0o100000
const S_IFCHR = 0o020000
const O_ACCESS = 3
const O_CREAT = 0o100
const O_EXCL = 0o200
const O_TRUNC = 0o1000
const O_APPEND = 0o2000

interface FileNode {
  bytes: Uint8Array
  size: number
  mode: number
  changed: bigint
  readonly number: bigint
  /** Contents that are read when first needed. */
  load?: (() => Uint8Array) | undefined
}
interface FolderNode {
  readonly entries: Map<string, Node>
  mode: number
  changed: bigint
  readonly number: bigint
}
type Node = FileNode | FolderNode
const isFolder = (node: Node): node is FolderNode => 'entries' in node

interface OpenFile {
  readonly node: FileNode
  readonly append: boolean
  position: number
}

/** Wall time in nanoseconds; Date is all that every engine has. */
const now = (): bigint => BigInt(Date.now()) * 1_000_000n

/** The time of what is mounted, the same in each host: 1980, where zip archives begin to count. */
const MOUNTED = 315_532_800_000_000_000n

/** The tree, and the descriptors open on it. */
class MemoryFiles implements Files {
  #numbers = 1n
  #now: () => bigint = () => MOUNTED
  readonly #root: FolderNode = this.#folder()
  readonly #open = new Map<number, OpenFile>()
  readonly #options: MemoryHostOptions
  #cwd = '/'

  constructor(options: MemoryHostOptions) {
    this.#options = options
    for (const mount of options.mounts ?? []) this.#mount(mount)
    for (const path of ['/tmp', '/home']) this.#make(path)
    this.#now = now
  }

  #folder(): FolderNode {
    return { entries: new Map(), mode: S_IFDIR | 0o755, changed: this.#now(), number: this.#numbers++ }
  }
  #file(load?: () => Uint8Array): FileNode {
    return { bytes: new Uint8Array(0), size: 0, mode: S_IFREG | 0o644, changed: this.#now(), number: this.#numbers++, load }
  }

  #mount(mount: Mount): void {
    for (const name of mount.names) {
      if (name.endsWith('/')) continue
      const path = `${mount.path}/${name}`
      const slash = path.lastIndexOf('/')
      this.#make(path.slice(0, slash)).entries.set(path.slice(slash + 1), this.#file(() => mount.read(name) ?? new Uint8Array(0)))
    }
  }

  /** A folder, with those above it. */
  #make(path: string): FolderNode {
    let folder = this.#root
    for (const part of this.#parts(path)) {
      let next = folder.entries.get(part)
      if (next === undefined) folder.entries.set(part, (next = this.#folder()))
      if (!isFolder(next)) return fail(errors.ENOTDIR)
      folder = next
    }
    return folder
  }

  /** The names of an absolute path, `.` and `..` worked out. */
  #parts(path: string): string[] {
    const parts: string[] = []
    for (const part of (path.startsWith('/') ? path : `${this.#cwd}/${path}`).split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '' && part !== '.') parts.push(part)
    }
    return parts
  }

  #find(path: string): Node | undefined {
    if (path === '') return undefined
    let node: Node = this.#root
    for (const part of this.#parts(path)) {
      if (!isFolder(node)) return fail(errors.ENOTDIR)
      const next = node.entries.get(part)
      if (next === undefined) return undefined
      node = next
    }
    return node
  }

  #existing(path: string): Node {
    return this.#find(path) ?? fail(errors.ENOENT)
  }

  /** The folder that holds a path's last name, and that name. */
  #parent(path: string): [FolderNode, string] {
    const parts = this.#parts(path)
    const name = parts.pop() ?? fail(errors.EEXIST)
    const folder = this.#existing(`/${parts.join('/')}`)
    return isFolder(folder) ? [folder, name] : fail(errors.ENOTDIR)
  }

  #loaded(node: FileNode): FileNode {
    if (node.load !== undefined) {
      node.bytes = node.load().slice()
      node.size = node.bytes.length
      node.load = undefined
    }
    return node
  }

  #status(node: Node): FileStatus {
    const size = isFolder(node) ? node.entries.size : this.#loaded(node).size
    return {
      mode: node.mode, ino: node.number, dev: 1n, nlink: 1, uid: 0, gid: 0, size, atime: node.changed, mtime: node.changed,
      ctime: node.changed, blksize: 4096, blocks: Math.ceil(size / 512), rdev: 0n,
    }
  }

  #descriptor(fd: number): OpenFile {
    return this.#open.get(fd) ?? fail(errors.EBADF)
  }

  cwd(): string {
    return this.#cwd
  }
  chdir(path: string): void {
    if (!isFolder(this.#existing(path))) fail(errors.ENOTDIR)
    this.#cwd = `/${this.#parts(path).join('/')}`
  }
  stat(path: string): FileStatus {
    return this.#status(this.#existing(path))
  }
  lstat(path: string): FileStatus {
    return this.stat(path)
  }
  fstat(fd: number): FileStatus {
    if (fd <= 2 && !this.#open.has(fd)) {
      return {
        mode: S_IFCHR | 0o620, ino: BigInt(fd + 1), dev: 2n, nlink: 1, uid: 0, gid: 0, size: 0, atime: 0n, mtime: 0n, ctime: 0n,
        blksize: 1024, blocks: 0, rdev: 0n,
      }
    }
    return this.#status(this.#descriptor(fd).node)
  }
  listdir(path: string): { name: string; kind: 'file' | 'directory' }[] {
    const folder = this.#existing(path)
    if (!isFolder(folder)) return fail(errors.ENOTDIR)
    return [...folder.entries].map(([name, node]) => ({ name, kind: isFolder(node) ? ('directory' as const) : ('file' as const) }))
  }
  open(path: string, flags: number, mode: number): number {
    let node = this.#find(path)
    if (node === undefined) {
      if ((flags & O_CREAT) === 0) return fail(errors.ENOENT)
      const [folder, name] = this.#parent(path)
      const made = this.#file()
      made.mode = S_IFREG | (mode & 0o777)
      folder.entries.set(name, made)
      node = made
    } else if ((flags & O_EXCL) !== 0 && (flags & O_CREAT) !== 0) return fail(errors.EEXIST)
    if (isFolder(node)) return fail(errors.EISDIR)
    this.#loaded(node)
    if ((flags & O_TRUNC) !== 0 && (flags & O_ACCESS) !== 0) node.size = 0
    let fd = 3
    while (this.#open.has(fd)) fd++
    this.#open.set(fd, { node, append: (flags & O_APPEND) !== 0, position: 0 })
    return fd
  }
  close(fd: number): void {
    if (!this.#open.delete(fd) && fd > 2) fail(errors.EBADF)
  }
  read(fd: number, into: Uint8Array, position?: number): number {
    if (fd === 0 && !this.#open.has(0)) {
      const bytes = this.#options.stdin?.(into.length) ?? new Uint8Array(0)
      into.set(bytes.subarray(0, into.length))
      return Math.min(bytes.length, into.length)
    }
    const file = this.#descriptor(fd)
    const from = position ?? file.position
    const part = file.node.bytes.subarray(from, Math.min(file.node.size, from + into.length))
    into.set(part)
    if (position === undefined) file.position += part.length
    return part.length
  }
  write(fd: number, bytes: Uint8Array, position?: number): number {
    if ((fd === 1 || fd === 2) && !this.#open.has(fd)) {
      ;(fd === 1 ? this.#options.stdout : this.#options.stderr)?.(bytes.slice())
      return bytes.length
    }
    const file = this.#descriptor(fd)
    const { node } = file
    const at = position ?? (file.append ? node.size : file.position)
    const end = at + bytes.length
    if (end > node.bytes.length) {
      const grown = new Uint8Array(Math.max(end, node.bytes.length * 2))
      grown.set(node.bytes.subarray(0, node.size))
      node.bytes = grown
    }
    if (at > node.size) node.bytes.fill(0, node.size, at)
    node.bytes.set(bytes, at)
    node.size = Math.max(node.size, end)
    node.changed = now()
    if (position === undefined) file.position = end
    return bytes.length
  }
  seek(fd: number, offset: number, whence: number): number {
    if (fd <= 2 && !this.#open.has(fd)) return fail(errors.ESPIPE)
    const file = this.#descriptor(fd)
    const target = offset + (whence === 0 ? 0 : whence === 1 ? file.position : file.node.size)
    if (target < 0) return fail(errors.EINVAL)
    return (file.position = target)
  }
  truncate(fd: number, length: number): void {
    const { node } = this.#descriptor(fd)
    if (length > node.bytes.length) {
      const grown = new Uint8Array(length)
      grown.set(node.bytes.subarray(0, node.size))
      node.bytes = grown
    } else if (length > node.size) node.bytes.fill(0, node.size, length)
    node.size = length
    node.changed = now()
  }
  fsync(): void {}
  isatty(): boolean {
    return false
  }
  mkdir(path: string, mode: number): void {
    const [folder, name] = this.#parent(path)
    if (folder.entries.has(name)) fail(errors.EEXIST)
    const made = this.#folder()
    made.mode = S_IFDIR | (mode & 0o777)
    folder.entries.set(name, made)
  }
  rmdir(path: string): void {
    const [folder, name] = this.#parent(path)
    const node = folder.entries.get(name) ?? fail(errors.ENOENT)
    if (!isFolder(node)) return fail(errors.ENOTDIR)
    if (node.entries.size > 0) fail(errors.ENOTEMPTY)
    folder.entries.delete(name)
  }
  unlink(path: string): void {
    const [folder, name] = this.#parent(path)
    const node = folder.entries.get(name) ?? fail(errors.ENOENT)
    if (isFolder(node)) fail(errors.EISDIR)
    folder.entries.delete(name)
  }
  rename(from: string, to: string): void {
    const [folder, name] = this.#parent(from)
    const node = folder.entries.get(name) ?? fail(errors.ENOENT)
    const [target, newName] = this.#parent(to)
    folder.entries.delete(name)
    target.entries.set(newName, node)
  }
  link(): void {
    fail(errors.ENOSYS)
  }
  symlink(): void {
    fail(errors.ENOSYS)
  }
  readlink(): string {
    return fail(errors.EINVAL)
  }
  chmod(path: string, mode: number): void {
    const node = this.#existing(path)
    node.mode = (node.mode & ~0o777) | (mode & 0o777)
  }
  utimes(path: string, _atime: bigint, mtime: bigint): void {
    this.#existing(path).changed = mtime
  }
  access(path: string): boolean {
    try {
      return this.#find(path) !== undefined
    } catch {
      return false
    }
  }
  realpath(path: string): string {
    this.#existing(path)
    return `/${this.#parts(path).join('/')}`
  }
}

const clock: Clock = {
  wall: now,
  monotonic: now,
  process: now,
  sleep(nanoseconds, interrupted) {
    const end = Date.now() + Number(nanoseconds) / 1e6
    // Nothing in memory can wake a program but time itself.
    while (Date.now() < end) if (interrupted()) return
  },
  zone: () => ({ offset: 0, name: 'UTC', isDst: false }),
}

/** A host without an outside. */
export function memoryHost(options: MemoryHostOptions = {}): Host {
  const environment: Record<string, string> = { ...options.environment }
  return {
    files: new MemoryFiles(options),
    clock,
    platform: 'linux',
    environment,
    setEnvironment(name, value) {
      if (value === undefined) delete environment[name]
      else environment[name] = value
    },
    randomBytes: options.randomBytes ?? ((count) => Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256))),
    pid: 1,
    terminalSize: () => undefined,
    system: { sysname: 'Pellucid', nodename: 'localhost', release: '3.13', version: '3.13', machine: 'javascript' },
    user: undefined,
    interrupted: options.interrupted ?? (() => false),
  }
}
