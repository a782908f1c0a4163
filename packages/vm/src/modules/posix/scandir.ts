// scandir: the entries of a folder with what the system tells of them at once.
import { PyObject } from '../../data/object.ts'
import { asInt, newInt, newStr, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { HostError, type FileStatus } from '../../ports/host.ts'
import { reprText } from '../../protocols/repr.ts'
import { classGetItem } from '../../types/generic-alias.ts'
import type { Thread } from '../../thread.ts'
import { onHost } from '../host-error.ts'
import { pathResult } from '../path-argument.ts'
import { statusValue } from './status.ts'

export class PyDirEntry extends PyObject {
  readonly name: Value
  readonly path: Value
  readonly file: string
  readonly kind: string
  status: FileStatus | undefined = undefined
  linkStatus: FileStatus | undefined = undefined
  constructor(name: Value, path: Value, file: string, kind: string) {
    super()
    this.name = name
    this.path = path
    this.file = file
    this.kind = kind
  }
}

function statusOf(self: PyDirEntry, follow: boolean, py: Thread): FileStatus {
  const { files } = py.interpreter.host
  if (follow && self.kind === 'symlink') return (self.status ??= onHost(py, () => files.stat(self.file), self.path))
  return (self.linkStatus ??= onHost(py, () => files.lstat(self.file), self.path))
}

function isKind(self: PyDirEntry, follow: boolean, kind: 'directory' | 'file', mode: number, py: Thread): boolean {
  if (self.kind !== 'other' && (self.kind !== 'symlink' || !follow)) return self.kind === kind
  try {
    const { files } = py.interpreter.host
    const status = follow ? files.stat(self.file) : files.lstat(self.file)
    return (status.mode & 0o170000) === mode
  } catch (caught) {
    if (caught instanceof HostError && caught.errno === 2) return false
    return onHost(py, () => {
      throw caught
    })
  }
}

const method = methods<PyDirEntry>()
export const dirEntryType = defineType('posix.DirEntry()', {
  doc: 'An entry of a folder.',
  instance: PyDirEntry,
  instantiable: false,
  slots: { repr: (self: PyDirEntry, py) => newStr(`<DirEntry ${reprText(self.name, py)}>`) },
  methods: () => [
    method('is_dir(self, /, *, follow_symlinks: bool = True)', 'Tell whether it is a folder.', (self, follow, py) => isKind(self, follow, 'directory', 0o040000, py)),
    method('is_file(self, /, *, follow_symlinks: bool = True)', 'Tell whether it is a regular file.', (self, follow, py) => isKind(self, follow, 'file', 0o100000, py)),
    method('is_symlink(self, /)', 'Tell whether it is a symbolic link.', (self) => self.kind === 'symlink'),
    method('is_junction(self, /)', 'Tell whether it is a junction, which only Windows has.', () => false),
    method('stat(self, /, *, follow_symlinks: bool = True)', 'Answer its status.', (self, follow, py) => statusValue(statusOf(self, follow, py))),
    method('inode(self, /)', 'Answer its inode number.', (self, py) => newInt(statusOf(self, false, py).ino)),
    method('__fspath__(self, /)', 'Answer its path.', (self) => self.path),
    classGetItem(),
  ] as BuiltinDefinition[],
  attributes: () => ({
    name: { get: (self: PyDirEntry) => self.name } as never,
    path: { get: (self: PyDirEntry) => self.path } as never,
  }),
})

class PyScandirIterator extends PyObject {
  entries: readonly PyDirEntry[]
  at = 0
  constructor(entries: readonly PyDirEntry[]) {
    super()
    this.entries = entries
  }
}
const iteratorMethod = methods<PyScandirIterator>()
defineType('posix.ScandirIterator()', {
  doc: 'Iterates over the entries of a folder.',
  instance: PyScandirIterator,
  instantiable: false,
  slots: {
    iter: (self: PyScandirIterator) => self,
    next: (self: PyScandirIterator) => self.entries[self.at++],
  },
  methods: () => [
    iteratorMethod('close(self, /)', 'Forget the rest.', (self) => void (self.entries = [])),
    iteratorMethod('__enter__(self, /)', 'Answer the iterator.', (self) => self),
    iteratorMethod('__exit__(self, /, *args)', 'Forget the rest.', (self) => void (self.entries = [])),
  ] as BuiltinDefinition[],
})

export function scandir(path: string, given: Value | undefined, py: Thread): Value {
  const byDescriptor = given !== undefined && asInt(given) !== undefined
  const entries = onHost(py, () => py.interpreter.host.files.listdir(path), byDescriptor ? undefined : (given ?? newStr(path)))
  const prefix = path.endsWith('/') ? path : `${path}/`
  return new PyScandirIterator(
    entries.map(({ name, kind }) => new PyDirEntry(pathResult(name, given, py), pathResult(byDescriptor ? name : prefix + name, given, py), prefix + name, kind)),
  )
}
