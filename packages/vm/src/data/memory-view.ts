// memoryview: a window on the memory of another object.
import type { PyBufferView } from './buffer.ts'
import { PyObject, type Visit } from './object.ts'

export class PyMemoryView extends PyObject {
  /** Undefined once released. */
  view: PyBufferView | undefined
  /** Buffers of this view that are out: it cannot be released while there are any. */
  exports = 0
  /** The buffer that a `with` block holds, so that the exporter keeps its size. */
  held: PyBufferView | undefined = undefined
  hash: number | bigint | undefined = undefined
  constructor(view: PyBufferView) {
    super()
    this.view = view
  }
  override traverse(visit: Visit): void {
    if (this.view !== undefined) visit(this.view.owner)
  }
}

/** Number of bytes that the items take. */
export function viewSize(view: PyBufferView): number {
  return view.shape.reduce((product, length) => product * length, view.itemsize)
}

/** Are the items in C order (the last dimension fastest) without gaps? */
export function isContiguous(view: PyBufferView, order: 'C' | 'F' = 'C'): boolean {
  if (view.shape.includes(0)) return true
  const places = view.shape.map((_, i) => i)
  if (order === 'C') places.reverse()
  let expected = view.itemsize
  for (const place of places) {
    const length = view.shape[place] as number
    if (length > 1 && view.strides[place] !== expected) return false
    expected *= length
  }
  return true
}

/** Offsets of all items, in C or Fortran order. */
export function itemOffsets(view: PyBufferView, order: 'C' | 'F' = 'C'): number[] {
  let offsets = [view.offset ?? 0]
  const places = view.shape.map((_, i) => i)
  if (order === 'F') places.reverse()
  for (const place of places) {
    const length = view.shape[place] as number
    const stride = view.strides[place] as number
    const next: number[] = []
    for (const offset of offsets) for (let i = 0; i < length; i++) next.push(offset + i * stride)
    offsets = next
  }
  return offsets
}

/** The items' bytes one after the other; shares memory when they lie so already. */
export function contiguousBytes(view: PyBufferView, order: 'C' | 'F' = 'C'): Uint8Array {
  const start = view.offset ?? 0
  const size = viewSize(view)
  if (isContiguous(view, order)) return view.bytes.subarray(start, start + size)
  const out = new Uint8Array(size)
  let at = 0
  for (const offset of itemOffsets(view, order)) {
    for (let i = 0; i < view.itemsize; i++) out[at++] = view.bytes[offset + i] as number
  }
  return out
}
