// What patterns are matched against: str or bytes-like, read by position.
import { newBytes, PyByteArray, PyBytes } from '../../data/bytes.ts'
import { asStr, codePointsOf, narrowStr, strOfCodePoints, type Value } from '../../data/values.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import type { Thread } from '../../thread.ts'

export class Subject {
  /** The object itself. */
  readonly value: Value
  /** A narrow str: read by charCodeAt, so that matching at a position costs nothing to set up. */
  readonly text: string | undefined
  readonly units: readonly number[] | Uint8Array
  readonly length: number
  readonly isBytes: boolean
  constructor(value: Value, text: string | undefined, units: readonly number[] | Uint8Array, isBytes: boolean) {
    this.value = value
    this.text = text
    this.units = units
    this.length = text === undefined ? units.length : text.length
    this.isBytes = isBytes
  }
  unit(at: number): number {
    return this.text !== undefined ? this.text.charCodeAt(at) : (this.units[at] as number)
  }
  /** A part, as str or bytes. */
  slice(from: number, to: number): Value {
    const end = Math.max(from, to)
    if (this.text !== undefined) {
      return from === 0 && end === this.length && typeof this.value === 'string' ? this.value : narrowStr(this.text.slice(from, end))
    }
    if (!this.isBytes) return strOfCodePoints((this.units as readonly number[]).slice(from, end))
    if (from === 0 && end === this.length && this.value instanceof PyBytes) return this.value
    // A bytearray may have changed since.
    const bytes = this.value instanceof PyByteArray ? this.value.bytes : (this.units as Uint8Array)
    return newBytes(bytes.slice(from, end))
  }
}

/** A subject of anything that can be matched; undefined when the object cannot. */
export function subjectOf(value: Value, py: Thread): Subject | undefined {
  const text = asStr(value)
  if (typeof text === 'string') return new Subject(value, text, [], false)
  if (text !== undefined) return new Subject(value, undefined, codePointsOf(text), false)
  if (value instanceof PyBytes || value instanceof PyByteArray) return new Subject(value, undefined, value.bytes, true)
  const bytes = bytesOrUndefined(value, py)
  return bytes === undefined ? undefined : new Subject(value, undefined, bytes, true)
}
