// Opcodes that push numbers, texts, bytes and buffers.
import { decodeBytesEscape, decodeRawUnicodeEscape, integerFromBytes } from '@pellucid/primitives'
import { newBytes, PyByteArray } from '../../data/bytes.ts'
import { PyMemoryView } from '../../data/memory-view.ts'
import { narrowStr, newFloat, newInt, smallInt, type Value } from '../../data/values.ts'
import { decodeErrors, strOf, withCodecErrors } from '../../protocols/codec-errors.ts'
import { decodeBuiltin, decodeBytes } from '../../protocols/codecs.ts'
import { DeprecationWarning, OverflowError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { bufferView } from '../../types/memoryview/acquire.ts'
import { UnpicklingError } from './errors.ts'
import type { Load } from './load-state.ts'

/** A number of `size` bytes, the lowest first. */
export function unsigned(load: Load, size: number): number {
  const bytes = load.input.read(size, load.py)
  let value = 0
  for (let i = size - 1; i >= 0; i--) value = value * 256 + (bytes[i] as number)
  return value
}
export const signed = (load: Load): number => unsigned(load, 4) | 0

/** The count in front of data. */
export function count(load: Load, size: number, message: string): number {
  if (size < 8) return unsigned(load, size)
  const bytes = load.input.read(8, load.py)
  const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true)
  if (value >= 1n << 63n) raise(OverflowError, `${message} 9223372036854775807 bytes`)
  return Number(value)
}

export function loadCountedLong(load: Load, size: number): void {
  const length = size === 4 ? signed(load) : unsigned(load, size)
  if (length < 0) raise(UnpicklingError, 'LONG pickle has negative byte count')
  load.push(length === 0 ? smallInt(0) : newInt(integerFromBytes(load.input.read(length, load.py), 'little', true)))
}

export function loadBinaryFloat(load: Load): void {
  const bytes = load.input.read(8, load.py)
  load.push(newFloat(new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0)))
}

/** A str of Python 2: bytes, or what they mean in the encoding. */
function pushOldStr(load: Load, bytes: Uint8Array): void {
  const { encoding, errors } = load.settings
  load.push(encoding === 'bytes' ? newBytes(bytes) : decodeBytes(bytes, encoding, errors, load.py))
}

export function loadString(load: Load): void {
  const line = load.input.line(load.py)
  const end = line.length - 1
  const quote = line[0]
  if (end < 2 || quote !== line[end - 1] || (quote !== 0x27 && quote !== 0x22)) {
    raise(UnpicklingError, 'the STRING opcode argument must be quoted')
  }
  const quoted = line.slice(1, end - 1)
  const { bytes, invalidEscape } = faulty(() => decodeBytesEscape(quoted))
  if (invalidEscape !== undefined) warn(load.py, DeprecationWarning, `invalid escape sequence '\\${invalidEscape}'`)
  pushOldStr(load, bytes)
}

export function loadCountedString(load: Load, size: number): void {
  pushOldStr(load, load.input.read(unsigned(load, size), load.py).slice())
}

export function loadUnicode(load: Load): void {
  const bytes = load.input.line(load.py).slice(0, -1)
  load.push(strOf(withCodecErrors(newBytes(bytes), load.py, () => decodeRawUnicodeEscape(bytes, decodeErrors('strict', bytes, load.py)).text)))
}

export function loadCountedUnicode(load: Load, size: number): void {
  const length = count(load, size, "BINUNICODE exceeds system's maximum size of")
  load.push(utf8(load.input.read(length, load.py), load.py))
}

function utf8(bytes: Uint8Array, py: Thread): Value {
  if (bytes.length < 64) {
    let text = ''
    let i = 0
    for (; i < bytes.length && (bytes[i] as number) < 128; i++) text += String.fromCharCode(bytes[i] as number)
    if (i === bytes.length) return narrowStr(text)
  }
  return decodeBuiltin('utf-8', bytes, 'surrogatepass', py)
}

export function loadCountedBytes(load: Load, size: number): void {
  load.push(newBytes(load.input.take(count(load, size, "BINBYTES exceeds system's maximum size of"), load.py)))
}

export function loadByteArray(load: Load): void {
  load.push(new PyByteArray(load.input.take(count(load, 8, "BYTEARRAY8 exceeds system's maximum size of"), load.py)))
}

export function loadNextBuffer(load: Load): void {
  const { buffers } = load.settings
  if (buffers === undefined) {
    return raise(UnpicklingError, 'pickle stream refers to out-of-band data but no *buffers* argument was given')
  }
  load.push(next(buffers, load.py) ?? raise(UnpicklingError, 'not enough out-of-band buffers'))
}

export function loadReadonlyBuffer(load: Load): void {
  const view = bufferView(load.top(), load.py)
  if (view.readonly) return
  load.pop()
  load.push(new PyMemoryView({ ...view, readonly: true }))
}
