// _IOBase, _RawIOBase, _BufferedIOBase, _TextIOBase: what streams have in common, in terms of each other's methods.
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { newList } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, narrowStr, newInt, None, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass, type Attribute } from '../../object/define-type.ts'
import { getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import { NotImplementedError, OSError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size as sizeOf } from '../../protocols/index-number.ts'
import { forEach } from '../../protocols/iterate.ts'
import { flagMember } from '../../protocols/member-values.ts'
import { raise } from '../../protocols/raise.ts'
import { length } from '../../protocols/subscript.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { dictAttribute } from '../../types/dict-attribute.ts'
import { closedError, unsupported } from './errors.ts'
import { PyBufferedIOBase, PyIOBase, PyRawIOBase, PyTextIOBase } from './layouts.ts'

const method = methods<PyIOBase>()

export const isClosed = (self: Value, py: Thread): boolean => truth(getAttr(self, narrowStr('closed'), py), py)
export function checkClosed(self: Value, py: Thread): void {
  if (isClosed(self, py)) closedError()
}

function checkAble(self: Value, name: 'seekable' | 'readable' | 'writable', py: Thread): Value {
  if (callMethod(self, name, [], py) !== true) unsupported(`File or stream is not ${name}.`)
  return true
}

/** What the classes of files say when they are pickled. */
export const refusePickling: readonly BuiltinDefinition[] = ['__reduce__(self, /)', '__reduce_ex__(self, object: object, /)'].map((signature) =>
  method(signature as '__reduce__(self, /)', 'Files cannot be pickled.', (self: PyIOBase): Value => raise(PyTypeError, `cannot pickle '${self.type.name}' instances`)),
)

/** The `_finalizing` of streams that C closes. */
export const finalizingMember = {
  member: true,
  get: (self: PyIOBase) => self.finalizing,
  set: (self: PyIOBase, value: Value | undefined) => {
    self.finalizing = flagMember(value)
  },
} satisfies Attribute<PyIOBase>

/** `size` arguments: None is -1. */
export function sizeArgument(value: Value | undefined, py: Thread): number {
  if (value === undefined || value === None) return -1
  if (asInt(value) === undefined && typeOf(value).slots.index === undefined) {
    return raise(PyTypeError, `argument should be integer or None, not '${typeOf(value).tpName}'`)
  }
  return sizeOf(value, py)
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array
  let total = 0
  for (const part of parts) total += part.length
  const out = new Uint8Array(total)
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function readLine(self: Value, limit: number, py: Thread): Value {
  const peek = getAttrOrUndefined(self, narrowStr('peek'), py)
  const out: Uint8Array[] = []
  let total = 0
  while (limit < 0 || total < limit) {
    let want = 1
    if (peek !== undefined) {
      const ahead = callMethod(self, 'peek', [newInt(1)], py)
      if (!(ahead instanceof PyBytes)) return raise(OSError, `peek() should have returned a bytes object, not '${typeOf(ahead).tpName}'`)
      if (ahead.bytes.length > 0) {
        const most = limit < 0 ? ahead.bytes.length : Math.min(ahead.bytes.length, limit - total)
        const newline = ahead.bytes.subarray(0, most).indexOf(10)
        want = newline < 0 ? most : newline + 1
      }
    }
    const part = callMethod(self, 'read', [newInt(want)], py)
    if (!(part instanceof PyBytes)) return raise(OSError, `read() should have returned a bytes object, not '${typeOf(part).tpName}'`)
    if (part.bytes.length === 0) break
    out.push(part.bytes)
    total += part.bytes.length
    if (part.bytes[part.bytes.length - 1] === 10) break
  }
  return newBytes(concat(out.length === 0 ? [new Uint8Array(0)] : out))
}

export const ioBaseType = defineType('_io._IOBase', {
  doc: 'The base of all streams.',
  instance: PyIOBase,
  subclassable: true,
  hasDict: true,
  hasWeakrefs: true,
  layout: 'fixed',
  allocate: (type) => withClass(new PyIOBase(), type, true),
  instantiable: true,
  slots: {
    iter(self, py) {
      checkClosed(self, py)
      return self
    },
    next(self, py) {
      const line = callMethod(self, 'readline', [], py)
      return length(line, py) === 0 ? undefined : line
    },
  },
  definingClass: ['fileno', 'seek', 'truncate'],
  methods: () => [
    method('seek(self, offset: cint, whence: cint = 0, /)', 'Change the position.', () => unsupported('seek'), {
      text: '($self, offset, whence=os.SEEK_SET, /)',
    }),
    method('tell(self, /)', 'Answer the position.', (self, py) => callMethod(self, 'seek', [newInt(0), newInt(1)], py)),
    method('truncate(self, size: object = None, /)', 'Cut the file.', () => unsupported('truncate')),
    method('flush(self, /)', 'Write what is buffered.', (self, py) => {
      if (isClosed(self, py)) closedError()
    }),
    method('close(self, /)', 'Flush and close.', (self, py) => {
      if (isClosed(self, py)) return
      try {
        callMethod(self, 'flush', [], py)
      } finally {
        self.ioClosed = true
      }
    }),
    method('seekable(self, /)', 'Tell whether the position can be changed.', () => false),
    method('readable(self, /)', 'Tell whether it can be read.', () => false),
    method('writable(self, /)', 'Tell whether it can be written.', () => false),
    method('_checkClosed(self, /)', 'Raise ValueError when closed.', checkClosed),
    method('_checkSeekable(self, /)', 'Raise when the position cannot be changed.', (self, py) => checkAble(self, 'seekable', py)),
    method('_checkReadable(self, /)', 'Raise when it cannot be read.', (self, py) => checkAble(self, 'readable', py)),
    method('_checkWritable(self, /)', 'Raise when it cannot be written.', (self, py) => checkAble(self, 'writable', py)),
    method('fileno(self, /)', 'Answer the file descriptor.', () => unsupported('fileno')),
    method('isatty(self, /)', 'Tell whether it is a terminal.', (self, py) => {
      checkClosed(self, py)
      return false
    }),
    method('__enter__(self, /)', 'Answer the stream.', (self, py) => {
      checkClosed(self, py)
      return self
    }),
    method('__exit__(self, /, *args)', 'Close the stream.', (self, _args, py) => callMethod(self, 'close', [], py), { text: null }),
    method('readline(self, size: object = -1, /)', 'Read a line.', (self, limit, py) => readLine(self, sizeArgument(limit, py), py)),
    method('readlines(self, hint: object = -1, /)', 'Read all lines.', (self, hint, py) => {
      const most = sizeArgument(hint, py)
      const lines: Value[] = []
      let total = 0
      forEach(self, py, (line) => {
        lines.push(line)
        total += length(line, py)
        return most <= 0 || total < most
      })
      return newList(lines)
    }),
    method('writelines(self, lines: object, /)', 'Write lines.', (self, lines, py) => {
      checkClosed(self, py)
      forEach(lines, py, (line) => void callMethod(self, 'write', [line], py))
    }),
  ] as BuiltinDefinition[],
  attributes: () => ({
    __dict__: dictAttribute as never,
    closed: { get: (self: PyIOBase) => self.ioClosed } as Attribute<never>,
  }),
})

function intoBuffer(self: Value, buffer: Uint8Array, name: 'read' | 'read1', py: Thread): Value {
  const made = callMethod(self, name, [newInt(buffer.length)], py)
  if (!(made instanceof PyBytes)) return raise(PyTypeError, `${name}() should return bytes`)
  if (made.bytes.length > buffer.length) {
    raise(ValueError, `${name}() returned too much data: ${buffer.length} bytes requested, ${made.bytes.length} returned`)
  }
  buffer.set(made.bytes)
  return newInt(made.bytes.length)
}

/** Memory that a `readinto` may fill. */
export function writableBytes(value: Value, title: string, py: Thread): Uint8Array {
  if (value instanceof PyByteArray) return value.bytes
  const view = typeOf(value).slots.buffer?.(value, 1, py)
  if (view === undefined || view.readonly) {
    return raise(PyTypeError, `${title}() argument must be read-write bytes-like object, not ${typeOf(value).tpName}`)
  }
  typeOf(value).slots.releaseBuffer?.(value, view, py)
  return view.bytes
}

export const rawIOBaseType = defineType('_io._RawIOBase', {
  doc: 'The base of streams that talk to the system.',
  instance: PyRawIOBase,
  base: ioBaseType,
  subclassable: true,
  allocate: (type) => withClass(new PyRawIOBase(), type, true),
  instantiable: true,
  methods: () => [
    method('read(self, size: index = -1, /)', 'Read bytes.', (self, size, py) => {
      if (size < 0) return callMethod(self, 'readall', [], py)
      const buffer = new PyByteArray(new Uint8Array(size))
      const count = callMethod(self, 'readinto', [buffer], py)
      if (count === None) return None
      const n = sizeOf(count, py)
      if (n < 0 || n > size) raise(ValueError, `readinto returned ${n} outside buffer size ${size}`)
      return newBytes(buffer.bytes.slice(0, n))
    }),
    method('readall(self, /)', 'Read to the end.', (self, py) => {
      const parts: Uint8Array[] = []
      for (;;) {
        const part = callMethod(self, 'read', [newInt(8192)], py)
        if (part === None) return parts.length === 0 ? None : newBytes(concat(parts))
        if (!(part instanceof PyBytes)) return raise(PyTypeError, 'read() should return bytes')
        if (part.bytes.length === 0) return newBytes(parts.length === 0 ? new Uint8Array(0) : concat(parts))
        parts.push(part.bytes)
      }
    }),
    method('readinto(self, /, *args)', 'Read into a buffer.', () => raise(NotImplementedError), { text: null }),
    method('write(self, /, *args)', 'Write bytes.', () => raise(NotImplementedError), { text: null }),
  ] as BuiltinDefinition[],
})


export const bufferedIOBaseType = defineType('_io._BufferedIOBase', {
  doc: 'The base of streams that buffer bytes.',
  instance: PyBufferedIOBase,
  base: ioBaseType,
  subclassable: true,
  allocate: (type) => withClass(new PyBufferedIOBase(), type, true),
  instantiable: true,
  definingClass: ['detach', 'read', 'read1', 'write'],
  methods: () => [
    method('detach(self, /)', 'Separate the raw stream.', () => unsupported('detach')),
    method('read(self, size: cint = -1, /)', 'Read bytes.', () => unsupported('read')),
    method('read1(self, size: cint = -1, /)', 'Read bytes with at most one system call.', () => unsupported('read1')),
    method('readinto(self, buffer: object, /)', 'Read into a buffer.', (self, buffer, py) =>
      intoBuffer(self, writableBytes(buffer, 'readinto', py), 'read', py)),
    method('readinto1(self, buffer: object, /)', 'Read into a buffer with at most one system call.', (self, buffer, py) =>
      intoBuffer(self, writableBytes(buffer, 'readinto1', py), 'read1', py)),
    method('write(self, b: object, /)', 'Write bytes.', () => unsupported('write')),
  ] as BuiltinDefinition[],
})

export const textIOBaseType = defineType('_io._TextIOBase', {
  doc: 'The base of streams of text.',
  instance: PyTextIOBase,
  base: ioBaseType,
  subclassable: true,
  allocate: (type) => withClass(new PyTextIOBase(), type, true),
  instantiable: true,
  definingClass: ['detach', 'read', 'readline', 'write'],
  methods: () => [
    method('detach(self, /)', 'Separate the buffer.', () => unsupported('detach')),
    method('read(self, size: cint = -1, /)', 'Read text.', () => unsupported('read')),
    method('readline(self, size: cint = -1, /)', 'Read a line.', () => unsupported('readline')),
    method('write(self, s: cstring, /)', 'Write text.', () => unsupported('write')),
  ] as BuiltinDefinition[],
  attributes: () => ({
    encoding: { get: () => None },
    newlines: { get: () => None },
    errors: { get: () => None },
  }),
})
