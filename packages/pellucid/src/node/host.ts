// The machine's Host on Node.
import { randomFillSync } from 'node:crypto'
import os from 'node:os'
import tty from 'node:tty'
import type { Clock, Host } from '@pellucid/vm'
import { nodeFiles } from './files.ts'
import type { Interrupts } from './interrupts.ts'

const start = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint()

function zone(time: number): { offset: number; name: string; isDst: boolean } {
  const date = new Date(time * 1000)
  const offset = -date.getTimezoneOffset() * 60
  const year = date.getFullYear()
  const winter = -new Date(year, 0, 1).getTimezoneOffset() * 60
  const summer = -new Date(year, 6, 1).getTimezoneOffset() * 60
  const isDst = winter !== summer && offset === Math.max(winter, summer)
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC'
  return { offset, name, isDst }
}

function clock(wait: Interrupts['wait']): Clock {
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
    zone,
  }
}

/** A Host over this process. */
export function nodeHost(interrupts: Interrupts): Host {
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) environment[name] = value
  let pendingStop = false
  // Looking must not consume what `interrupted()` will be asked for.
  const peek = (): boolean => (pendingStop ||= interrupts.interrupted())
  return {
    files: nodeFiles(peek, interrupts.wait),
    clock: clock(interrupts.wait),
    platform: process.platform,
    environment,
    setEnvironment(name, value) {
      if (value === undefined) delete environment[name]
      else environment[name] = value
    },
    randomBytes: (count) => randomFillSync(new Uint8Array(count)),
    pid: process.pid,
    terminalSize(fd) {
      if (!tty.isatty(fd)) return undefined
      const [columns, lines] = new tty.WriteStream(fd).getWindowSize()
      return { columns, lines }
    },
    system: {
      sysname: os.type(), nodename: os.hostname(), release: os.release(), version: os.version(),
      machine: process.arch === 'x64' ? 'x86_64' : process.arch === 'arm64' ? 'aarch64' : process.arch,
    },
    user: (() => {
      try {
        const { uid, gid, username, homedir } = os.userInfo()
        return { uid, gid, name: username, home: homedir }
      } catch {
        return undefined
      }
    })(),
    interrupted() {
      const stop = peek()
      pendingStop = false
      return stop
    },
  }
}
