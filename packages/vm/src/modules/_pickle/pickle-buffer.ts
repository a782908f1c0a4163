// PickleBuffer: the memory of another object, which a pickle may leave to a side channel (PEP 574).
import type { PyBufferView } from '../../data/buffer.ts'
import { contiguousBytes, isContiguous, PyMemoryView, viewSize } from '../../data/memory-view.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { typeOf } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { BufferFlags } from '../../protocols/buffer.ts'
import { BufferError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

export class PyPickleBuffer extends PyObject {
  /** Undefined once released. */
  view: PyBufferView | undefined
  readonly #exporter: Value
  constructor(exporter: Value, view: PyBufferView) {
    super()
    this.#exporter = exporter
    this.view = view
  }
  override traverse(visit: Visit): void {
    if (this.view !== undefined) visit(this.#exporter)
  }
  release(py: Thread): void {
    const { view } = this
    if (view === undefined) return
    this.view = undefined
    typeOf(this.#exporter).slots.releaseBuffer?.(this.#exporter as never, view, py)
  }
}

/** The memory; ValueError once it was given back. */
export function memoryOf(buffer: PyPickleBuffer): PyBufferView {
  return buffer.view ?? raise(ValueError, 'operation forbidden on released PickleBuffer object')
}

/** A view has gaps, which the request for plain memory would close by a copy. */
function acquire(value: Value, py: Thread): PyPickleBuffer {
  const { slots, tpName } = typeOf(value)
  if (slots.buffer === undefined) return raise(PyTypeError, `a bytes-like object is required, not '${tpName}'`)
  const view = slots.buffer(value as never, BufferFlags.STRIDES | BufferFlags.FORMAT, py)
  return new PyPickleBuffer(value, value instanceof PyMemoryView && value.view !== undefined ? value.view : view)
}

/** One dimension of bytes over memory without gaps. */
function raw(self: PyPickleBuffer): PyMemoryView {
  const view = memoryOf(self)
  const order = isContiguous(view) ? 'C' : 'F'
  if (!isContiguous(view, order)) raise(BufferError, 'cannot extract raw buffer from non-contiguous buffer')
  const bytes = contiguousBytes(view, order)
  return new PyMemoryView({
    owner: view.owner, bytes, readonly: view.readonly, format: 'B', itemsize: 1, shape: [viewSize(view)], strides: [1],
  })
}

const method = methods<PyPickleBuffer>()

export const pickleBufferType = defineType('pickle.PickleBuffer(object: object, /)', {
  doc: 'A wrapper for potentially out-of-band buffers.',
  text: null,
  instance: PyPickleBuffer,
  hasWeakrefs: true,
  subclassable: false,
  newRaw(_cls, args, names, py) {
    const named = names?.length ?? 0
    const given = args.length - named
    if (args.length > 1) raise(PyTypeError, `PickleBuffer() takes at most 1 argument (${args.length} given)`)
    if (given !== 1) raise(PyTypeError, `PickleBuffer() takes exactly 1 positional argument (${given} given)`)
    return acquire(args[0] as Value, py)
  },
  slots: {
    buffer: (self: PyPickleBuffer) => memoryOf(self),
  },
  methods: () => [
    method('raw(self, /)', 'Answer a memoryview of the raw memory; BufferError if it has gaps.', (self) => raw(self)),
    method('release(self, /)', 'Give the memory back.', (self, py) => self.release(py)),
  ],
})
