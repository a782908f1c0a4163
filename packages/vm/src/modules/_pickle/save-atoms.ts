// Values that hold no others, as opcodes: numbers, str, bytes, bytearray, buffers.
import { encodeUtf8, integerToBytes, reprFloat } from '@pellucid/primitives'
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { contiguousBytes, isContiguous } from '../../data/memory-view.ts'
import { newTuple } from '../../data/sequences.ts'
import { codePointsOf, narrowStr, strOfCodePoints, type Int, type PyFloat, type Str, type Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { encodeBuiltin } from '../../protocols/codecs.ts'
import { OverflowError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Dump } from './dump.ts'
import { PicklingError } from './errors.ts'
import { Op } from './opcodes.ts'
import { memoryOf, type PyPickleBuffer } from './pickle-buffer.ts'
import { saveReduced } from './save-reduced.ts'

export function saveBool(dump: Dump, value: boolean): void {
  if (dump.protocol >= 2) dump.out.op(value ? Op.NEWTRUE : Op.NEWFALSE)
  else dump.out.line(Op.INT, value ? '01\n' : '00\n')
}

export function saveInt(dump: Dump, value: Int): void {
  const { out } = dump
  if (value >= -0x8000_0000 && value <= 0x7fff_ffff) {
    const n = Number(value)
    if (!dump.binary) out.line(Op.INT, `${n}\n`)
    else if (n < 0 || n > 0xffff) out.number(Op.BININT, n, 4)
    else if (n > 0xff) out.number(Op.BININT2, n, 2)
    else out.number(Op.BININT1, n, 1)
    return
  }
  if (dump.protocol < 2) {
    out.line(Op.LONG, `${reprText(value, dump.py)}L\n`)
    return
  }
  const big = BigInt(value)
  // One bit more than the magnitude has, for the sign.
  const bits = (big < 0n ? ~big : big).toString(16).length * 4 + 1
  const long = integerToBytes(value, Math.ceil(bits / 8), 'little', true)
  const bytes = long.subarray(0, signedLength(long))
  if (bytes.length < 256) out.number(Op.LONG1, bytes.length, 1)
  else if (bytes.length > 0x7fff_ffff) raise(OverflowError, 'int too large to pickle')
  else out.number(Op.LONG4, bytes.length, 4)
  out.bytes(bytes)
}

/** How many bytes are left when those that only repeat the sign are cut. */
function signedLength(bytes: Uint8Array): number {
  let length = bytes.length
  const sign = (bytes[length - 1] as number) & 0x80 ? 0xff : 0
  while (length > 1 && bytes[length - 1] === sign && ((bytes[length - 2] as number) & 0x80) === (sign & 0x80)) length--
  return length
}

export function saveFloat(dump: Dump, value: PyFloat): void {
  if (dump.binary) dump.out.float(Op.BINFLOAT, value.value)
  else dump.out.line(Op.FLOAT, `${reprFloat(value.value)}\n`)
}

/** `\` and what would end a line, or be changed by a system's text files, as escapes too. */
const escaped = new Set([0, 0x0a, 0x0d, 0x1a, 0x5c])

function rawEscaped(value: Str): string {
  let text = ''
  for (const point of codePointsOf(value)) {
    if (point < 256 && !escaped.has(point)) text += String.fromCharCode(point)
    else if (point > 0xffff) text += `\\U${point.toString(16).padStart(8, '0')}`
    else text += `\\u${point.toString(16).padStart(4, '0')}`
  }
  return text
}

export function saveStr(dump: Dump, value: Str): void {
  const { out, py } = dump
  if (!dump.binary) {
    out.line(Op.UNICODE, `${rawEscaped(value)}\n`)
  } else {
    const data = typeof value === 'string' ? encodeUtf8(value) : encodeBuiltin('utf-8', value, 'surrogatepass', py)
    if (data.length <= 0xff && dump.protocol >= 4) out.counted(Op.SHORT_BINUNICODE, 1, data, undefined, py)
    else if (data.length <= 0xffff_ffff) out.counted(Op.BINUNICODE, 4, data, undefined, py)
    else if (dump.protocol >= 4) out.counted(Op.BINUNICODE8, 8, data, undefined, py)
    else raise(OverflowError, 'serializing a string larger than 4 GiB requires pickle protocol 4 or higher')
  }
  dump.memoise(value)
}

export function saveBytes(dump: Dump, value: PyBytes): void {
  const { bytes } = value
  if (dump.protocol >= 3) return saveBytesData(dump, value, bytes)
  // Python 2 has no such opcode: a call that makes a str there and bytes here.
  if (bytes.length === 0) return saveReduced(dump, newTuple([PyBytes.prototype.type, newTuple([])]), value)
  const text = strOfCodePoints(Array.from(bytes))
  return saveReduced(dump, newTuple([dump.registries.encode, newTuple([text, narrowStr('latin1')])]), value)
}

function saveBytesData(dump: Dump, value: Value, data: Uint8Array): void {
  const { out, py } = dump
  if (data.length <= 0xff) out.counted(Op.SHORT_BINBYTES, 1, data, value, py)
  else if (data.length <= 0xffff_ffff) out.counted(Op.BINBYTES, 4, data, value, py)
  else if (dump.protocol >= 4) out.counted(Op.BINBYTES8, 8, data, value, py)
  else raise(OverflowError, 'serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher')
  dump.memoise(value)
}

export function saveByteArray(dump: Dump, value: PyByteArray): void {
  if (dump.protocol >= 5) return saveByteArrayData(dump, value, value.bytes)
  const args = value.length === 0 ? [] : [newBytes(value.bytes.slice())]
  return saveReduced(dump, newTuple([PyByteArray.prototype.type, newTuple(args)]), value)
}

function saveByteArrayData(dump: Dump, value: Value, data: Uint8Array): void {
  dump.out.counted(Op.BYTEARRAY8, 8, data, value, dump.py)
  dump.memoise(value)
}

export function savePickleBuffer(dump: Dump, value: PyPickleBuffer): void {
  const { py, out } = dump
  if (dump.protocol < 5) raise(PicklingError, 'PickleBuffer can only be pickled with protocol >= 5')
  const view = memoryOf(value)
  const order = isContiguous(view) ? 'C' : 'F'
  if (!isContiguous(view, order)) raise(PicklingError, 'PickleBuffer can not be pickled when pointing to a non-contiguous buffer')
  const callback = dump.settings.bufferCallback
  if (callback !== undefined && !truth(call(callback, [value], py), py)) {
    out.op(Op.NEXT_BUFFER)
    if (view.readonly) out.op(Op.READONLY_BUFFER)
    return
  }
  const data = contiguousBytes(view, order)
  if (view.readonly) saveBytesData(dump, value, data)
  else saveByteArrayData(dump, value, data)
}
