// view[key], view[key] = value, tolist.
import type { PyBufferView } from '../../data/buffer.ts'
import { contiguousBytes, itemOffsets, PyMemoryView } from '../../data/memory-view.ts'
import { newList, PyTuple } from '../../data/sequences.ts'
import { PySlice } from '../../data/slice.ts'
import { typeOf } from '../../data/type.ts'
import { EllipsisObject, type Value } from '../../data/values.ts'
import {
  IndexError, NotImplementedError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { sliceBounds } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { bufferView } from './acquire.ts'
import { packItem, unpackItem } from './formats.ts'

/** The view's memory; ValueError once it is released. */
export function viewOf(self: PyMemoryView): PyBufferView {
  return self.view ?? raise(ValueError, 'operation forbidden on released memoryview object')
}

const isIndex = (value: Value): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ||
  (typeof value === 'object' && typeOf(value).slots.index !== undefined)

function step(view: PyBufferView, dimension: number, key: Value, py: Thread): number {
  const length = view.shape[dimension] as number
  const given = size(key, py, IndexError)
  const place = given < 0 ? given + length : given
  if (place < 0 || place >= length) raise(IndexError, `index out of bounds on dimension ${dimension + 1}`)
  return place * (view.strides[dimension] as number)
}

/** Offset of the item that a key names; undefined when it is no key of one item. */
function offsetOf(view: PyBufferView, key: Value, subviews: string, py: Thread): number | undefined {
  const start = view.offset ?? 0
  if (isIndex(key)) {
    if (view.shape.length > 1) {
      size(key, py, IndexError)
      raise(NotImplementedError, subviews)
    }
    return start + step(view, 0, key, py)
  }
  if (key instanceof PyTuple && key.items.every(isIndex)) {
    const count = key.items.length
    if (count < view.shape.length) raise(NotImplementedError, 'sub-views are not implemented')
    if (count > view.shape.length) {
      raise(PyTypeError, `cannot index ${view.shape.length}-dimension view with ${count}-element tuple`)
    }
    return key.items.reduce((offset, part, i) => offset + step(view, i, part, py), start)
  }
  return undefined
}

/** The view of a slice of the first dimension. */
function sliced(view: PyBufferView, key: PySlice, py: Thread): PyBufferView {
  const bounds = sliceBounds(key, view.shape[0] as number, py)
  const stride = view.strides[0] as number
  return {
    ...view,
    offset: (view.offset ?? 0) + bounds.start * stride,
    shape: [bounds.count, ...view.shape.slice(1)],
    strides: [stride * bounds.step, ...view.strides.slice(1)],
  }
}

const isSlices = (key: Value): boolean => key instanceof PyTuple && key.items.length > 0 && key.items.every((part) => part instanceof PySlice)

export function subscript(self: PyMemoryView, key: Value, py: Thread): Value {
  const view = viewOf(self)
  if (view.shape.length === 0) {
    if (key instanceof PyTuple && key.items.length === 0) return unpackItem(view.bytes, view.offset ?? 0, view.format)
    return key === EllipsisObject ? self : raise(PyTypeError, 'invalid indexing of 0-dim memory')
  }
  const offset = offsetOf(view, key, 'multi-dimensional sub-views are not implemented', py)
  if (offset !== undefined) return unpackItem(view.bytes, offset, view.format)
  if (key instanceof PySlice) return new PyMemoryView(sliced(view, key, py))
  if (isSlices(key)) raise(NotImplementedError, 'multi-dimensional slicing is not implemented')
  return raise(PyTypeError, 'memoryview: invalid slice key')
}

function copyInto(target: PyBufferView, source: PyBufferView): void {
  const sameShape = source.shape.length === 1 && source.shape[0] === target.shape[0]
  if (!sameShape || source.format.replace('@', '') !== target.format.replace('@', '') || source.itemsize !== target.itemsize) {
    raise(ValueError, 'memoryview assignment: lvalue and rvalue have different structures')
  }
  const bytes = contiguousBytes(source).slice()
  itemOffsets(target).forEach((offset, place) => {
    target.bytes.set(bytes.subarray(place * target.itemsize, (place + 1) * target.itemsize), offset)
  })
}

export function setItem(self: PyMemoryView, key: Value, value: Value | undefined, py: Thread): void {
  const view = viewOf(self)
  if (view.readonly) raise(PyTypeError, 'cannot modify read-only memory')
  if (value === undefined) return raise(PyTypeError, 'cannot delete memory')
  if (view.shape.length === 0) {
    if (key !== EllipsisObject && !(key instanceof PyTuple && key.items.length === 0)) {
      raise(PyTypeError, 'invalid indexing of 0-dim memory')
    }
    return packItem(view.bytes, view.offset ?? 0, view.format, value, py)
  }
  const offset = offsetOf(view, key, 'sub-views are not implemented', py)
  if (offset !== undefined) return packItem(view.bytes, offset, view.format, value, py)
  if (key instanceof PySlice && view.shape.length === 1) {
    const source = bufferView(value, py, undefined, '')
    return copyInto(sliced(view, key, py), source)
  }
  if (key instanceof PySlice || isSlices(key)) {
    raise(NotImplementedError, 'memoryview slice assignments are currently restricted to ndim = 1')
  }
  raise(PyTypeError, 'memoryview: invalid slice key')
}

/** Items as nested lists. */
export function toList(view: PyBufferView, dimension = 0, offset = view.offset ?? 0): Value {
  if (dimension === view.shape.length) return unpackItem(view.bytes, offset, view.format)
  const stride = view.strides[dimension] as number
  const items: Value[] = []
  for (let i = 0; i < (view.shape[dimension] as number); i++) items.push(toList(view, dimension + 1, offset + i * stride))
  return newList(items)
}
