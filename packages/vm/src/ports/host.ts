// The world outside: files, streams, clocks. Everything is synchronous; what a host cannot do it leaves undefined.

/** A failed system call; becomes OSError. */
export class HostError extends Error {
  override readonly name = 'HostError'
  /** Linux errno. */
  readonly errno: number
  constructor(errno: number, message: string) {
    super(message)
    this.errno = errno
  }
}

/** `os.stat_result` in its natural units; times in nanoseconds. */
export interface FileStatus {
  mode: number
  ino: bigint
  dev: bigint
  nlink: number
  uid: number
  gid: number
  size: number
  atime: bigint
  mtime: bigint
  ctime: bigint
  blksize: number
  blocks: number
  rdev: bigint
}

/** POSIX-like files. Paths are absolute or relative to `cwd`; bytes beyond UTF-8 travel as surrogate escapes. */
export interface Files {
  cwd(): string
  chdir(path: string): void
  stat(path: string): FileStatus
  lstat(path: string): FileStatus
  fstat(fd: number): FileStatus
  listdir(path: string): { name: string; kind: 'file' | 'directory' | 'symlink' | 'other' }[]
  /** `flags` and `mode` are Linux's O_… and permission bits. */
  open(path: string, flags: number, mode: number): number
  close(fd: number): void
  /** Fewer bytes than asked for at the end; 0 at the very end. `position` undefined: the file's own. */
  read(fd: number, into: Uint8Array, position?: number): number
  write(fd: number, bytes: Uint8Array, position?: number): number
  seek(fd: number, offset: number, whence: number): number
  truncate(fd: number, length: number): void
  fsync(fd: number): void
  isatty(fd: number): boolean
  mkdir(path: string, mode: number): void
  rmdir(path: string): void
  unlink(path: string): void
  rename(from: string, to: string): void
  link(from: string, to: string): void
  symlink(target: string, path: string): void
  readlink(path: string): string
  chmod(path: string, mode: number): void
  utimes(path: string, atime: bigint, mtime: bigint): void
  access(path: string, mode: number): boolean
  realpath(path: string): string
}

export interface Clock {
  /** Nanoseconds since the epoch. */
  wall(): bigint
  /** Nanoseconds from an arbitrary start, never back. */
  monotonic(): bigint
  /** Nanoseconds of processor time. */
  process(): bigint
  /** Block; returns early when `interrupted` says so. */
  sleep(nanoseconds: bigint, interrupted: () => boolean): void
  /** Offset from UTC in seconds east and the zone's name, at a time in seconds since the epoch. */
  zone(seconds: number): { offset: number; name: string; isDst: boolean }
}

export interface Host {
  readonly files: Files
  readonly clock: Clock
  /** `sys.platform`: 'linux', 'darwin', 'win32', 'emscripten'. */
  readonly platform: string
  readonly environment: Readonly<Record<string, string>>
  setEnvironment(name: string, value: string | undefined): void
  randomBytes(count: number): Uint8Array
  readonly pid: number
  /** Terminal size of a file descriptor; undefined when it is no terminal. */
  terminalSize(fd: number): { columns: number; lines: number } | undefined
  /** uname-like facts. */
  readonly system: { sysname: string; nodename: string; release: string; version: string; machine: string }
  readonly user: { uid: number; gid: number; name: string; home: string } | undefined
  /** Number of processors; 1 where unknown. */
  readonly processors?: number
  /** Sets the permissions that new files lack; the ones before. */
  umask?(mask: number): number
  /** Sends a signal; the error number if it fails. */
  kill?(pid: number, signal: number): number | undefined
  /** Has the user asked to stop (Ctrl-C) since the last call? */
  interrupted(): boolean
}
