// Files and folders by name.
import { newBytes } from '../../data/bytes.ts'
import { newList } from '../../data/sequences.ts'
import { newStr, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { HostError } from '../../ports/host.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { onHost } from '../host-error.ts'
import { fsPathOf, pathResult } from '../path-argument.ts'
import { scandir } from './scandir.ts'
import { isLink, statusValue } from './status.ts'
import { below, openPath, targetOf } from './targets.ts'

const O_WRONLY = 1
const EINVAL = 22

function status(path: Value, dirFd: Value, follow: boolean, name: string, py: Thread): Value {
  const { files } = py.interpreter.host
  const target = name === 'lstat' ? '' : targetOf(path, name, py)
  if (typeof target === 'number') {
    if (dirFd !== None) raise(ValueError, `${name}: can't specify dir_fd without matching path`)
    return statusValue(onHost(py, () => files.fstat(target), path))
  }
  const file = below(path, dirFd, `${name}: path`, py)
  return statusValue(onHost(py, () => (follow ? files.stat(file) : files.lstat(file)), path))
}

interface Folder {
  readonly text: string
  /** What names are made like, and what errors show. */
  readonly given: Value | undefined
}

function folder(path: Value, name: string, py: Thread): Folder {
  if (path === None) return { text: '.', given: undefined }
  const target = targetOf(path, name, py, ' or None')
  if (typeof target === 'number') return { text: openPath(target, py), given: path }
  return { text: target, given: fsPathOf(path, py) }
}

const rename = (name: string) =>
  fn(`${name}(src: object, dst: object, *, src_dir_fd: object = None, dst_dir_fd: object = None)` as 'f(src: object, dst: object, *, src_dir_fd: object = None, dst_dir_fd: object = None)',
    'Rename a file.', (src, dst, srcFd, dstFd, py) => {
      const [from, to] = [below(src, srcFd, `${name}: src`, py), below(dst, dstFd, `${name}: dst`, py)]
      onHost(py, () => py.interpreter.host.files.rename(from, to), src, dst)
    })
const unlink = (name: string) =>
  fn(`${name}(path: object, *, dir_fd: object = None)` as 'f(path: object, *, dir_fd: object = None)', 'Remove a file.', (path, fd, py) => {
    const file = below(path, fd, `${name}: path`, py)
    onHost(py, () => py.interpreter.host.files.unlink(file), path)
  })

export const fileFunctions = [
  fn('stat(path: object, *, dir_fd: object = None, follow_symlinks: bool = True)', 'Answer the status of a file.', (path, fd, follow, py) =>
    status(path, fd, follow, 'stat', py)),
  fn('lstat(path: object, *, dir_fd: object = None)', 'Answer the status of a file, not following links.', (path, fd, py) =>
    status(path, fd, false, 'lstat', py)),
  fn('listdir(path: object = None)', 'List the names in a folder.', (path, py) => {
    const { text, given } = folder(path, 'listdir', py)
    const entries = onHost(py, () => py.interpreter.host.files.listdir(text), given ?? newStr('.'))
    return newList(entries.map(({ name }) => pathResult(name, given, py)))
  }),
  fn('scandir(path: object = None)', 'Iterate over the entries of a folder.', (path, py) => {
    const { text, given } = folder(path, 'scandir', py)
    return scandir(text, given, py)
  }),
  fn('mkdir(path: object, mode: cint = 511, *, dir_fd: object = None)', 'Make a folder.', (path, mode, fd, py) => {
    const file = below(path, fd, 'mkdir: path', py)
    onHost(py, () => py.interpreter.host.files.mkdir(file, mode), path)
  }),
  fn('rmdir(path: object, *, dir_fd: object = None)', 'Remove an empty folder.', (path, fd, py) => {
    const file = below(path, fd, 'rmdir: path', py)
    onHost(py, () => py.interpreter.host.files.rmdir(file), path)
  }),
  unlink('unlink'), unlink('remove'), rename('rename'), rename('replace'),
  fn('link(src: object, dst: object, *, src_dir_fd: object = None, dst_dir_fd: object = None, follow_symlinks: bool = True)', 'Make a hard link.', (src, dst, srcFd, dstFd, _follow, py) => {
    const [from, to] = [below(src, srcFd, 'link: src', py), below(dst, dstFd, 'link: dst', py)]
    onHost(py, () => py.interpreter.host.files.link(from, to), src, dst)
  }),
  fn('symlink(src: object, dst: object, target_is_directory: bool = False, *, dir_fd: object = None)', 'Make a symbolic link.', (src, dst, _folder, fd, py) => {
    const [target, path] = [below(src, None, 'symlink: src', py), below(dst, fd, 'symlink: dst', py)]
    onHost(py, () => py.interpreter.host.files.symlink(target, path), src, dst)
  }),
  fn('readlink(path: object, *, dir_fd: object = None)', 'Answer what a symbolic link names.', (path, fd, py) => {
    const file = below(path, fd, 'readlink: path', py)
    return pathResult(onHost(py, () => py.interpreter.host.files.readlink(file), path), fsPathOf(path, py), py)
  }),
  fn('access(path: object, mode: cint, *, dir_fd: object = None, effective_ids: bool = False, follow_symlinks: bool = True)', 'Tell whether a file may be used.', (path, mode, fd, _ids, follow, py) => {
    const { files } = py.interpreter.host
    const file = below(path, fd, 'access: path', py)
    if (follow) return files.access(file, mode)
    // A link itself may always be used.
    try {
      return isLink(files.lstat(file)) || files.access(file, mode)
    } catch {
      return false
    }
  }),
  fn('chdir(path: object)', 'Change the working folder.', (path, py) => {
    const target = targetOf(path, 'chdir', py)
    const file = typeof target === 'number' ? openPath(target, py, path) : target
    onHost(py, () => py.interpreter.host.files.chdir(file), path)
  }),
  fn('getcwd()', 'Answer the working folder.', (py) => newStr(onHost(py, () => py.interpreter.host.files.cwd()))),
  fn('getcwdb()', 'Answer the working folder as bytes.', (py) => pathResult(onHost(py, () => py.interpreter.host.files.cwd()), newBytes(new Uint8Array(0)), py)),
  fn('truncate(path: object, length: offset)', 'Cut a file.', (path, length, py) => {
    const { files } = py.interpreter.host
    const target = targetOf(path, 'truncate', py)
    onHost(py, () => {
      if (length < 0) throw new HostError(EINVAL, 'Invalid argument')
      if (typeof target === 'number') return files.truncate(target, length)
      const fd = files.open(target, O_WRONLY, 0)
      try {
        files.truncate(fd, length)
      } finally {
        files.close(fd)
      }
    }, path)
  }),
  fn('fspath(path: object)', 'Answer the str or bytes of a path.', (path, py) => fsPathOf(path, py)),
]
