// `sys.getsizeof`: what CPython on a 64-bit machine would need, header included.
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { PyBuiltin, PyFunction, PyMethodWrapper } from '../../data/callables.ts'
import { PyCode } from '../../data/code.ts'
import { PyComplex } from '../../data/complex.ts'
import { PyDict } from '../../data/dict.ts'
import { PyBaseException } from '../../data/exception.ts'
import { PyFrame, PyGenerator } from '../../data/frame.ts'
import { PyModule } from '../../data/module.ts'
import { PyList, PyTuple } from '../../data/sequences.ts'
import { PySet } from '../../data/set.ts'
import { PyInstance } from '../../data/shape.ts'
import { PyType } from '../../data/type.ts'
import { asInt, asStr, codePointsOf, PyFloat, type Int, type Str, type Value } from '../../data/values.ts'

function intSize(value: Int): number {
  const magnitude = value < 0 ? -value : value
  const bits = magnitude.toString(2).length
  return 24 + 4 * Math.max(1, Math.ceil(bits / 30))
}

function strSize(value: Str): number {
  const points = codePointsOf(value)
  let most = 0
  for (const point of points) if (point > most) most = point
  if (most < 128) return 41 + points.length
  if (most < 256) return 57 + points.length
  return most < 65536 ? 58 + 2 * points.length : 60 + 4 * points.length
}

function dictSize(dict: PyDict): number {
  if (dict.size === 0) return 64
  let log2 = 3
  while (((1 << log2) * 2) / 3 < dict.keys.length) log2++
  const size = 1 << log2
  const index = size <= 256 ? 1 : size <= 65536 ? 2 : 4
  const strings = dict.keys.every((key) => key === undefined || typeof key === 'string')
  return 64 + 32 + size * index + Math.floor((size * 2) / 3) * (strings ? 16 : 24)
}

function setSize(count: number): number {
  if (count < 5) return 216
  let size = 8
  while (size * 3 <= count * 5) size *= 4
  return 216 + 16 * size
}

/** Bytes of a value, the collector's header included. */
export function sizeOf(value: Value): number {
  if (typeof value === 'boolean') return 28
  const int = asInt(value)
  if (int !== undefined) return intSize(int)
  const text = asStr(value)
  if (text !== undefined) return strSize(text)
  if (value instanceof PyFloat) return 24
  if (value instanceof PyComplex) return 32
  if (value instanceof PyBytes) return 33 + value.bytes.length
  if (value instanceof PyByteArray) return value.length === 0 ? 56 : 57 + value.length
  if (value instanceof PyTuple) return 40 + 8 * value.items.length
  if (value instanceof PyList) return 56 + 8 * value.items.length
  if (value instanceof PyDict) return dictSize(value)
  if (value instanceof PySet) return setSize(value.size)
  if (value instanceof PyFunction) return 160
  if (value instanceof PyType) return value.flags & (1 << 8) ? 416 : 1064
  if (value instanceof PyModule) return 72
  if (value instanceof PyCode) return 200 + value.data.code.length
  if (value instanceof PyFrame) return 416 + 8 * value.slots.length
  if (value instanceof PyGenerator) return 200 + 8 * value.frame.slots.length
  if (value instanceof PyBuiltin || value instanceof PyMethodWrapper) return 72
  if (value instanceof PyBaseException) return 88
  if (value instanceof PyInstance) return 48 + 8 * value.type.memberCount
  return 16
}
