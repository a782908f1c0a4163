// Files and folders.
import { newBytes } from '../../data/bytes.ts'
import { newList, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, bigValue, newStr, None, PyFloat, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { NotImplementedError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { onHost } from '../host-error.ts'
import { fsPathOf, pathOf, pathResult } from '../path-argument.ts'
import { scandir } from './scandir.ts'
import { statusValue } from './status.ts'

/** Folder descriptors are not supported: `dir_fd` must be None. */
function noFolder(value: Value): void {
  if (value !== None) raise(NotImplementedError, 'dir_fd unavailable on this platform')
}

/** A path, or a file descriptor where the function takes one. */
function pathOrFd(value: Value, title: string, py: Thread): string | number {
  const fd = asInt(value)
  if (fd !== undefined) return Number(fd)
  if (typeOf(value).slots.index !== undefined) return Number(index(value, py))
  return pathOf(value, py, title)
}

function status(path: Value, follow: boolean, title: string, py: Thread): Value {
  const { files } = py.interpreter.host
  let target: string | number
  if (asInt(path) === undefined && typeof path === 'object' && typeOf(path).slots.index === undefined) {
    target = pathOf(path, py, `${title}: path`)
  } else target = pathOrFd(path, `${title}: path`, py)
  return statusValue(onHost(py, () => (typeof target === 'number' ? files.fstat(target) : follow ? files.stat(target) : files.lstat(target)), path))
}

function folder(path: Value | undefined, py: Thread): { text: string; given: Value | undefined } {
  if (path === undefined || path === None) return { text: '.', given: undefined }
  const made = fsPathOf(path, py)
  return { text: pathOf(made, py), given: made }
}

function timesOf(times: Value, ns: Value | undefined, py: Thread): [bigint, bigint] {
  if (times !== None && ns !== undefined && ns !== None) raise(ValueError, "utime: you may specify either 'times' or 'ns' but not both")
  const pair = (value: Value, title: string): [Value, Value] => {
    if (!(value instanceof PyTuple) || value.items.length !== 2) return raise(PyTypeError, `utime: '${title}' must be ${title === 'times' ? 'either a tuple of two ints or None' : 'a tuple of two ints'}`)
    return value.items as unknown as [Value, Value]
  }
  if (ns !== undefined && ns !== None) {
    const [a, m] = pair(ns, 'ns')
    return [bigValue(index(a, py)), bigValue(index(m, py))]
  }
  if (times === None) {
    const now = py.interpreter.host.clock.wall()
    return [now, now]
  }
  const nano = (value: Value): bigint =>
    value instanceof PyFloat ? BigInt(Math.floor(value.value)) * 1_000_000_000n + BigInt(Math.round((value.value % 1) * 1e9)) : bigValue(index(value, py)) * 1_000_000_000n
  const [a, m] = pair(times, 'times')
  return [nano(a), nano(m)]
}

const rename = (name: string) =>
  fn(`${name}(src: object, dst: object, *, src_dir_fd: object = None, dst_dir_fd: object = None)` as 'f(src: object, dst: object, *, src_dir_fd: object = None, dst_dir_fd: object = None)',
    'Rename a file.', (src, dst, srcFd, dstFd, py) => {
      noFolder(srcFd)
      noFolder(dstFd)
      const [from, to] = [pathOf(src, py, `${name}: src`), pathOf(dst, py, `${name}: dst`)]
      onHost(py, () => py.interpreter.host.files.rename(from, to), src, dst)
    })
const unlink = (name: string) =>
  fn(`${name}(path: object, *, dir_fd: object = None)` as 'f(path: object, *, dir_fd: object = None)', 'Remove a file.', (path, fd, py) => {
    noFolder(fd)
    const file = pathOf(path, py, `${name}: path`)
    onHost(py, () => py.interpreter.host.files.unlink(file), path)
  })

export const fileFunctions = [
  fn('stat(path: object, *, dir_fd: object = None, follow_symlinks: bool = True)', 'Answer the status of a file.', (path, fd, follow, py) => {
    noFolder(fd)
    return status(path, follow, 'stat', py)
  }),
  fn('lstat(path: object, *, dir_fd: object = None)', 'Answer the status of a file, not following links.', (path, fd, py) => {
    noFolder(fd)
    return status(path, false, 'lstat', py)
  }),
  fn('fstat(fd: cint)', 'Answer the status of an open file.', (fd, py) => statusValue(onHost(py, () => py.interpreter.host.files.fstat(fd)))),
  fn('listdir(path: object = None)', 'List the names in a folder.', (path, py) => {
    const { text, given } = folder(path, py)
    const entries = onHost(py, () => py.interpreter.host.files.listdir(text), given ?? newStr('.'))
    return newList(entries.map(({ name }) => pathResult(name, given, py)))
  }),
  fn('scandir(path: object = None)', 'Iterate over the entries of a folder.', (path, py) => {
    const { text, given } = folder(path, py)
    return scandir(text, given, py)
  }),
  fn('mkdir(path: object, mode: cint = 511, *, dir_fd: object = None)', 'Make a folder.', (path, mode, fd, py) => {
    noFolder(fd)
    const file = pathOf(path, py, 'mkdir: path')
    onHost(py, () => py.interpreter.host.files.mkdir(file, mode), path)
  }),
  fn('rmdir(path: object, *, dir_fd: object = None)', 'Remove an empty folder.', (path, fd, py) => {
    noFolder(fd)
    const file = pathOf(path, py, 'rmdir: path')
    onHost(py, () => py.interpreter.host.files.rmdir(file), path)
  }),
  unlink('unlink'), unlink('remove'), rename('rename'), rename('replace'),
  fn('link(src: object, dst: object, *, src_dir_fd: object = None, dst_dir_fd: object = None, follow_symlinks: bool = True)', 'Make a hard link.', (src, dst, srcFd, dstFd, _follow, py) => {
    noFolder(srcFd)
    noFolder(dstFd)
    const [from, to] = [pathOf(src, py, 'link: src'), pathOf(dst, py, 'link: dst')]
    onHost(py, () => py.interpreter.host.files.link(from, to), src, dst)
  }),
  fn('symlink(src: object, dst: object, target_is_directory: bool = False, *, dir_fd: object = None)', 'Make a symbolic link.', (src, dst, _folder, fd, py) => {
    noFolder(fd)
    const [target, path] = [pathOf(src, py, 'symlink: src'), pathOf(dst, py, 'symlink: dst')]
    onHost(py, () => py.interpreter.host.files.symlink(target, path), src, dst)
  }),
  fn('readlink(path: object, *, dir_fd: object = None)', 'Answer what a symbolic link names.', (path, fd, py) => {
    noFolder(fd)
    const file = pathOf(path, py, 'readlink: path')
    return pathResult(onHost(py, () => py.interpreter.host.files.readlink(file), path), fsPathOf(path, py), py)
  }),
  fn('chmod(path: object, mode: cint, *, dir_fd: object = None, follow_symlinks: bool = True)', 'Change permissions.', (path, mode, fd, _follow, py) => {
    noFolder(fd)
    const file = pathOf(path, py, 'chmod: path')
    onHost(py, () => py.interpreter.host.files.chmod(file, mode), path)
  }, { text: "($module, /, path, mode, *, dir_fd=None,\n      follow_symlinks=(os.name != 'nt'))" }),
  fn('utime(path: object, times: object = None, *, ns: object = <unrepresentable>, dir_fd: object = None, follow_symlinks: bool = True)', 'Set the times of a file.', (path, times, ns, fd, _follow, py) => {
    noFolder(fd)
    const file = pathOf(path, py, 'utime: path')
    const [atime, mtime] = timesOf(times, ns, py)
    onHost(py, () => py.interpreter.host.files.utimes(file, atime, mtime), path)
  }),
  fn('access(path: object, mode: cint, *, dir_fd: object = None, effective_ids: bool = False, follow_symlinks: bool = True)', 'Tell whether a file may be used.', (path, mode, fd, _ids, _follow, py) => {
    noFolder(fd)
    return py.interpreter.host.files.access(pathOf(path, py, 'access: path'), mode)
  }),
  fn('chdir(path: object)', 'Change the working folder.', (path, py) => {
    const file = pathOf(path, py, 'chdir: path')
    onHost(py, () => py.interpreter.host.files.chdir(file), path)
  }),
  fn('getcwd()', 'Answer the working folder.', (py) => newStr(onHost(py, () => py.interpreter.host.files.cwd()))),
  fn('getcwdb()', 'Answer the working folder as bytes.', (py) => pathResult(onHost(py, () => py.interpreter.host.files.cwd()), newBytes(new Uint8Array(0)), py)),
  fn('truncate(path: object, length: index)', 'Cut a file.', (path, length, py) => {
    const { files } = py.interpreter.host
    const target = pathOrFd(path, 'truncate: path', py)
    onHost(py, () => {
      if (typeof target === 'number') return files.truncate(target, length)
      const fd = files.open(target, 1, 0)
      try {
        files.truncate(fd, length)
      } finally {
        files.close(fd)
      }
    }, path)
  }),
  fn('fspath(path: object)', 'Answer the str or bytes of a path.', (path, py) => fsPathOf(path, py)),
]
