// The library's own sources: those of the native Python that was found, else those of the archive.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { findPython } from '@pellucid/oracle'
import { openArchive } from '@pellucid/stdlib'
import { findLibrary } from '@pellucid/stdlib/node'

/** One source of the library. */
export interface LibraryFile {
  /** From the library's folder, with slashes. */
  readonly name: string
  /** What CPython is told the file is called; a real path when there is one. */
  readonly filename: string
  readonly onDisk: boolean
  read(): Uint8Array
}

function nativeFiles(python: string): LibraryFile[] {
  const question = 'import sysconfig; print(sysconfig.get_path("stdlib"))'
  const root = execFileSync(python, ['-I', '-S', '-c', question], { encoding: 'utf8' }).trim()
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('site-packages') && !path.includes('__pycache__'))
    .sort()
    .map((path) => ({
      name: relative(root, path).split(sep).join('/'),
      filename: path,
      onDisk: true,
      read: () => readFileSync(path),
    }))
}

/** The sources in the archive that comes along, the same everywhere. */
export function archivedFiles(): LibraryFile[] {
  const archive = openArchive(readFileSync(findLibrary().path))
  return archive.names
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => ({ name, filename: name, onDisk: false, read: () => archive.read(name)! }))
}

/** Every source of the library that is there, in order. */
export function libraryFiles(): LibraryFile[] {
  const python = findPython()
  return python === undefined ? archivedFiles() : nativeFiles(python)
}
