// Between a str as a value and the two forms that the algorithms of primitives work on.
import type { Text } from '@pellucid/primitives'
import { newList, type PyList } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

/** The receiver of a str method, without a subclass. */
export const own = (self: Value): Str => asStr(self) as Str

export function textOf(value: Str): Text {
  return typeof value === 'string' ? value : value.codePoints
}

export function strOfText(text: Text): Str {
  return typeof text === 'string' ? narrowStr(text) : strOfCodePoints(text)
}

/** Pieces as a list of strs. */
export function listOfTexts(pieces: readonly Text[]): PyList {
  return newList(pieces.map(strOfText))
}

/** An argument that must be a str, for functions that word it `must be str, not int`. */
export function expectStr(value: Value, message = 'must be str, not ', suffix = ''): Str {
  return asStr(value) ?? raise(PyTypeError, `${message}${typeOf(value).tpName}${suffix}`)
}

/** Concatenation keeps the narrow form: neither part has surrogates. */
export function concatenate(left: Str, right: Str): Str {
  if (typeof left === 'string' && typeof right === 'string') return narrowStr(left + right)
  if (left === '') return right
  if (right === '') return left
  return strOfCodePoints([...points(left), ...points(right)])
}

/** Strs in a row, with another between them. */
export function joinStrs(parts: readonly Str[], separator: Str): Str {
  if (parts.length === 0) return narrowStr('')
  if (typeof separator === 'string' && parts.every((part) => typeof part === 'string')) return narrowStr(parts.join(separator))
  const glue = points(separator)
  const out: number[] = []
  parts.forEach((part, place) => {
    if (place > 0) for (const point of glue) out.push(point)
    for (const point of points(part)) out.push(point)
  })
  return strOfCodePoints(out)
}

/** Code points of either form. */
export function points(value: Str): readonly number[] {
  if (typeof value !== 'string') return value.codePoints
  const list = new Array<number>(value.length)
  for (let i = 0; i < value.length; i++) list[i] = value.charCodeAt(i)
  return list
}

/** Part of a str, by code points; both ends inside it. */
export function sliceStr(value: Str, start: number, end: number): Str {
  if (typeof value === 'string') return narrowStr(value.slice(start, end))
  return strOfCodePoints(value.codePoints.slice(start, end))
}
