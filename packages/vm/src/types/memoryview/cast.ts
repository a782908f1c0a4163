// memoryview.cast: the same bytes as other items.
import type { PyBufferView } from '../../data/buffer.ts'
import { isContiguous, viewSize } from '../../data/memory-view.ts'
import { PyList, PyTuple } from '../../data/sequences.ts'
import { asInt, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { formatSize, nativeCharacter } from './formats.ts'

const MOST_DIMENSIONS = 64

const isByte = (character: string): boolean => 'bBc'.includes(character)

/** Row-major strides of a shape. */
export function stridesOf(shape: readonly number[], itemsize: number): number[] {
  const strides = new Array<number>(shape.length)
  let stride = itemsize
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = stride
    stride *= shape[i] as number
  }
  return strides
}

function shapeOf(items: readonly Value[]): number[] {
  return items.map((item) => {
    const length = asInt(item)
    if (length === undefined) return raise(
      PyTypeError,
      'memoryview.cast(): elements of shape must be integers',
    )
    if (length <= 0) raise(ValueError, 'memoryview.cast(): elements of shape must be integers > 0')
    return Number(length)
  })
}

/** `view.cast(format, shape)` */
export function castView(view: PyBufferView, format: string, shape: Value | undefined): PyBufferView {
  if (!isContiguous(view)) raise(PyTypeError, 'memoryview: casts are restricted to C-contiguous views')
  if (shape !== undefined || view.shape.length !== 1) {
    if (view.shape.includes(0)) raise(
      PyTypeError,
      'memoryview: cannot cast view with zeros in shape or strides',
    )
  }
  let wanted: readonly Value[] | undefined
  if (shape !== undefined) {
    if (!(shape instanceof PyList || shape instanceof PyTuple)) return raise(
      PyTypeError,
      'shape must be a list or a tuple',
    )
    wanted = shape.items
    if (wanted.length > MOST_DIMENSIONS) raise(
      ValueError,
      `memoryview: number of dimensions must not exceed ${MOST_DIMENSIONS}`,
    )
    if (view.shape.length !== 1 && wanted.length !== 1) raise(
      PyTypeError,
      'memoryview: cast must be 1D -> ND or ND -> 1D',
    )
  }
  const to = nativeCharacter(format)
  if (to === undefined) {
    return raise(
      ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    )
  }
  const from = nativeCharacter(view.format)
  if (from === undefined || (!isByte(from) && !isByte(to))) {
    raise(PyTypeError, 'memoryview: cannot cast between two non-byte formats')
  }
  const itemsize = formatSize(to)
  const total = viewSize(view)
  if (total % itemsize !== 0) raise(PyTypeError, 'memoryview: length is not a multiple of itemsize')
  const lengths = wanted === undefined ? [total / itemsize] : shapeOf(wanted)
  if (lengths.reduce((product, length) => product * length, itemsize) !== total) {
    raise(PyTypeError, 'memoryview: product(shape) * itemsize != buffer size')
  }
  return { ...view, format, itemsize, shape: lengths, strides: stridesOf(lengths, itemsize) }
}
