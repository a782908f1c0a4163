// Finds CPython's pure-Python library on disk. It is never part of this package: it is the user's own
// installed 3.13 when one is named, else the archive inside the npm package `pyodide` (the library of 3.13.2).
import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { openArchive, type Archive } from './archive.ts'
import type { Library, LibraryOptions } from './library.ts'

export type { Library, LibraryOptions } from './library.ts'

/** Raised when a named library is not there. */
export class LibraryNotFound extends Error {
  override readonly name = 'LibraryNotFound'
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function folder(path: string): Library {
  return {
    kind: 'folder',
    path,
    readEntry(name) {
      const file = join(path, name)
      return isFile(file) ? readFileSync(file) : undefined
    },
  }
}

/** A zip archive on disk, read with the system's zlib. */
export function readArchive(path: string): Archive {
  // An empty file has no output, but zlib wants room for at least a byte.
  // Loaded when an archive is there to be read: most starts read an unpacked library.
  const { inflateRawSync } = process.getBuiltinModule('node:zlib')
  return openArchive(readFileSync(path), (data, size) => inflateRawSync(data, { maxOutputLength: Math.max(1, size) }))
}

function archive(path: string): Library {
  let opened: Archive | undefined
  return {
    kind: 'archive',
    path,
    readEntry(name) {
      opened ??= readArchive(path)
      return opened.read(name)
    },
  }
}

/** The folders `node_modules` that Node looks into for what a file imports: one beside it, and beside each folder around it. */
function* modulesFolders(file: string): Generator<string> {
  for (let folder = dirname(file), inner = ''; folder !== inner; [inner, folder] = [folder, dirname(folder)]) {
    if (basename(folder) !== 'node_modules') yield join(folder, 'node_modules')
  }
  // Those of the user and of this machine; `node:module` takes long to load.
  yield* process.getBuiltinModule('node:module').createRequire(file).resolve.paths('pyodide') ?? []
}

/** The archive in the npm package `pyodide`, where Node would look for it. */
function bundledArchive(): string {
  for (const modules of modulesFolders(import.meta.filename)) {
    const path = join(modules, 'pyodide', 'python_stdlib.zip')
    if (isFile(path)) return path
  }
  throw new LibraryNotFound('the library archive is missing: the npm package pyodide is not installed')
}

/**
 * Finds the library: `lib`, else `home`, else the archive that comes along.
 *
 * @example
 * findLibrary({ home: process.env.PYTHONHOME }).readEntry('abc.py') instanceof Uint8Array // true
 */
export function findLibrary({ lib, home }: LibraryOptions = {}): Library {
  if (lib !== undefined && lib !== '') {
    const path = resolve(lib)
    if (isFile(path)) return archive(path)
    if (isFile(join(path, 'os.py'))) return folder(path)
    throw new LibraryNotFound(`no Python library at ${lib}: the folder must hold os.py`)
  }
  if (home !== undefined && home !== '') {
    for (const part of ['lib/python3.13', 'Lib']) {
      const path = resolve(home, part)
      if (isFile(join(path, 'os.py'))) return folder(path)
    }
    throw new LibraryNotFound(`PYTHONHOME is ${home}, which holds no lib/python3.13`)
  }
  return archive(bundledArchive())
}
