// find, count, startswith, replace, partition of bytes and bytearray.
import { countUnits, findUnits, replaceUnits, rfindUnits } from '@pellucid/primitives'
import type { PyByteArray } from '../../data/bytes.ts'
import { PyBytes } from '../../data/bytes.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, newInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { bytesOf, bytesOrUndefined } from '../../protocols/buffer.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { clipRange } from '../../protocols/positions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { copyOfBuffer } from './construct.ts'

type AnyBytes = PyBytes | PyByteArray
type Bound = number | undefined
type Make = (bytes: Uint8Array) => Value

/** What is looked for: bytes, or one byte as an int. */
function partOf(value: Value, py: Thread): Uint8Array {
  const bytes = bytesOrUndefined(value, py)
  if (bytes !== undefined) return bytes
  if (asInt(value) === undefined && (typeof value === 'string' || typeOf(value).slots.index === undefined)) {
    raise(PyTypeError, `argument should be integer or bytes-like object, not '${typeOf(value).tpName}'`)
  }
  const byte = index(value, py)
  if (byte < 0 || byte > 255) raise(ValueError, 'byte must be in range(0, 256)')
  return Uint8Array.of(byte as number)
}

function find(self: AnyBytes, sub: Value, start: Bound, end: Bound, py: Thread): number {
  const part = partOf(sub, py)
  const [from, to] = clipRange(start, end, self.bytes.length)
  return from > to ? -1 : findUnits(self.bytes, part, from, to)
}
function rfind(self: AnyBytes, sub: Value, start: Bound, end: Bound, py: Thread): number {
  const part = partOf(sub, py)
  const [from, to] = clipRange(start, end, self.bytes.length)
  return from > to ? -1 : rfindUnits(self.bytes, part, from, to)
}
const found = (place: number): Value => (place < 0 ? raise(
  ValueError,
  'subsection not found',
) : newInt(place))

function standsAt(bytes: Uint8Array, part: Uint8Array, start: Bound, end: Bound, atEnd: boolean): boolean {
  const [from, to] = clipRange(start, end, bytes.length)
  if (to - from < part.length) return false
  const place = atEnd ? to - part.length : from
  return part.every((byte, i) => bytes[place + i] === byte)
}

function affix(self: AnyBytes, wanted: Value, start: Bound, end: Bound, name: 'startswith' | 'endswith', py: Thread): boolean {
  const atEnd = name === 'endswith'
  if (wanted instanceof PyTuple) return wanted.items.some((item) => standsAt(self.bytes, bytesOf(item, py), start, end, atEnd))
  const part = bytesOrUndefined(wanted, py)
  if (part === undefined) {
    return raise(
      PyTypeError,
      `${name} first arg must be bytes or a tuple of bytes, not ${typeOf(wanted).tpName}`,
    )
  }
  return standsAt(self.bytes, part, start, end, atEnd)
}

/** `text` of the searching methods. */
const searching = { text: '($self, sub[, start[, end]], /)' }
const method = methods<AnyBytes>()

