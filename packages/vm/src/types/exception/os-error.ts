// OSError: errno decides the class.
import { PyBaseException } from '../../data/exception.ts'
import { newTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import { asInt, newInt, newStr, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { withClass } from '../../object/define-type.ts'
import { existingDict } from '../../protocols/attributes.ts'
import { AttributeError, BlockingIOError, exceptions, OSError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isNumber } from '../../protocols/number.ts'
import { size } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText, str, strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { extendException, field } from './base.ts'

const method = methods<PyBaseException>()

/** Linux errno to class (PEP 3151). */
const classes: Readonly<Record<number, string>> = {
  11: 'BlockingIOError', 114: 'BlockingIOError', 115: 'BlockingIOError',
  32: 'BrokenPipeError', 108: 'BrokenPipeError', 10: 'ChildProcessError', 103: 'ConnectionAbortedError',
  111: 'ConnectionRefusedError', 104: 'ConnectionResetError', 17: 'FileExistsError', 2: 'FileNotFoundError',
  21: 'IsADirectoryError', 20: 'NotADirectoryError', 4: 'InterruptedError', 13: 'PermissionError',
  1: 'PermissionError', 3: 'ProcessLookupError', 110: 'TimeoutError',
}

/** The class that `OSError(errno, …)` makes. */
export function classOfErrno(errno: number): PyType {
  return exceptions.get(classes[errno] ?? 'OSError') ?? OSError
}

function fill(self: PyBaseException, args: readonly Value[], py: Thread): void {
  self.args = newTuple(args)
  if (args.length < 2 || args.length > 5) return
  self.fields['errno'] = args[0]
  self.fields['strerror'] = args[1]
  const name = args[2]
  if (name === undefined || name === None) return
  // BlockingIOError's third argument may be how much was written.
  if (self.type === BlockingIOError && isNumber(name)) {
    self.fields['characters_written'] = newInt(size(name, py, ValueError))
    return
  }
  self.fields['filename'] = name
  if (args[4] !== undefined && args[4] !== None) self.fields['filename2'] = args[4]
  self.args = newTuple(args.slice(0, 2))
}

/** -1 stands for not set. */
function writtenOf(self: PyBaseException): Value | undefined {
  const written = self.fields['characters_written']
  return written === undefined || asInt(written) === -1 ? undefined : written
}

/** A subclass that overrides `__init__` alone has its arguments read there; every other class reads them in `__new__`. */
const readsInInit = (cls: PyType): boolean => cls.slots.init !== OSError.slots.init && cls.slots.new === OSError.slots.new

function refuseKeywords(cls: PyType, names: KeywordNames | undefined): void {
  if (names !== undefined && names.length > 0) raise(PyTypeError, `${cls.tpName}() takes no keyword arguments`)
}

extendException('OSError', {
  doc: 'A failed system call.',
  newRaw(cls: PyType, args: Value[], names: KeywordNames | undefined, py) {
    if (readsInInit(cls)) return withClass(new PyBaseException(cls), cls, true)
    refuseKeywords(cls, names)
    const errno = cls === OSError && args.length >= 2 ? asInt(args[0] as Value) : undefined
    const actual = typeof errno === 'number' ? classOfErrno(errno) : cls
    const made = new PyBaseException(actual)
    fill(made, args, py)
    return withClass(made, actual, true)
  },
  initRaw(self, args, names, py) {
    if (!readsInInit(self.type)) return
    refuseKeywords(self.type, names)
    fill(self, args, py)
  },
  slots: {
    str(self, py) {
      const { errno, strerror, filename, filename2 } = self.fields
      if (filename !== undefined) {
        const names = reprText(filename, py) + (filename2 === undefined ? '' : ` -> ${reprText(filename2, py)}`)
        return newStr(`[Errno ${strText(errno ?? None, py)}] ${strText(strerror ?? None, py)}: ${names}`)
      }
      if (errno !== undefined && strerror !== undefined) return newStr(`[Errno ${strText(errno, py)}] ${strText(strerror, py)}`)
      const { items } = self.args
      return items.length === 0 ? newStr('') : str(items.length === 1 ? (items[0] as Value) : self.args, py)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self) => {
      const { filename, filename2 } = self.fields
      const args = [...self.args.items]
      if (args.length === 2 && filename !== undefined) args.push(filename, ...(filename2 === undefined ? [] : [None, filename2]))
      const dict = existingDict(self)
      return newTuple(dict !== undefined && dict.size > 0 ? [self.type, newTuple(args), dict] : [self.type, newTuple(args)])
    }),
  ],
  attributes: () => ({
    errno: field('errno', 'the error number'),
    strerror: field('strerror', 'its text'),
    filename: field('filename', 'the file'),
    filename2: field('filename2', 'the second file'),
    characters_written: {
      doc: 'How much was written before it would have blocked.',
      get: (self) => writtenOf(self) ?? raise(AttributeError, 'characters_written'),
      set(self, value, py) {
        if (value === undefined && writtenOf(self) === undefined) raise(AttributeError, 'characters_written')
        self.fields['characters_written'] = value === undefined ? undefined : newInt(size(value, py, ValueError))
      },
    },
  }),
})
