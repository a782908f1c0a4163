// Codecs by table: what a mapping says of a byte or a character.
import { PyBytes } from '../../data/bytes.ts'
import { PyDict } from '../../data/dict.ts'
import { PyObject } from '../../data/object.ts'
import { asInt, asStr, codePointsOf, newInt, None, type Str, type Value } from '../../data/values.ts'
import { LookupError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { getItem } from '../../protocols/subscript.ts'
import { defineType } from '../../object/define-type.ts'
import type { Thread } from '../../thread.ts'

/** The inverse of a decoding table, as `codecs.charmap_build` makes it. */
export class PyEncodingMap extends PyObject {
  readonly table: ReadonlyMap<number, number>
  constructor(table: ReadonlyMap<number, number>) {
    super()
    this.table = table
  }
}

defineType('EncodingMap()', { doc: 'The inverse of a decoding table.', instance: PyEncodingMap, instantiable: false })

/** `charmap_build`: a decoding table's inverse. */
export function buildEncodingMap(decoding: Str, py: Thread): Value {
  const points = codePointsOf(decoding)
  // Only tables that begin with NUL and stay within the BMP have the compact form.
  if (points[0] !== 0 || points.some((point) => point > 0xffff)) {
    const dict = new PyDict()
    points.forEach((point, byte) => dict.set(newInt(point), newInt(byte), py.keys))
    return dict
  }
  const table = new Map<number, number>()
  points.forEach((point, byte) => {
    if (point !== 0xfffe && !table.has(point)) table.set(point, byte)
  })
  return new PyEncodingMap(table)
}

function lookUp(mapping: Value, key: number, py: Thread): Value | undefined {
  if (mapping instanceof PyDict && !Object.hasOwn(mapping, 'type')) return mapping.get(newInt(key), py.keys)
  try {
    return getItem(mapping, newInt(key), py)
  } catch (caught) {
    if (isRaised(caught, LookupError)) return undefined
    throw caught
  }
}

/** What a mapping encodes a character as; undefined where it has none. */
export function encodeBy(mapping: Value, py: Thread): (codePoint: number) => number | Uint8Array | undefined {
  if (mapping instanceof PyEncodingMap) return (point) => mapping.table.get(point)
  return (point) => {
    const found = lookUp(mapping, point, py)
    if (found === undefined || found === None) return undefined
    if (found instanceof PyBytes) return found.bytes
    const int = asInt(found)
    if (int === undefined) return raise(PyTypeError, `character mapping must return integer, bytes or None, not ${nameOf(found)}`)
    if (int < 0 || int > 255) raise(PyTypeError, 'character mapping must be in range(256)')
    return Number(int)
  }
}

const nameOf = (value: Value): string => (value instanceof PyObject ? value.type.tpName : typeof value === 'string' ? 'str' : 'int')

/** What a mapping decodes a byte as; undefined where it has none. */
export function decodeBy(mapping: Value, py: Thread): (byte: number) => number | readonly number[] | undefined {
  const text = asStr(mapping)
  if (text !== undefined) {
    const points = codePointsOf(text)
    return (byte) => (points[byte] === 0xfffe ? undefined : points[byte])
  }
  return (byte) => {
    const found = lookUp(mapping, byte, py)
    if (found === undefined || found === None) return undefined
    const made = asStr(found)
    if (made !== undefined) {
      const points = codePointsOf(made)
      return points.length === 1 && points[0] === 0xfffe ? undefined : points
    }
    const int = asInt(found)
    if (int === undefined) return raise(PyTypeError, 'character mapping must return integer, None or str')
    if (int === 0xfffe) return undefined
    if (int < 0 || int > 0x10ffff) raise(PyTypeError, 'character mapping must be in range(0x110000)')
    return Number(int)
  }
}
