// A first attempt at a program, on a thread that can do little: it hears no Ctrl-C, may not wait, has a small stack. What
// Python asks of the host is answered as long as nobody outside can tell: it reads, and output is held back. At the
// first question of another kind the attempt is over, and its output is dropped: the program has yet to start.
import { PyCompileError } from '@pellucid/source'
import { HostError, type Files, type Host, type Thread } from '@pellucid/vm'
import { isTerminal } from './files.ts'
import { deaf, type Interrupts } from './interrupts.ts'

/** Ends an attempt: no Python `except` sees it. */
export class TrialOver extends Error {
  override readonly name = 'TrialOver'
}

/** Turns of the scheduler (10,000 calls and back-edges) that an attempt may take. */
const MOST_TURNS = 60
/** Bytes of output that are held back: no more than an empty pipe takes at once, so that a reader who leaves early is noticed before. */
const MOST_OUTPUT = 60_000

const [REGULAR, DIRECTORY, KIND] = [0o100000, 0o40000, 0o170000]
const [O_ACCMODE, O_CREAT, O_TRUNC] = [3, 0o100, 0o1000]
const SEEK_CUR = 1

/** Questions about files whose answers change nothing; where a program stands is this process's own note. */
const quiet = new Set<keyof Files>(['cwd', 'chdir', 'stat', 'lstat', 'listdir', 'isatty', 'readlink', 'access', 'realpath', 'at', 'statfs', 'attached', 'inheritable', 'blocking'])

interface Output {
  readonly fd: number
  readonly bytes: Uint8Array
}

export class Trial {
  #over = false
  #turns = 0
  readonly #output: Output[] = []
  #size = 0
  /** The files that the program opened. */
  readonly #open = new Set<number>()
  #files: Files | undefined
  #commits = false

  /** Whether the program has to start again. */
  get over(): boolean {
    return this.#over
  }

  /** End the attempt. */
  readonly giveUp = (): never => {
    this.#over = true
    throw new TrialOver()
  }

  /** What another thread does elsewhere. */
  readonly interrupts: Interrupts = {
    interrupted: () => (++this.#turns > MOST_TURNS ? this.giveUp() : false),
    wait: (milliseconds) => (this.#commits ? deaf.wait(milliseconds) : this.giveUp()),
    children: { start: this.giveUp, ended: () => [] },
    signals: { take: () => [], listen: this.giveUp, timer: this.giveUp },
  }

  /** A host that asks `host` what leaves no trace, and gives up at the rest. */
  host(host: Host): Host {
    const files = this.#wrapped(host.files)
    const { clock, processes } = host
    const own: Partial<Host> = {
      files,
      clock: { ...clock, sleep: (nanoseconds) => (nanoseconds > 0n ? this.giveUp() : undefined) },
      umask: this.giveUp,
      kill: this.giveUp,
      rest: this.giveUp,
      ...(processes !== undefined && { processes: { spawn: this.giveUp, ended: (pid) => processes.ended(pid) } }),
      terminalSize: (fd) => (isTerminal(fd) ? this.giveUp() : host.terminalSize(fd)),
    }
    return new Proxy(host, { get: (target, name) => Reflect.get(name in own ? own : target, name) as unknown })
  }

  #wrapped(files: Files): Files {
    this.#files = files
    const own: Partial<Files> = {
      open: (path, flags, mode) => this.#opened(files, path, flags, mode),
      read: (fd, into, position) => (this.#open.has(fd) ? files.read(fd, into, position) : this.giveUp()),
      seek: (fd, offset, whence) =>
        this.#open.has(fd) || (offset === 0 && whence === SEEK_CUR && !this.#wroteTo(fd)) ? files.seek(fd, offset, whence) : this.giveUp(),
      fstat: (fd) => (this.#wroteTo(fd) ? this.giveUp() : files.fstat(fd)),
      close: (fd) => {
        if (!this.#open.delete(fd)) this.giveUp()
        files.close(fd)
      },
      write: (fd, bytes, position) => this.#write(files, fd, bytes, position),
    }
    return new Proxy(files, {
      get: (target, name: keyof Files) => {
        const found = own[name]
        if (found !== undefined) return found
        const real = target[name] as ((...args: never[]) => unknown) | undefined
        return real === undefined || quiet.has(name) ? real?.bind(target) : this.giveUp
      },
    })
  }

  /** This thread's stack is not what Python may count on: where it ends, so does the attempt. */
  watch({ interpreter }: Thread): void {
    const { convertError } = interpreter
    interpreter.stackEnded = this.giveUp
    interpreter.convertError = (error, py) => {
      if (error instanceof TrialOver) throw error
      return error instanceof PyCompileError && (error.name === 'MemoryError' || error.name === 'RecursionError') ? this.giveUp() : convertError?.(error, py)
    }
  }

  #wroteTo(fd: number): boolean {
    return this.#output.some((output) => output.fd === fd)
  }

  /** Only a file to read, which must be one: to open a pipe wakes whoever waits at its other end. */
  #opened(files: Files, path: string, flags: number, mode: number): number {
    if ((flags & (O_ACCMODE | O_CREAT | O_TRUNC)) !== 0) this.giveUp()
    let kind = REGULAR
    try {
      const status = files.stat(path)
      kind = status.mode & KIND
      // What the program has written there it would read.
      for (const { fd } of this.#output) if (files.fstat(fd).ino === status.ino) this.giveUp()
    } catch (error) {
      // `open` says why.
      if (!(error instanceof HostError)) throw error
    }
    if (kind !== REGULAR && kind !== DIRECTORY) this.giveUp()
    const fd = files.open(path, flags, mode)
    this.#open.add(fd)
    return fd
  }

  #write(files: Files, fd: number, bytes: Uint8Array, position: number | undefined): number {
    if ((fd !== 1 && fd !== 2) || position !== undefined) this.giveUp()
    // A stream that is not open says so.
    files.fstat(fd)
    this.#size += bytes.length
    if (this.#size > MOST_OUTPUT) this.giveUp()
    this.#output.push({ fd, bytes: bytes.slice() })
    return bytes.length
  }

  /**
   * The attempt stands: write what was held back. Answers how much of it could be written; where nothing could, the
   * attempt may still be dropped.
   */
  commit(): 'all' | 'part' | 'nothing' {
    this.#commits = true
    let begun = false
    try {
      for (const { fd, bytes } of joined(this.#output)) {
        for (let at = 0; at < bytes.length; begun = true) at += (this.#files as Files).write(fd, bytes.subarray(at))
      }
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      return begun ? 'part' : 'nothing'
    }
    return 'all'
  }

  /** The attempt does not stand: leave nothing open. */
  drop(): void {
    for (const fd of this.#open) this.#files?.close(fd)
  }
}

/** What goes to the same stream one after another, as one piece. */
function joined(output: readonly Output[]): Output[] {
  const pieces: { readonly fd: number; readonly parts: Uint8Array[] }[] = []
  for (const { fd, bytes } of output) {
    const last = pieces.at(-1)
    if (last?.fd === fd) last.parts.push(bytes)
    else pieces.push({ fd, parts: [bytes] })
  }
  return pieces.map(({ fd, parts }) => ({ fd, bytes: parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts) }))
}
