// The methods that bytes and bytearray share; results are of the class asked.
import {
  capitalizeBytes, centerPadding, expandTabsUnits, isAlnumBytes, isAlphaBytes, isAsciiBytes, isDigitBytes,
  isLowerBytes, isSpaceBytes, isTitleBytes, isUpperBytes, lowerBytes, padBytes, stripUnits, swapcaseBytes,
  titleBytes, translateBytes, upperBytes, zfillBytes, type StripSides,
} from '@pellucid/primitives'
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { methods, staticMethod } from '../../object/define-builtin.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { MemoryError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { decodeBytes } from '../../protocols/codecs.ts'
import { codecName } from '../str/encode.ts'
import { toHex } from './hex.ts'
import { searchMethods } from './search.ts'
import { splitMethods } from './split.ts'

type AnyBytes = PyBytes | PyByteArray
type Make = (bytes: Uint8Array) => Value
const method = methods<AnyBytes>()

function fillOf(value: Value | undefined, name: string): number {
  if (value === undefined) return 32
  if (!(value instanceof PyBytes || value instanceof PyByteArray) || value.bytes.length !== 1) {
    return raise(
      PyTypeError,
      `${name}() argument 2 must be a byte string of length 1, not ${typeOf(value).tpName}`,
    )
  }
  return value.bytes[0] as number
}

function pad(self: AnyBytes, left: number, right: number, fill: number): Uint8Array {
  if (left + right >= 2 ** 63 - 64 && self instanceof PyBytes) raise(OverflowError, 'byte string is too large')
  if (left + right > 0x7fff_ffff) raise(MemoryError)
  return padBytes(self.bytes, Math.max(0, left), Math.max(0, right), fill)
}

const strip =
  (make: Make, sides: StripSides) =>
  (self: AnyBytes, set: Value, py: Thread): Value => {
    const stripped = stripUnits(self.bytes, sides, set === None ? undefined : bytesOf(set, py))
    return unchanged(self, stripped, make)
  }

/** An exact bytes object stays itself when nothing changed. */
function unchanged(self: AnyBytes, bytes: Uint8Array, make: Make): Value {
  const same = self instanceof PyBytes && !Object.hasOwn(self, 'type') && bytes.length === self.bytes.length
  return same ? self : make(bytes)
}

function translate(self: AnyBytes, table: Value, deleted: Value | undefined, py: Thread): Uint8Array {
  const map = table === None ? undefined : bytesOf(table, py)
  if (map !== undefined && map.length !== 256) raise(
    ValueError,
    'translation table must be 256 characters long',
  )
  return translateBytes(self.bytes, map, deleted === undefined ? new Uint8Array(0) : bytesOf(deleted, py))
}

