// A test module's process and all that descends from it. Nobody of a family outlives the run, even if a case hangs, a child
// left its parent's process group, or the runner itself is told to end. A family is known by its folder for temporary files,
// which its members inherit in TMPDIR.
import { readFileSync, readdirSync } from 'node:fs'
import { constants } from 'node:os'

export interface Family {
  /** Leads a process group. */
  readonly pid: number
  readonly folder: string
}

const alive = new Set<Family>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {} // It has ended.
}

/** Processes whose TMPDIR is the folder; none where there is no /proc to read. */
export function membersOf(folder: string): number[] {
  const told = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`TMPDIR=${folder}`)
    } catch {
      return false // It has ended, or is another user's.
    }
  }
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && told(name)).map(Number)
  } catch {
    return []
  }
}

function endAll(): void {
  for (const family of alive) endFamily(family)
}

function endBySignal(signal: (typeof signals)[number]): void {
  endAll()
  process.exit(128 + constants.signals[signal])
}

/** From now on the family ends when the runner does. */
export function watchFamily(family: Family): void {
  if (alive.size === 0) {
    process.on('exit', endAll)
    for (const signal of signals) process.on(signal, endBySignal)
  }
  alive.add(family)
}

/** Kills whoever is left of it. */
export function endFamily(family: Family): void {
  kill(-family.pid)
  for (const pid of membersOf(family.folder)) kill(pid)
  alive.delete(family)
  if (alive.size > 0) return
  process.off('exit', endAll)
  for (const signal of signals) process.off(signal, endBySignal)
}
