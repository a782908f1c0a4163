// A host that is all memory: files in a tree, streams that are callbacks, the clock of the JavaScript engine. What
// browsers run on, and what a sandbox should: nothing outside can be reached.
import type { Clock, Host } from '../ports/host.ts'
import { MemoryFiles, now, type Mount } from './memory-files.ts'
import { standardStreams, type Streams } from './standard-streams.ts'

export interface MemoryHostOptions extends Streams {
  readonly mounts?: readonly Mount[]
  readonly environment?: Readonly<Record<string, string>>
  /** Bytes nobody can guess; the engine's own generator when the host has nothing better. */
  readonly randomBytes?: (count: number) => Uint8Array
  /** Asked now and then while Python runs: true stops the program with KeyboardInterrupt. */
  readonly interrupted?: () => boolean
}

/** Milliseconds after which a sleeping program asks whether it is to stop. */
const LOOK_UP = 20

let sleeps: Int32Array | undefined = typeof SharedArrayBuffer === 'undefined' ? undefined : new Int32Array(new SharedArrayBuffer(4))

/** Let time pass. Nothing in memory can wake a program but time itself. */
function pass(milliseconds: number): void {
  const end = Date.now() + milliseconds
  try {
    if (sleeps !== undefined) Atomics.wait(sleeps, 0, 0, milliseconds)
  } catch {
    // A page's main thread may not sleep.
    sleeps = undefined
  }
  while (Date.now() < end);
}

const clock: Clock = {
  wall: now,
  monotonic: now,
  process: now,
  sleep(nanoseconds, interrupted) {
    const end = Date.now() + Number(nanoseconds) / 1e6
    for (let left = end - Date.now(); left > 0; left = end - Date.now()) {
      if (interrupted()) return
      pass(Math.min(left, LOOK_UP))
    }
  },
  zone: () => ({ offset: 0, name: 'UTC', isDst: false }),
}

/** A host without an outside. */
export function memoryHost(options: MemoryHostOptions = {}): Host {
  const environment: Record<string, string> = { ...options.environment }
  return {
    files: new MemoryFiles(options.mounts ?? [], standardStreams(options)),
    rest: pass,
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
