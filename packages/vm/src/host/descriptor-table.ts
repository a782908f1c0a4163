// Descriptors: Python's numbers of open files. Several may name the same one, which is closed with the last of them.
import { HostError } from '../ports/host.ts'

const EBADF = 9

/** What a table holds: it counts here how many descriptors name the file. */
export interface OpenOnce {
  holders: number
}

interface Descriptor<File> {
  readonly file: File
  inheritable: boolean
}

/**
 * Which open file each descriptor is, for a host that has descriptors of its own (`Files.dup`, `Files.inheritable`):
 * files go in, the lowest free numbers come out. Unknown numbers are a HostError, EBADF. See POSIX, open(2) and dup(2).
 */
export class DescriptorTable<File extends OpenOnce> {
  readonly #open = new Map<number, Descriptor<File>>()
  #inherited: (() => Iterable<readonly [number, File]>) | undefined
  readonly #closed: (file: File) => void

  /** `inherited` tells what is open from the start, when that is first asked; `closed` is told of a file that nobody names any more. */
  constructor(inherited: () => Iterable<readonly [number, File]>, closed: (file: File) => void) {
    this.#inherited = inherited
    this.#closed = closed
  }

  #table(): Map<number, Descriptor<File>> {
    const inherited = this.#inherited
    if (inherited !== undefined) {
      this.#inherited = undefined
      for (const [fd, file] of inherited()) this.#open.set(fd, { file, inheritable: true })
    }
    return this.#open
  }

  #entry(fd: number): Descriptor<File> {
    const entry = this.#table().get(fd)
    if (entry === undefined) throw new HostError(EBADF, 'Bad file descriptor')
    return entry
  }

  get(fd: number): File {
    return this.#entry(fd).file
  }

  inheritable(fd: number): boolean {
    return this.#entry(fd).inheritable
  }

  setInheritable(fd: number, inheritable: boolean): void {
    this.#entry(fd).inheritable = inheritable
  }

  /** A number for an open file: the lowest that is free, or `fd`. */
  add(file: File, fd = this.#lowest()): number {
    this.#table().set(fd, { file, inheritable: false })
    return fd
  }

  #lowest(): number {
    const table = this.#table()
    let fd = 0
    while (table.has(fd)) fd++
    return fd
  }

  /** Another number for the same file: the lowest that is free, or `to`, whose file is closed first. */
  dup(fd: number, to?: number): number {
    const file = this.get(fd)
    if (to === fd) return fd
    if (to !== undefined && this.#table().has(to)) this.close(to)
    file.holders++
    return this.add(file, to)
  }

  close(fd: number): void {
    const { file } = this.#entry(fd)
    this.#open.delete(fd)
    if (--file.holders === 0) this.#closed(file)
  }

  /** Each open file, once. */
  files(): Set<File> {
    return new Set([...this.#table().values()].map(({ file }) => file))
  }
}