export function searchMethods(make: Make) {
  /** Pieces of partition: an exact bytes object is its own whole. */
  const whole = (self: AnyBytes): Value =>
    self instanceof PyBytes && !Object.hasOwn(self, 'type') ? self : make(self.bytes.slice())
  const empty = (): Value => make(new Uint8Array(0))
  const cut = (self: AnyBytes, separator: Value, last: boolean, py: Thread): Value => {
    // bytearray makes a bytearray of the separator, which may lie in pieces.
    const part = self instanceof PyBytes ? bytesOf(separator, py) : (copyOfBuffer(separator, py) ?? bytesOf(separator, py))
    if (part.length === 0) raise(ValueError, 'empty separator')
    const { bytes } = self
    const place = last ? rfindUnits(bytes, part, 0, bytes.length) : findUnits(bytes, part, 0, bytes.length)
    if (place < 0) return newTuple(last ? [empty(), empty(), whole(self)] : [whole(self), empty(), empty()])
    const middle = separator instanceof PyBytes && self instanceof PyBytes ? separator : make(part.slice())
    return newTuple([make(bytes.slice(0, place)), middle, make(bytes.slice(place + part.length))])
  }
  return {
    count: method(
      'count(self, sub: object, start: position | None = None, end: position | None = None, /)',
      'Answer how often sub is in the bytes, without overlaps.',
      (self, sub, start, end, py) => {
        const part = partOf(sub, py)
        const [from, to] = clipRange(start, end, self.bytes.length)
        return newInt(countUnits(self.bytes, part, from, to))
      },
      searching,
    ),
    find: method(
      'find(self, sub: object, start: position | None = None, end: position | None = None, /)',
      'Answer the first place of sub, or -1.',
      (self, sub, start, end, py) =>
        newInt(find(self, sub, start, end, py)),
      searching,
    ),
    index: method(
      'index(self, sub: object, start: position | None = None, end: position | None = None, /)',
      'Answer the first place of sub; ValueError when there is none.',
      (self, sub, start, end, py) =>
        found(find(self, sub, start, end, py)),
      searching,
    ),
    rfind: method(
      'rfind(self, sub: object, start: position | None = None, end: position | None = None, /)',
      'Answer the last place of sub, or -1.',
      (self, sub, start, end, py) =>
        newInt(rfind(self, sub, start, end, py)),
      searching,
    ),
    rindex: method(
      'rindex(self, sub: object, start: position | None = None, end: position | None = None, /)',
      'Answer the last place of sub; ValueError when there is none.',
      (self, sub, start, end, py) =>
        found(rfind(self, sub, start, end, py)),
      searching,
    ),
    startswith: method(
      'startswith(self, prefix: object, start: position | None = None, end: position | None = None, /)',
      'Answer whether the bytes start with a prefix, or with one of a tuple of them.',
      (self, prefix, start, end, py) =>
        affix(self, prefix, start, end, 'startswith', py),
      { text: '($self, prefix[, start[, end]], /)' },
    ),
    endswith: method(
      'endswith(self, suffix: object, start: position | None = None, end: position | None = None, /)',
      'Answer whether the bytes end with a suffix, or with one of a tuple of them.',
      (self, suffix, start, end, py) =>
        affix(self, suffix, start, end, 'endswith', py),
      { text: '($self, suffix[, start[, end]], /)' },
    ),
    replace: method(
      'replace(self, old: buffer, new: buffer, count: index = -1, /)',
      'Answer the bytes with old replaced by new, everywhere or count times.',
      (self, old, made, most) => {
        const replaced = replaceUnits(self.bytes, old, made, most)
        return replaced === undefined ? whole(self) : make(Uint8Array.from(replaced))
      },
    ),
    removeprefix: method(
      'removeprefix(self, prefix: buffer, /)',
      'Answer the bytes without a prefix.',
      (self, prefix) =>
        standsAt(self.bytes, prefix, 0, undefined, false) && prefix.length > 0 ? make(self.bytes.slice(prefix.length)) : whole(self),
    ),
    removesuffix: method(
      'removesuffix(self, suffix: buffer, /)',
      'Answer the bytes without a suffix.',
      (self, suffix) =>
        standsAt(self.bytes, suffix, 0, undefined, true) && suffix.length > 0
          ? make(self.bytes.slice(0, self.bytes.length - suffix.length))
          : whole(self),
    ),
    partition: method(
      'partition(self, sep: object, /)',
      'Cut at the first separator: before, separator, after.',
      (self, sep, py) =>
        cut(self, sep, false, py),
    ),
    rpartition: method(
      'rpartition(self, sep: object, /)',
      'Cut at the last separator: before, separator, after.',
      (self, sep, py) =>
        cut(self, sep, true, py),
    ),
  }
}
