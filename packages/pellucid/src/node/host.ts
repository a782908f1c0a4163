// The machine's Host on Node.
import fs from 'node:fs'
import type { Clock, Host } from '@pellucid/vm'
import { EINVAL, errorNumber, isTerminal, nodeFiles } from './files.ts'
import { FileMask } from './file-mask.ts'
import type { Interrupts } from './interrupts.ts'
import { nodeProcesses } from './processes.ts'
import { LocalZone } from './zones/local-zone.ts'

/** Loaded when something is asked of it: start-up asks nothing. */
const os = (): typeof import('node:os') => process.getBuiltinModule('node:os')

const start = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint()

/** Sends a signal; the error number when the system refuses. */
function kill(pid: number, signal: number): number | undefined {
  try {
    process.kill(pid, signal)
    return undefined
  } catch (caught) {
    const { code } = caught as { code?: string }
    return (code === undefined ? undefined : errorNumber(code)) ?? EINVAL
  }
}

/** From the system's own source: `node:crypto` takes longer to load than a small program to run. */
function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  try {
    const fd = fs.openSync('/dev/urandom', 'r')
    const got = fs.readSync(fd, bytes)
    fs.closeSync(fd)
    if (got === count) return bytes
  } catch {
    // Other systems have no such file.
  }
  return process.getBuiltinModule('node:crypto').randomFillSync(bytes)
}

/** Collects at once, by the function that V8 gives those who ask with a flag. */
function collector(): () => void {
  const { createContext, runInNewContext, Script } = process.getBuiltinModule('node:vm')
  const { setFlagsFromString } = process.getBuiltinModule('node:v8')
  setFlagsFromString('--expose-gc')
  const collectNow = runInNewContext('globalThis.gc') as (() => void) | undefined
  setFlagsFromString('--no-expose-gc')
  // What a weak reference was asked for lives until the engine has done its small tasks, which it does here at once.
  const aside = createContext({}, { microtaskMode: 'afterEvaluate' })
  const tasks = new Script('0')
  return () => {
    tasks.runInContext(aside)
    collectNow?.()
  }
}

function clock(wait: Interrupts['wait'], zone: LocalZone): Clock {
  return {
    wall: () => start + process.hrtime.bigint(),
    monotonic: () => process.hrtime.bigint(),
    process() {
      const { user, system } = process.cpuUsage()
      return BigInt(user + system) * 1000n
    },
    sleep(nanoseconds, interrupted) {
      const end = process.hrtime.bigint() + nanoseconds
      for (;;) {
        const left = end - process.hrtime.bigint()
        if (left <= 0n || interrupted()) return
        wait(Number(left) / 1e6)
      }
    },
    zone: (seconds) => zone.at(seconds),
    readZone: () => zone.set(),
  }
}

/** A Host over this process; `onTurn` is told whenever Python looks up from its work. */
export function nodeHost(interrupts: Interrupts, onTurn: () => void): Host {
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value
  const mask = new FileMask()
  let pendingStop = false
  let collect: (() => void) | undefined
  // Looking must not consume what `interrupted()` will be asked for.
  const peek = (): boolean => (interrupts.signals === undefined ? (pendingStop ||= interrupts.interrupted()) : interrupts.interrupted())
  const files = nodeFiles(peek, interrupts.wait, mask)
  return {
    files,
    ...(interrupts.children !== undefined && { processes: nodeProcesses(interrupts.children, files) }),
    ...(interrupts.signals !== undefined && { signals: interrupts.signals }),
    collect: () => (collect ??= collector())(),
    rest: (milliseconds) => interrupts.wait(milliseconds),
    clock: clock(interrupts.wait, new LocalZone(environment)),
    platform: process.platform,
    environment,
    setEnvironment(name, value) {
      if (value === undefined) delete environment[name]
      else environment[name] = value
    },
    randomBytes,
    pid: process.pid,
    get parent() {
      return process.ppid
    },
    get groups() {
      return process.getgroups?.() ?? []
    },
    get loadAverage() {
      return os().loadavg()
    },
    get processors() {
      return os().availableParallelism()
    },
    umask: (wanted) => mask.set(wanted),
    kill,
    terminalSize(fd) {
      if (!isTerminal(fd)) return undefined
      const tty = process.getBuiltinModule('node:tty')
      const [columns, lines] = new tty.WriteStream(fd).getWindowSize()
      return { columns, lines }
    },
    system: {
      // What start-up asks for.
      machine: process.arch === 'x64' ? 'x86_64' : process.arch === 'arm64' ? 'aarch64' : process.arch,
      get sysname() { return os().type() },
      get nodename() { return os().hostname() },
      get release() { return os().release() },
      get version() { return os().version() },
    },
    get user() {
      try {
        const { uid, gid, username, homedir } = os().userInfo()
        return { uid, gid, name: username, home: homedir }
      } catch {
        return undefined
      }
    },
    interrupted() {
      onTurn()
      const stop = peek()
      pendingStop = false
      return stop
    },
  }
}
