// Modules of the program that stand in front of others of the same name: files in the first folder of sys.path, as it
// was when the program began.
import { PySet } from '../data/set.ts'
import { None, type Value } from '../data/values.ts'
import { contains } from '../protocols/subscript.ts'
import type { Thread } from '../thread.ts'

const key = 'sys.path[0]'

/** The program's own folder, which goes in front of sys.path; empty for the current one. */
export function noteProgramFolder(folder: string, py: Thread): void {
  py.interpreter.state.set(key, folder)
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** May a module of that origin be taken for another? */
export function mayShadow(origin: string | undefined, py: Thread): origin is string {
  const noted = py.interpreter.state.get(key) as string | undefined
  if (origin === undefined || noted === undefined) return false
  const folder = folderOf(origin)
  return (origin.endsWith('/__init__.py') ? folderOf(folder) : folder) === (noted === '' ? py.interpreter.host.files.cwd() : noted)
}

/** Has the standard library a module of that name? */
export function isInLibrary(name: Value, py: Thread): boolean {
  const names = py.interpreter.sys.getStr('stdlib_module_names') ?? None
  return names instanceof PySet && contains(names, name, py)
}
