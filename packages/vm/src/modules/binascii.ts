// binascii (https://docs.python.org/3.13/library/binascii.html): bytes as text of several kinds.
import {
  crc32, crcHqx, fromBase64, fromHex, fromQuotedPrintable, fromUu, toBase64, toHex, toQuotedPrintable, toUu,
} from '@pellucid/primitives'
import { newBytes, PyBytes } from '../data/bytes.ts'
import { typeOf } from '../data/type.ts'
import { asStr, bigValue, newInt, strLength, strValue, type Value } from '../data/values.ts'
import { fn, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { bytesOrUndefined } from '../protocols/buffer.ts'
import { Exception, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { faulty, registerFaultClass } from '../protocols/fault.ts'
import { moduleException } from '../object/module-exception.ts'
import { raise } from '../protocols/raise.ts'
import { length } from '../protocols/subscript.ts'
import type { Thread } from '../thread.ts'

const binasciiError = moduleException('Error', [ValueError], 'binascii')
const incomplete = moduleException('Incomplete', [Exception], 'binascii')
registerFaultClass('binascii.Error', binasciiError)

/** An argument that may be an ASCII str in place of bytes. */
function asciiBytes(value: Value, py: Thread): Uint8Array {
  const text = asStr(value)
  if (text !== undefined) {
    const plain = strValue(text)
    if (/[^\0-\x7f]/.test(plain)) raise(ValueError, 'string argument should contain only ASCII characters')
    return Uint8Array.from(plain, (character) => character.charCodeAt(0))
  }
  return (
    bytesOrUndefined(value, py) ??
    raise(PyTypeError, `argument should be bytes, buffer or ASCII string, not '${typeOf(value).tpName}'`)
  )
}

function separatorOf(sep: Value | undefined, py: Thread): string {
  if (sep === undefined) return ''
  if (length(sep, py) !== 1) raise(ValueError, 'sep must be length 1.')
  const text = asStr(sep)
  if (text !== undefined) {
    if (strLength(text) !== 1 || strValue(text) > '\xff') raise(ValueError, 'sep must be ASCII.')
    return strValue(text)
  }
  if (sep instanceof PyBytes) return String.fromCharCode(sep.bytes[0] as number)
  return raise(PyTypeError, 'sep must be str or bytes.')
}

function hexlify(data: Uint8Array, sep: Value | undefined, group: number, py: Thread): Value {
  const text = toHex(data, separatorOf(sep, py), group)
  return newBytes(Uint8Array.from(text, (character) => character.charCodeAt(0)))
}

const unhexlify = (hexstr: Value, py: Thread): Value => {
  const bytes = asciiBytes(hexstr, py)
  return newBytes(faulty(() => fromHex(bytes)))
}

const functions: readonly BuiltinDefinition[] = [
  fn('a2b_uu(data: object, /)', 'Read a line of uuencoded data.', (data, py) => {
    const bytes = asciiBytes(data, py)
    return newBytes(faulty(() => fromUu(bytes)))
  }),
  fn('b2a_uu(data: buffer, /, *, backtick: bool = False)', 'Uuencode a line of data.', (data, backtick) => newBytes(faulty(() => toUu(data, backtick)))),
  fn('a2b_base64(data: object, /, *, strict_mode: bool = False)', 'Read base64.', (data, strict, py) => {
    const bytes = asciiBytes(data, py)
    return newBytes(faulty(() => fromBase64(bytes, strict)))
  }),
  fn('b2a_base64(data: buffer, /, *, newline: bool = True)', 'Write base64.', (data, newline) => newBytes(toBase64(data, newline))),
  fn('a2b_hex(hexstr: object, /)', 'Read pairs of hexadecimal digits.', unhexlify),
  fn('b2a_hex(data: buffer, sep: object = <unrepresentable>, bytes_per_sep: cint = 1)', 'Write pairs of hexadecimal digits.', hexlify),
  fn('hexlify(data: buffer, sep: object = <unrepresentable>, bytes_per_sep: cint = 1)', 'Write pairs of hexadecimal digits.', hexlify),
  fn('unhexlify(hexstr: object, /)', 'Read pairs of hexadecimal digits.', unhexlify),
  fn('crc_hqx(data: buffer, crc: int, /)', 'The CRC of binhex4.', (data, crc) => newInt(crcHqx(data, Number(BigInt.asUintN(32, bigValue(crc)))))),
  fn('crc32(data: buffer, crc: int = 0, /)', 'The CRC of zip files.', (data, crc) => newInt(crc32(data, Number(BigInt.asUintN(32, bigValue(crc)))))),
  fn('a2b_qp(data: object, header: bool = False)', 'Read quoted-printable data.', (data, header, py) => newBytes(fromQuotedPrintable(asciiBytes(data, py), header))),
  fn('b2a_qp(data: buffer, quotetabs: bool = False, istext: bool = True, header: bool = False)', 'Write quoted-printable data.', (data, quoteTabs, isText, header) =>
    newBytes(toQuotedPrintable(data, quoteTabs, isText, header)),
  ),
]

export const binascii = defineModule('binascii', () => ({
  doc: 'Bytes as text of several kinds, and back.',
  functions,
  types: [binasciiError, incomplete],
}))
