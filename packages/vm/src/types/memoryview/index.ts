// memoryview: construction, release, comparison; items and casts are in the files beside.
// A view holds its exporter's size only inside a `with` block: without counted references nobody could tell when an
// abandoned view ends.
import { contiguousBytes, isContiguous, PyMemoryView, viewSize } from '../../data/memory-view.ts'
import { newBytes } from '../../data/bytes.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { TypeFlags, typeOf, type PyType } from '../../data/type.ts'
import { newInt, newStr, NotImplemented, strValue, type Str, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { BufferFlags } from '../../protocols/buffer.ts'
import { equal } from '../../protocols/compare.ts'
import {
  BufferError, NotImplementedError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { hashOf } from '../../protocols/hash.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import { hashOfBytes } from '../../protocols/string-hash.ts'
import type { Thread } from '../../thread.ts'
import { toHex } from '../bytes/hex.ts'
import { bufferView } from './acquire.ts'
import { castView } from './cast.ts'
import { nativeCharacter, unpackItem } from './formats.ts'
import { setItem, subscript, toList, viewOf } from './items.ts'

function release(self: PyMemoryView, py: Thread): void {
  if (self.view === undefined) return
  if (self.exports > 0) {
    raise(BufferError, `memoryview has ${self.exports} exported buffer${self.exports === 1 ? '' : 's'}`)
  }
  const { owner } = self.view
  if (self.held !== undefined) typeOf(owner).slots.releaseBuffer?.(owner, self.held, py)
  self.held = undefined
  self.view = undefined
}

function richcompare(self: PyMemoryView, other: Value, op: Compare, py: Thread): Value {
  if (op !== Compare.EQ && op !== Compare.NE) return NotImplemented
  if (self === other) return op === Compare.EQ
  if (self.view === undefined) return op === Compare.NE
  if (other instanceof PyMemoryView && other.view === undefined) return op === Compare.NE
  if (typeOf(other).slots.buffer === undefined) return NotImplemented
  const [left, right] = [self.view, bufferView(other, py)]
  const known = nativeCharacter(left.format) !== undefined && nativeCharacter(right.format) !== undefined
  const sameShape = left.shape.length === right.shape.length && left.shape.every((length, i) => length === right.shape[i])
  if (!known || !sameShape) return op === Compare.NE
  return equal(toList(left), toList(right), py) === (op === Compare.EQ)
}

function hash(self: PyMemoryView, py: Thread): number | bigint {
  if (self.hash !== undefined) return self.hash
  const view = viewOf(self)
  if (!view.readonly) raise(ValueError, 'cannot hash writable memoryview object')
  if (!'Bbc'.includes(nativeCharacter(view.format) ?? ' ')) {
    raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
  }
  hashOf(view.owner, py)
  return (self.hash = hashOfBytes(contiguousBytes(view)))
}

/** Over the items of a view of one dimension. */
class PyMemoryIterator extends PyObject {
  source: PyMemoryView | undefined
  place = 0
  constructor(source: PyMemoryView) {
    super()
    this.source = source
  }
  override traverse(visit: Visit): void {
    if (this.source !== undefined) visit(this.source)
  }
}

defineType('memory_iterator', {
  doc: 'Iterates over the items of a memoryview.',
  instance: PyMemoryIterator,
  slots: {
    iter: (self: PyMemoryIterator) => self,
    next(self) {
      if (self.source === undefined) return undefined
      const view = viewOf(self.source)
      if (self.place >= (view.shape[0] as number)) {
        self.source = undefined
        return undefined
      }
      const offset = (view.offset ?? 0) + self.place++ * (view.strides[0] as number)
      return unpackItem(view.bytes, offset, view.format)
    },
  },
})

function orderOf(order: Str | undefined, self: PyMemoryView): 'C' | 'F' {
  const text = order === undefined ? 'C' : strValue(order)
  if (text === 'A') return isContiguous(viewOf(self), 'F') && !isContiguous(viewOf(self)) ? 'F' : 'C'
  return text === 'C' || text === 'F' ? (text as 'C' | 'F') : raise(
    ValueError,
    "order must be 'C', 'F' or 'A'",
  )
}

const ints = (numbers: readonly number[]): Value => newTuple(numbers.map((n) => newInt(n)))
const method = methods<PyMemoryView>()

export const memoryViewType: PyType = defineType('memoryview(object: object)', {
  doc: 'A window on the memory of an object, without copying.',
  instance: PyMemoryView,
  layout: 'variable',
  hasWeakrefs: true,
  flags: TypeFlags.SEQUENCE,
  new: (_cls, object, py) => {
    if (object instanceof PyMemoryView) return new PyMemoryView(viewOf(object))
    return new PyMemoryView(bufferView(object, py))
  },
  slots: {
    repr: (self: PyMemoryView) => newStr(self.view === undefined ? `<released memory at ${address(self)}>` : `<memory at ${address(self)}>`),
    hash,
    richcompare,
    iter(self) {
      const { shape } = viewOf(self)
      if (shape.length === 0) raise(PyTypeError, 'invalid indexing of 0-dim memory')
      if (shape.length > 1) raise(NotImplementedError, 'multi-dimensional sub-views are not implemented')
      return new PyMemoryIterator(self)
    },
    len: (self) => viewOf(self).shape[0] ?? raise(PyTypeError, '0-dim memory has no length'),
    getitem: subscript,
    setitem: setItem,
    buffer(self, flags) {
      const view = viewOf(self)
      if ((flags & BufferFlags.WRITABLE) !== 0 && view.readonly) raise(
        BufferError,
        'memoryview: underlying buffer is not writable',
      )
      if ((flags & BufferFlags.STRIDES) !== BufferFlags.STRIDES && !isContiguous(view)) {
        raise(BufferError, 'memoryview: underlying buffer is not C-contiguous')
      }
      self.exports++
      if (!isContiguous(view)) return view
      return { ...view, bytes: contiguousBytes(view), offset: 0 }
    },
    releaseBuffer(self) {
      self.exports--
    },
  },
  methods: () => [
    method('release(self, /)', 'Give the memory back; the view is of no use any more.', release),
    method("tobytes(self, /, order: cstring | None = 'C')", 'Answer a copy of the items as bytes.', (self, order) =>
      newBytes(contiguousBytes(viewOf(self), orderOf(order, self)).slice()),
    ),
    method(
      'hex(self, /, sep: object = <unrepresentable>, bytes_per_sep: cint = 1)',
      'Answer the bytes as hexadecimal digits.',
      (self, separator, group, py) =>
        toHex(contiguousBytes(viewOf(self)), separator, group, py),
    ),
    method('tolist(self, /)', 'Answer the items as a list, or nested lists.', (self) => toList(viewOf(self))),
    method(
      'cast(self, /, format: str, shape: object = <unrepresentable>)',
      'Answer a view of the same memory as other items.',
      (self, format, shape) =>
        new PyMemoryView(castView(viewOf(self), strValue(format), shape)),
    ),
    method('toreadonly(self, /)', 'Answer a view of the same memory that cannot change it.', (self) =>
      new PyMemoryView({ ...viewOf(self), readonly: true }),
    ),
    classMethod(
      '_from_flags(cls, /, object: object, flags: cint)',
      'Make a view by a buffer request with the flags.',
      (_cls, object, flags, py) => {
        const view = bufferView(object, py, flags)
        if ((flags & BUFFER_WRITABLE) !== 0 && view.readonly) raise(BufferError, 'Object is not writable.')
        return new PyMemoryView(view)
      },
      { text: '($type, /, object, flags)' },
    ),
    method('__enter__(self, /)', 'Answer the view, holding its memory.', (self, py) => {
      const { owner } = viewOf(self)
      self.held ??= typeOf(owner).slots.buffer?.(owner, BufferFlags.STRIDES | BufferFlags.FORMAT, py)
      return self
    }),
    method(
      '__exit__(self, /, *exc_info)',
      'Release the view.',
      (self, _info: unknown, py) => release(self, py),
    ),
  ],
  attributes: () => ({
    obj: { get: (self) => viewOf(self).owner, doc: 'the object whose memory it is' },
    nbytes: { get: (self) => newInt(viewSize(viewOf(self))), doc: 'bytes that the items take' },
    readonly: { get: (self) => viewOf(self).readonly, doc: 'is the memory read-only?' },
    itemsize: { get: (self) => newInt(viewOf(self).itemsize), doc: 'bytes of an item' },
    format: { get: (self) => newStr(viewOf(self).format), doc: "the items' format, as of the struct module" },
    ndim: { get: (self) => newInt(viewOf(self).shape.length), doc: 'number of dimensions' },
    shape: { get: (self) => ints(viewOf(self).shape), doc: 'length of each dimension' },
    strides: { get: (self) => ints(viewOf(self).strides), doc: 'bytes from item to item, for each dimension' },
    suboffsets: { get: (self) => (viewOf(self), emptyTuple), doc: 'always empty' },
    c_contiguous: { get: (self) => isContiguous(viewOf(self)), doc: 'are the items in C order, without gaps?' },
    f_contiguous: { get: (self) => isContiguous(viewOf(self), 'F'), doc: 'are the items in Fortran order, without gaps?' },
    contiguous: { get: (self) => isContiguous(viewOf(self)) || isContiguous(viewOf(self), 'F'), doc: 'are the items without gaps?' },
  }),
})

/** PyBUF_WRITABLE. */
const BUFFER_WRITABLE = 1
