// array[...]: items and slices; comparison; filling an array from what Python gives.
import { PyList, PyTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { PySlice } from '../../data/slice.ts'
import { typeOf } from '../../data/type.ts'
import { codePointsOf, NotImplemented, type Str, type Value } from '../../data/values.ts'
import { compare, equal } from '../../protocols/compare.ts'
import { BufferError, IndexError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { forEach } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { sliceBounds } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { PyArray } from './storage.ts'

function placeOf(self: PyArray, key: Value, message: string, py: Thread): number {
  if (typeOf(key).slots.index === undefined) raise(PyTypeError, 'array indices must be integers')
  let place = size(key, py, IndexError)
  if (place < 0) place += self.length
  return place < 0 || place >= self.length ? raise(IndexError, message) : place
}

export function getItem(self: PyArray, key: Value, py: Thread): Value {
  if (!(key instanceof PySlice)) return self.at(placeOf(self, key, 'array index out of range', py))
  const { start, step, count } = sliceBounds(key, self.length, py)
  return self.pick(start, step, count)
}

/** `value` undefined deletes. */
export function setItem(self: PyArray, key: Value, value: Value | undefined, py: Thread): void {
  if (!(key instanceof PySlice)) {
    const place = placeOf(self, key, 'array assignment index out of range', py)
    if (value === undefined) self.splice(place, 1, 0)
    else self.put(place, self.kind.convert(value, py))
    return
  }
  const bounds = sliceBounds(key, self.length, py)
  const { start, step, count } = bounds
  if (value !== undefined && !(value instanceof PyArray)) {
    return raise(PyTypeError, `can only assign array (not "${typeOf(value).tpName}") to array slice`)
  }
  if (value !== undefined && value.kind !== self.kind) raise(PyTypeError, 'bad argument type for built-in operation')
  if (step === 1) return self.replace(start, count, value?.bytes ?? new Uint8Array(0))
  if (value === undefined) return deleteSteps(self, start, step, count)
  if (value.length !== count) {
    raise(ValueError, `attempt to assign array of size ${value.length} to extended slice of size ${count}`)
  }
  const unit = self.kind.size
  const source = value === self ? value.bytes.slice() : value.bytes
  const target = self.bytes
  for (let i = 0; i < count; i++) target.set(source.subarray(i * unit, (i + 1) * unit), (start + i * step) * unit)
}

function deleteSteps(self: PyArray, start: number, step: number, count: number): void {
  if (count > 0 && self.exports > 0) raise(BufferError, 'cannot resize an array that is exporting buffers')
  const places = Array.from({ length: count }, (_, i) => start + i * step).sort((a, b) => b - a)
  for (const place of places) self.splice(place, 1, 0)
}

export function compareArrays(self: Value, other: Value, op: Compare, py: Thread): Value {
  if (!(self instanceof PyArray) || !(other instanceof PyArray)) return NotImplemented
  const wantsEqual = op === Compare.EQ || op === Compare.NE
  if (wantsEqual && self.length !== other.length) return op === Compare.NE
  for (let i = 0; i < self.length && i < other.length; i++) {
    const [a, b] = [self.at(i), other.at(i)]
    if (equal(a, b, py)) continue
    return wantsEqual ? op === Compare.NE : compare(a, b, op, py)
  }
  return compare(self.length as never, other.length as never, op, py)
}

/** A str as items of a text array. */
export function appendText(self: PyArray, text: Str): void {
  const points = codePointsOf(text)
  const start = self.length
  self.splice(start, 0, points.length)
  points.forEach((point, i) => self.put(start + i, point))
}

export function extend(self: PyArray, source: Value, py: Thread): void {
  if (source instanceof PyArray) {
    if (source.kind !== self.kind) raise(PyTypeError, 'can only extend with array of same kind')
    self.replace(self.length, 0, source.bytes)
    return
  }
  if (source instanceof PyList || source instanceof PyTuple) {
    for (let i = 0; i < source.items.length; i++) self.append(source.items[i] as Value, py)
    return
  }
  forEach(source, py, (item) => self.append(item, py))
}
