// The user's cache folder: compiled modules of a library that cannot be written to, and of start-up itself.
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CodeStore } from '../frozen.ts'
import { mark } from '../mark.ts'

/** The folder for caches, by the platform's habit. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  // `node:os` is loaded only where the environment does not say it: most starts need not.
  const home = (): string => environment['HOME'] || process.getBuiltinModule('node:os').homedir()
  if (process.platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(process.getBuiltinModule('node:os').homedir(), 'AppData', 'Local'), 'pellucid', 'cache')
  if (process.platform === 'darwin') return join(home(), 'Library', 'Caches', 'pellucid')
  const base = environment['XDG_CACHE_HOME']
  return join(base !== undefined && base.startsWith('/') ? base : join(home(), '.cache'), 'pellucid')
}

/** The launcher's buffer, whose memory start-up has touched already. */
const lender = Symbol.for('pellucid.room')

function readWhole(file: string): Uint8Array {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    const lend = (globalThis as { [lender]?: () => Buffer })[lender]
    // Once: what it holds then stays.
    delete (globalThis as { [lender]?: () => Buffer })[lender]
    const lent = lend?.()
    const { buffer, byteOffset } = lent !== undefined && lent.length >= size ? lent : Buffer.allocUnsafeSlow(size)
    // Views of a plain array are made faster than Node's.
    const bytes = new Uint8Array(buffer, byteOffset, size)
    return bytes.subarray(0, readSync(fd, bytes))
  } finally {
    closeSync(fd)
  }
}

/** Where a launcher leaves what names the build: installed, the files of two builds may have the same size and time. */
const build = Symbol.for('pellucid.build')

/** Code kept for one library and one build of ours (`program`, its file): when either changes, so does the folder. */
export function codeStore(folder: string, library: string, program: string): CodeStore {
  let place: string
  try {
    const stamps = [library, program].map((path) => {
      const { mtimeMs, size } = statSync(path)
      return `${path} ${mtimeMs} ${size}`
    })
    place = join(folder, 'frozen', mark([...stamps, (globalThis as { [build]?: string })[build]].join(' ')))
  } catch {
    return { get: () => undefined, set: () => {} }
  }
  return {
    get(key) {
      try {
        return readWhole(join(place, `${key}.code`))
      } catch {
        return undefined
      }
    },
    set(key, bytes) {
      // A cache that cannot be written only costs time. Written whole, then renamed: nobody reads half a file.
      try {
        if (mkdirSync(place, { recursive: true }) !== undefined) tidy(dirname(place))
        const draft = join(place, `${key}.${process.pid}`)
        writeFileSync(draft, bytes)
        renameSync(draft, join(place, `${key}.code`))
        dropOldest(place)
      } catch {
        return
      }
    },
  }
}

/** Each set of settings has an image of its own, and each program its code: ever new ones do not fill the disk. */
const MOST_KEPT = { image: 40, program: 200 }

function dropOldest(place: string): void {
  const names = readdirSync(place)
  const age = (file: string): number => statSync(file).mtimeMs
  for (const [kind, most] of Object.entries(MOST_KEPT)) {
    const files = names.filter((name) => name.startsWith(`${kind}-`)).map((name) => join(place, name))
    if (files.length <= most) continue
    const [oldest] = files.sort((one, other) => age(one) - age(other))
    unlinkSync(oldest as string)
  }
}

/** What other builds and libraries left behind goes after a week without use. */
function tidy(folder: string): void {
  const week = 7 * 86_400_000
  for (const name of readdirSync(folder)) {
    const old = join(folder, name)
    if (Date.now() - statSync(old).mtimeMs > week) rmSync(old, { recursive: true, force: true })
  }
}
