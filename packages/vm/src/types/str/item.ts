// text[index], text[start:stop:step] and text * count.
import { PySlice } from '../../data/slice.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, strLength, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import {
  IndexError, MemoryError, OverflowError, TypeError as PyTypeError,
} from '../../protocols/exceptions.ts'
import { itemIndex } from '../../protocols/positions.ts'
import { sliceBounds } from '../../protocols/slice-indices.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { own, sliceStr } from './text.ts'

function charAt(text: Str, place: number): Str {
  if (typeof text === 'string') return narrowStr(text.charAt(place))
  return strOfCodePoints([text.codePoints[place] as number])
}

export function subscript(self: Value, key: Value, py: Thread): Value {
  const text = own(self)
  if (typeof key === 'number') {
    const length = strLength(text)
    const place = (key as number) < 0 ? key + length : (key as number)
    if (place < 0 || place >= length) raise(IndexError, 'string index out of range')
    return charAt(text, place)
  }
  if (key instanceof PySlice) return slice(text, key, py)
  if (typeof key === 'object' && typeOf(key).slots.index === undefined) {
    raise(PyTypeError, `string indices must be integers, not '${typeOf(key).tpName}'`)
  }
  if (typeof key === 'string') raise(PyTypeError, "string indices must be integers, not 'str'")
  return charAt(text, itemIndex(key, strLength(text), 'string index out of range', py))
}

function slice(text: Str, key: PySlice, py: Thread): Str {
  const { start, step, count } = sliceBounds(key, strLength(text), py)
  if (count <= 0) return narrowStr('')
  if (step === 1) return sliceStr(text, start, start + count)
  if (typeof text === 'string') {
    let out = ''
    for (let i = 0, at = start; i < count; i++, at += step) out += text[at] as string
    return narrowStr(out)
  }
  const points: number[] = []
  for (let i = 0, at = start; i < count; i++, at += step) points.push(text.codePoints[at] as number)
  return strOfCodePoints(points)
}

/** JavaScript's longest string. */
const LONGEST = 0x1fffffe8

export function repeat(self: Value, count: number): Value {
  const text = own(self)
  const length = strLength(text)
  if (count <= 0 || length === 0) return narrowStr('')
  if (length > 1 && count * length >= 2 ** 63) raise(OverflowError, 'repeated string is too long')
  if (count * length > LONGEST) raise(MemoryError)
  if (count === 1) return text
  if (typeof text === 'string') return narrowStr(text.repeat(count))
  const points: number[] = []
  for (let i = 0; i < count; i++) for (const point of text.codePoints) points.push(point)
  return strOfCodePoints(points)
}
