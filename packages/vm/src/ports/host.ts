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
  /** Of a symbolic link itself when `follow` is false. */
  utimes(path: string, atime: bigint, mtime: bigint, follow?: boolean): void
  access(path: string, mode: number): boolean
  realpath(path: string): string
  /** A path to what a descriptor has open, or to a name in the folder it has open. */
  at?(fd: number, name: string): string
  /** -1 leaves an owner as it is. */
  chown?(path: string, uid: number, gid: number, follow: boolean): void
  statfs?(path: string): FileSystemStatus

  // What follows is of descriptors that are more than files: a host has all of it or nothing.
  /** A number for an open file that the machine made: the end of a pipe, a socket. */
  attach?(ends: Ends): number
  /** What was attached under a number; undefined for the host's own files. */
  attached?(fd: number): Ends | undefined
  /** Another descriptor of the same open file: the lowest that is free, or `to`, whose file is closed first. */
  dup?(fd: number, to?: number): number
  /** Do children inherit it? */
  inheritable?(fd: number): boolean
  setInheritable?(fd: number, inheritable: boolean): void
  /** Do reads and writes wait? The machine asks, and waits. */
  blocking?(fd: number): boolean
  setBlocking?(fd: number, blocking: boolean): void
  /** What of `wanted` (bits of `Ready`) can be done without waiting; `HANGUP` and `BROKEN` come unasked. */
  ready?(fd: number, wanted: number): number
}

/** An open file that is no file. Nothing here waits: EAGAIN asks the machine to. */
export interface Ends {
  read(into: Uint8Array): number
  write(bytes: Uint8Array): number
  /** See `Files.ready`. */
  ready(wanted: number): number
  close(): void
  status(): FileStatus
}

/** What a descriptor is ready for. */
export const Ready = {
  READ: 1,
  WRITE: 2,
  /** Nothing more will come. */
  HANGUP: 4,
  /** Nobody will read what is written. */
  BROKEN: 8,
} as const

/** A program to start. */
export interface ChildRequest {
  /** Paths to try in turn, until one is a program. */
  readonly programs: readonly string[]
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly cwd: string | undefined
  /** The child's descriptors, by number: which of ours each is. */
  readonly descriptors: ReadonlyMap<number, number>
  readonly newSession: boolean
  readonly uid?: number
  readonly gid?: number
  readonly umask?: number
}

/** Other programs. */
export interface Processes {
  /** Start one; answers its process number. */
  spawn(request: ChildRequest): number
  /**
   * A child that has ended, and its status as wait(2) has it: process `pid`, any for -1. Undefined while none has;
   * ECHILD when there is none to wait for.
   */
  ended(pid: number): { readonly pid: number; readonly status: number } | undefined
}

/** Signals from outside. */
export interface Signals {
  /** Those that came since the last call. */
  take(): readonly number[]
  /** What happens when one comes; a failure is an error number. */
  listen(signal: number, how: 'default' | 'ignore' | 'tell'): void
  /** Tell of SIGALRM after so long, and again after each interval; 0 for no more. */
  timer(milliseconds: number, interval: number): void
}

/** What is known of a file system; sizes in blocks. */
export interface FileSystemStatus {
  readonly blockSize: bigint
  readonly blocks: bigint
  readonly free: bigint
  /** Free for users without privileges. */
  readonly available: bigint
  readonly files: bigint
  readonly freeFiles: bigint
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
  /**
   * Offset from UTC in seconds east and the zone's name, at a time in seconds since the epoch; of the zone that the environment
   * named at the start, or at the last `readZone`.
   */
  zone(seconds: number): { offset: number; name: string; isDst: boolean }
  /** Take the zone that the environment names now. */
  readZone?(): void
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
  /** The process that started this one. */
  readonly parent?: number
  /** Groups of this process. */
  readonly groups?: readonly number[]
  /** How busy the system was for 1, 5 and 15 minutes. */
  readonly loadAverage?: readonly number[]
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
  readonly processes?: Processes
  readonly signals?: Signals
  /** Have the engine collect what nobody reaches, before it answers. */
  collect?(): void
  /** Let time pass until something happens outside, at most so long. */
  rest?(milliseconds: number): void
  /** Has the user asked to stop (Ctrl-C) since the last call? With `signals`: has a signal come that was not taken yet? */
  interrupted(): boolean
}
