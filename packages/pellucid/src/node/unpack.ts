// A library that comes as an archive is unpacked once into the user's cache folder: then modules have files, source
// lines in tracebacks, and a `__pycache__` beside them, as in an installed Python.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { writePyc } from '@pellucid/marshal'
import { findLibrary, readArchive, type Library } from '@pellucid/stdlib/node'
import { compile } from '../frontend.ts'
import { mark } from '../mark.ts'

/** Files that every start imports: compiled now, for programs that may not write bytecode (PYTHONDONTWRITEBYTECODE). */
const imported = ['encodings/__init__', 'encodings/aliases', 'linecache']

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
  for (const name of imported) compileModule(draft, folder, name)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(folder, 'os.py'))) throw error
  }
}

/** What importing the module would leave in `__pycache__` once `draft` is `folder`. */
function compileModule(draft: string, folder: string, name: string): void {
  const source = readFileSync(join(draft, `${name}.py`))
  const { mtimeMs, size } = statSync(join(draft, `${name}.py`))
  const code = compile(source, join(folder, `${name}.py`), 'exec', { origin: 'file' })
  const cache = join(draft, dirname(name), '__pycache__')
  mkdirSync(cache, { recursive: true })
  const file = join(cache, `${basename(name)}.cpython-313.pyc`)
  writeFileSync(file, writePyc({ kind: 'timestamp', mtime: Math.floor(mtimeMs / 1000), size }, code))
}
