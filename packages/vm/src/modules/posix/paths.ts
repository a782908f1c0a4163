// The pure part of paths: normpath and splitroot, which Lib's posixpath takes from here.
import { newTuple } from '../../data/sequences.ts'
import { asStr, newStr, strValue, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { HostError } from '../../ports/host.ts'
import { asInt } from '../../data/values.ts'
import type { FileStatus } from '../../ports/host.ts'
import type { Thread } from '../../thread.ts'
import { fsPathOf, pathOf, pathResult } from '../path-argument.ts'
import { PyBytes } from '../../data/bytes.ts'
import { PyBaseException } from '../../data/exception.ts'
import { warnOfBool } from './targets.ts'

function textOf(value: Value, py: Thread): string {
  const text = asStr(value)
  if (text !== undefined) return strValue(text)
  return pathOf(value, py)
}

export function normalize(path: string): string {
  const root = path.startsWith('//') && !path.startsWith('///') ? '//' : path.startsWith('/') ? '/' : ''
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && (root !== '' || parts.length > 0) && parts[parts.length - 1] !== '..') parts.pop()
    else if (part !== '..' || root === '') parts.push(part)
  }
  return root + parts.join('/') || '.'
}

/** stat, or undefined for what is not there or cannot be asked for. */
function quietStatus(value: Value, follow: boolean, py: Thread): FileStatus | undefined {
  const { files } = py.interpreter.host
  warnOfBool(value, py)
  try {
    const fd = asInt(value)
    if (fd !== undefined) return files.fstat(Number(fd))
    const path = pathOf(value, py)
    return follow ? files.stat(path) : files.lstat(path)
  } catch (caught) {
    if (caught instanceof HostError) return undefined
    // Paths with a NUL name no file.
    if (caught instanceof PyBaseException && caught.type.name === 'ValueError') return undefined
    throw caught
  }
}
const kindOf = (status: FileStatus | undefined): number | undefined => (status === undefined ? undefined : status.mode & 0o170000)

export const pathFunctions = [
  fn('_path_normpath(path: object)', 'Make a path shorter without asking the system.', (path, py) =>
    pathResult(normalize(textOf(path, py)), path, py)),
  fn('_path_splitroot_ex(path: object)', 'Cut a path into drive, root and rest.', (path, py) => {
    const object = fsPathOf(path, py)
    const text = textOf(object, py)
    const root = text.startsWith('//') && !text.startsWith('///') ? '//' : text.startsWith('/') ? '/' : ''
    return newTuple(['', root, text.slice(root.length)].map((part) => (object instanceof PyBytes ? pathResult(part, object, py) : newStr(part))))
  }),
  fn('_path_exists(path: object)', 'Tell whether a path exists.', (path, py) => quietStatus(path, true, py) !== undefined),
  fn('_path_isdir(s: object)', 'Tell whether a path is a folder.', (path, py) => kindOf(quietStatus(path, true, py)) === 0o040000),
  fn('_path_isfile(path: object)', 'Tell whether a path is a regular file.', (path, py) => kindOf(quietStatus(path, true, py)) === 0o100000),
  fn('_path_islink(path: object)', 'Tell whether a path is a symbolic link.', (path, py) => kindOf(quietStatus(path, false, py)) === 0o120000),
]
