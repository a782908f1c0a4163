// Numbers as the text of a line, in the words of the C functions that CPython reads them by.
import { Fault, parseInteger, readFloat } from '@pellucid/primitives'
import { narrowStr, newFloat, newInt, type Int } from '../../data/values.ts'
import { decodeBuiltin } from '../../protocols/codecs.ts'
import { OverflowError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { truncated } from './input.ts'
import type { Load } from './load-state.ts'

/** A line of at least `least` characters, its end included; one character a byte. */
function lineText(load: Load, least: number): string {
  const line = load.input.line(load.py)
  if (line.length < least) return truncated()
  let text = ''
  for (const byte of line) text += String.fromCharCode(byte)
  return text
}

/** C's texts end at a zero. */
const beforeZero = (text: string): string => (text.includes('\0') ? text.slice(0, text.indexOf('\0')) : text)

/** The base that a prefix tells. */
function baseOf(text: string): number {
  const letter = /^[ \t\n\v\f\r]*[-+]?0([xXoObB])/.exec(text)?.[1]?.toLowerCase()
  return letter === 'x' ? 16 : letter === 'o' ? 8 : letter === 'b' ? 2 : 10
}

/** `PyLong_FromString`: whose message tells the base it found when it was told none. */
function integerOfLine(text: string, base: 0 | 10, py: Thread): Int {
  try {
    return newInt(parseInteger(text.replace(/[^\0-\x7f]/g, '?'), base, () => reprText(narrowStr(text), py)))
  } catch (caught) {
    if (!(caught instanceof Fault)) throw caught
    // The message shows the text as UTF-8.
    decodeBuiltin('utf-8', Uint8Array.from(text, (character) => character.charCodeAt(0)), 'strict', py)
    return raise(ValueError, caught.message.replace('with base 0:', `with base ${baseOf(text)}:`))
  }
}

// What strtol takes for a number: decimal, octal, hexadecimal.
const strtol = /^[ \t\n\v\f\r]*([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)(?:\n|$)/

export function loadInt(load: Load): void {
  const line = lineText(load, 2)
  const text = beforeZero(line)
  const found = strtol.exec(text)
  if (found !== null) {
    const digits = found[2] as string
    const magnitude = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits)
    if (magnitude < 1n << 63n) {
      const value = found[1] === '-' ? -magnitude : magnitude
      return load.push(line.length === 3 && (value === 0n || value === 1n) ? value === 1n : newInt(value))
    }
  }
  try {
    load.push(newInt(parseInteger(text, 0, () => '')))
  } catch (caught) {
    if (!(caught instanceof Fault)) throw caught
    raise(ValueError, 'could not convert string to int')
  }
}

export function loadLong(load: Load): void {
  const text = lineText(load, 2)
  load.push(integerOfLine(beforeZero(text.replace(/L\n$/, '')), 0, load.py))
}

/** The number in a line of its own. */
export function loadIndex(load: Load): number {
  return Number(integerOfLine(beforeZero(lineText(load, 2)), 10, load.py))
}

const float = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|inf(?:inity)?|nan)/i

export function loadFloat(load: Load): void {
  const text = beforeZero(lineText(load, 2))
  const found = float.exec(text)?.[0]
  if (found === undefined) return raise(ValueError, `could not convert string to float: '${text.slice(0, 200)}'`)
  const value = readFloat(found) as number
  if (Math.abs(value) === Infinity && /\d/.test(found)) {
    raise(OverflowError, `value too large to convert to float: '${text.slice(0, 200)}'`)
  }
  if (text.length > found.length && text[found.length] !== '\n') raise(ValueError, 'could not convert string to float')
  load.push(newFloat(value))
}