/** Methods in the order of a class's namespace, in the stretches between what bytes and bytearray have of their own. */
export function sharedMethods(make: Make) {
  const change = (to: (bytes: Uint8Array) => Uint8Array) => (self: AnyBytes): Value => make(to(self.bytes))
  const ask = (test: (bytes: Uint8Array) => boolean) => (self: AnyBytes): Value => test(self.bytes)
  const search = searchMethods(make)
  const split = splitMethods(make)
  const padded = {
    center: method(
      'center(self, width: index, fillchar: object = <unrepresentable>, /)',
      'Answer the bytes in the middle of a width.',
      (self, width, fillchar) => {
        const fill = fillOf(fillchar, 'center')
        const [left, right] = centerPadding(self.bytes.length, width)
        return make(pad(self, left, right, fill))
      },
      { text: "($self, width, fillchar=b' ', /)" },
    ),
    ljust: method(
      'ljust(self, width: index, fillchar: object = <unrepresentable>, /)',
      'Answer the bytes at the left of a width.',
      (self, width, fillchar) =>
        make(pad(self, 0, width - self.bytes.length, fillOf(fillchar, 'ljust'))),
      { text: "($self, width, fillchar=b' ', /)" },
    ),
    rjust: method(
      'rjust(self, width: index, fillchar: object = <unrepresentable>, /)',
      'Answer the bytes at the right of a width.',
      (self, width, fillchar) =>
        make(pad(self, width - self.bytes.length, 0, fillOf(fillchar, 'rjust'))),
      { text: "($self, width, fillchar=b' ', /)" },
    ),
  }
  const stripped = (name: 'strip' | 'lstrip' | 'rstrip', sides: StripSides) =>
    method(
      `${name}(self, bytes: object = None, /)`,
      'Answer the bytes without blanks, or the given bytes, at the ends.',
      strip(make, sides) as never,
    )
  return {
    beforeFromHex: [
      method(
        'capitalize(self, /)',
        'Answer the bytes with the first letter upper case, the rest lower.',
        change(capitalizeBytes),
      ),
      padded.center,
      search.count,
      method(
        "decode(self, /, encoding: cstring = 'utf-8', errors: cstring = 'strict')",
        'Answer the text that the bytes are in an encoding.',
        (self, encoding, errors, py) =>
          decodeBytes(self.bytes, codecName(encoding) as string, codecName(errors), py, self),
      ),
      search.endswith,
      method(
        'expandtabs(self, /, tabsize: cint = 8)',
        'Answer the bytes with tabs made blanks.',
        (self, tabSize) =>
          make(Uint8Array.from(expandTabsUnits(self.bytes, tabSize))),
      ),
      search.find,
    ],
    beforeMakeTrans: [
      method(
        'hex(self, /, sep: object = <unrepresentable>, bytes_per_sep: cint = 1)',
        'Answer the bytes as hexadecimal digits.',
        (self, separator, group, py) =>
          toHex(self.bytes, separator, group, py),
      ),
      search.index,
      method('isalnum(self, /)', 'Are all bytes, at least one, ASCII letters or digits?', ask(isAlnumBytes)),
      method('isalpha(self, /)', 'Are all bytes, at least one, ASCII letters?', ask(isAlphaBytes)),
      method('isascii(self, /)', 'Are all bytes ASCII?', ask(isAsciiBytes)),
      method('isdigit(self, /)', 'Are all bytes, at least one, ASCII digits?', ask(isDigitBytes)),
      method('islower(self, /)', 'Are all letters, at least one, lower case?', ask(isLowerBytes)),
      method('isspace(self, /)', 'Are all bytes, at least one, blank?', ask(isSpaceBytes)),
      method('istitle(self, /)', 'Is each word in title case?', ask(isTitleBytes)),
      method('isupper(self, /)', 'Are all letters, at least one, upper case?', ask(isUpperBytes)),
      split.join,
      padded.ljust,
      method('lower(self, /)', 'Answer the bytes in lower case.', change(lowerBytes)),
      stripped('lstrip', 'left'),
    ],
    rest: [
      search.partition,
      search.replace,
      search.removeprefix,
      search.removesuffix,
      search.rfind,
      search.rindex,
      padded.rjust,
      search.rpartition,
      split.rsplit,
      stripped('rstrip', 'right'),
      split.split,
      split.splitlines,
      search.startswith,
      stripped('strip', 'both'),
      method(
        'swapcase(self, /)',
        'Answer the bytes with upper and lower case exchanged.',
        change(swapcaseBytes),
      ),
      method('title(self, /)', 'Answer the bytes with each word in title case.', change(titleBytes)),
      method(
        'translate(self, table: object, /, delete: object = <unrepresentable>)',
        'Answer the bytes without some, the others mapped by a table of 256.',
        (self, table, deleted, py) =>
          make(translate(self, table, deleted, py)),
        { text: "($self, table, /, delete=b'')" },
      ),
      method('upper(self, /)', 'Answer the bytes in upper case.', change(upperBytes)),
      method(
        'zfill(self, width: index, /)',
        'Answer the bytes with zeros before them, after a sign.',
        (self, width) => {
          if (width > 0x7fff_ffff) raise(MemoryError)
          return unchanged(self, zfillBytes(self.bytes, width), make)
        },
      ),
    ],
  }
}

/** `maketrans`, once for each class. */
export const makeTransMethod = () =>
  staticMethod(
    'maketrans(frm: buffer, to: buffer, /)',
    'Make a table for translate.',
    (from, to) => {
      if (from.length !== to.length) raise(ValueError, 'maketrans arguments must have same length')
      const table = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      from.forEach((byte, place) => (table[byte] = to[place] as number))
      return newBytes(table)
    },
  )
