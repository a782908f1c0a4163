// The user's cache folder: compiled modules of a library that cannot be written to, and of start-up itself.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import type { CodeStore } from '../frozen.ts'

/** The folder for caches, by the platform's habit. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(os.homedir(), 'AppData', 'Local'), 'pellucid', 'cache')
  if (process.platform === 'darwin') return join(os.homedir(), 'Library', 'Caches', 'pellucid')
  const base = environment['XDG_CACHE_HOME']
  return join(base !== undefined && base.startsWith('/') ? base : join(os.homedir(), '.cache'), 'pellucid')
}

/** Code kept for one library: another library, or a changed one, has another folder. */
export function codeStore(folder: string, library: string): CodeStore {
  let place: string
  try {
    const { mtimeMs, size } = statSync(library)
    place = join(folder, 'frozen', createHash('sha256').update(`313 ${library} ${mtimeMs} ${size}`).digest('hex').slice(0, 16))
  } catch {
    return { get: () => undefined, set: () => {} }
  }
  return {
    get(key) {
      try {
        return readFileSync(join(place, `${key}.marshal`))
      } catch {
        return undefined
      }
    },
    set(key, bytes) {
      // A cache that cannot be written only costs time. Written whole, then renamed: nobody reads half a file.
      try {
        mkdirSync(place, { recursive: true })
        const draft = join(place, `${key}.${process.pid}`)
        writeFileSync(draft, bytes)
        renameSync(draft, join(place, `${key}.marshal`))
      } catch {
        return
      }
    },
  }
}
