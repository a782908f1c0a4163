// Files in a tree of memory.
import { HostError, Ready, type Ends, type Files, type FileStatus } from '../ports/host.ts'
import { DescriptorTable } from './descriptor-table.ts'

/** Files that exist already and are only read, such as a library's archive: looked up by path below `path`. */
export interface Mount {
  readonly path: string
  /** Every file, relative to `path`. */
  readonly names: readonly string[]
  read(name: string): Uint8Array | undefined
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
const O_ACCESS = 3
const [O_RDONLY, O_WRONLY] = [0, 1]
const O_CREAT = 0o100
const O_EXCL = 0o200
const O_TRUNC = 0o1000
const O_APPEND = 0o2000
const O_NONBLOCK = 0o4000

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

/** An open file: one of the tree, or what was attached. */
class OpenFile {
  position = 0
  holders = 1
  blocking: boolean
  readonly content: FileNode | Ends
  readonly #flags: number

  constructor(content: FileNode | Ends, flags: number) {
    this.content = content
    this.#flags = flags
    this.blocking = (flags & O_NONBLOCK) === 0
  }
  get append(): boolean {
    return (this.#flags & O_APPEND) !== 0
  }
  get reads(): boolean {
    return (this.#flags & O_ACCESS) !== O_WRONLY
  }
  get writes(): boolean {
    return (this.#flags & O_ACCESS) !== O_RDONLY
  }
}
const O_RDWR = 2
const isEnds = (content: FileNode | Ends): content is Ends => 'ready' in content

/** Wall time in nanoseconds; Date is all that every engine has. */
export const now = (): bigint => BigInt(Date.now()) * 1_000_000n

/** The time of what is mounted, the same in each host: 1980, where zip archives begin to count. */
const MOUNTED = 315_532_800_000_000_000n

/** The tree, and what is open: files of it, standard streams, ends of pipes. */
export class MemoryFiles implements Files {
  #numbers = 1n
  #now: () => bigint = () => MOUNTED
  readonly #root: FolderNode = this.#folder()
  readonly #open: DescriptorTable<OpenFile>
  #cwd = '/'

  constructor(mounts: readonly Mount[], streams: readonly Ends[]) {
    this.#open = new DescriptorTable(
      () => streams.map((ends, fd) => [fd, new OpenFile(ends, O_RDWR)] as const),
      ({ content }) => {
        if (isEnds(content)) content.close()
      },
    )
    for (const mount of mounts) this.#mount(mount)
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

  /** The node of an open file of the tree; what is attached has none. */
  #nodeOf(fd: number, otherwise: number): FileNode {
    const { content } = this.#open.get(fd)
    return isEnds(content) ? fail(otherwise) : content
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
    const { content } = this.#open.get(fd)
    return isEnds(content) ? content.status() : this.#status(content)
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
    return this.#open.add(new OpenFile(node, flags))
  }
  close(fd: number): void {
    this.#open.close(fd)
  }
  read(fd: number, into: Uint8Array, position?: number): number {
    const file = this.#open.get(fd)
    if (!file.reads) return fail(errors.EBADF)
    const { content } = file
    if (isEnds(content)) return content.read(into)
    const from = position ?? file.position
    const part = content.bytes.subarray(from, Math.min(content.size, from + into.length))
    into.set(part)
    if (position === undefined) file.position += part.length
    return part.length
  }
  write(fd: number, bytes: Uint8Array, position?: number): number {
    const file = this.#open.get(fd)
    if (!file.writes) return fail(errors.EBADF)
    const { content } = file
    if (isEnds(content)) return content.write(bytes)
    const at = position ?? (file.append ? content.size : file.position)
    const end = at + bytes.length
    this.#resize(content, Math.max(content.size, end))
    content.bytes.set(bytes, at)
    if (position === undefined) file.position = end
    return bytes.length
  }
  /** Zeros behind the old end; room for more at once, so that many small writes cost as much as one. */
  #resize(node: FileNode, size: number): void {
    if (size > node.bytes.length) {
      const grown = new Uint8Array(Math.max(size, node.bytes.length * 2))
      grown.set(node.bytes.subarray(0, node.size))
      node.bytes = grown
    } else if (size > node.size) node.bytes.fill(0, node.size, size)
    node.size = size
    node.changed = now()
  }
  seek(fd: number, offset: number, whence: number): number {
    const node = this.#nodeOf(fd, errors.ESPIPE)
    const file = this.#open.get(fd)
    const target = offset + (whence === 0 ? 0 : whence === 1 ? file.position : node.size)
    if (target < 0 || target > Number.MAX_SAFE_INTEGER) return fail(errors.EINVAL)
    return (file.position = target)
  }
  truncate(fd: number, length: number): void {
    const node = this.#nodeOf(fd, errors.EINVAL)
    this.#resize(this.#open.get(fd).writes ? node : fail(errors.EINVAL), length)
  }
  attach(ends: Ends): number {
    return this.#open.add(new OpenFile(ends, O_RDWR))
  }
  attached(fd: number): Ends | undefined {
    const { content } = this.#open.get(fd)
    return isEnds(content) ? content : undefined
  }
  dup(fd: number, to?: number): number {
    return this.#open.dup(fd, to)
  }
  inheritable(fd: number): boolean {
    return this.#open.inheritable(fd)
  }
  setInheritable(fd: number, inheritable: boolean): void {
    this.#open.setInheritable(fd, inheritable)
  }
  blocking(fd: number): boolean {
    return this.#open.get(fd).blocking
  }
  setBlocking(fd: number, blocking: boolean): void {
    this.#open.get(fd).blocking = blocking
  }
  ready(fd: number, wanted: number): number {
    const { content } = this.#open.get(fd)
    return isEnds(content) ? content.ready(wanted) : wanted & (Ready.READ | Ready.WRITE)
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
