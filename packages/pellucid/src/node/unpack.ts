// A library that comes as an archive is unpacked once into the user's cache folder: then modules have files, source
// lines in tracebacks, and a `__pycache__` beside them, as in an installed Python.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findLibrary, readArchive, type Library } from '@pellucid/stdlib/node'
import { mark } from './cache.ts'

/** The folder an archive was, or now is, unpacked to; the archive itself where the cache cannot be written. */
export function unpackLibrary(library: Library, cache: string): Library {
  if (library.kind === 'folder') return library
  try {
    const { size, mtimeMs } = statSync(library.path)
    const name = mark(`${library.path} ${size} ${mtimeMs}`)
    const folder = join(cache, `lib-${name}`, 'python3.13')
    if (!existsSync(join(folder, 'os.py'))) unpack(library.path, folder)
    return findLibrary({ lib: folder })
  } catch {
    return library
  }
}

/** All or nothing: another process may be at it, and a half-written library would stay. */
function unpack(archivePath: string, folder: string): void {
  const archive = readArchive(archivePath)
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  const made = new Set<string>()
  for (const name of archive.names) {
    if (name.endsWith('/') || name.split('/').includes('..')) continue
    const file = join(draft, name)
    if (!made.has(dirname(file))) {
      mkdirSync(dirname(file), { recursive: true })
      made.add(dirname(file))
    }
    writeFileSync(file, archive.read(name) ?? new Uint8Array(0))
  }
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(folder, 'os.py'))) throw error
  }
}
