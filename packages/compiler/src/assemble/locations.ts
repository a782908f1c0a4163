// `co_linetable`: a run of instructions with one location becomes entries of at most eight code units,
// each in the shortest form that can hold it.
//
//   1kkkklll  kind k, l+1 code units: 0–9 short, 10–12 one line, 13 no columns, 14 long, 15 none
import type { Instruction } from '../instruction.ts'
import { ByteBuffer } from './byte-buffer.ts'

const longestEntry = 8
const mostBytes = 25

const buffer = new ByteBuffer()

function writeVarint(value: number): void {
  while (value >= 64) {
    buffer.push(0x40 | (value & 0x3f))
    value >>>= 6
  }
  buffer.push(value)
}

function writeSigned(value: number): void {
  writeVarint(value < 0 ? (-value << 1) | 1 : value << 1)
}

/** Write one entry; returns the line the next one counts from. */
function writeEntry(at: Instruction, units: number, previousLine: number): number {
  buffer.reserve(mostBytes)
  const { lineno, endLineno, col, endCol } = at
  const length = 0x80 | (units - 1)
  if (lineno < 0) {
    buffer.push(length | (15 << 3))
    return previousLine
  }
  const delta = lineno - previousLine
  if (col < 0 || endCol < 0) {
    if (endLineno === lineno || endLineno === -1) {
      buffer.push(length | (13 << 3))
      writeSigned(delta)
      return lineno
    }
  } else if (endLineno === lineno) {
    if (delta === 0 && col < 80 && endCol - col < 16 && endCol >= col) {
      buffer.push(length | ((col >> 3) << 3))
      buffer.push(((col & 7) << 4) | (endCol - col))
      return lineno
    }
    if (delta >= 0 && delta < 3 && col < 128 && endCol < 128) {
      buffer.push(length | ((10 + delta) << 3))
      buffer.push(col)
      buffer.push(endCol)
      return lineno
    }
  }
  buffer.push(length | (14 << 3))
  writeSigned(delta)
  // A changed tree may end before it starts; the number is unsigned.
  writeVarint((endLineno - lineno) >>> 0)
  writeVarint(col + 1)
  writeVarint(endCol + 1)
  return lineno
}

/** The location table of the instructions; `offsets` are theirs and the end. */
export function writeLocations(
  list: readonly Instruction[],
  offsets: Int32Array,
  firstLine: number,
): Uint8Array {
  let line = firstLine
  const count = list.length
  for (let start = 0, i = 1; start < count; start = i++) {
    const at = list[start]!
    const { lineno, endLineno, col, endCol } = at
    while (i < count) {
      const other = list[i]!
      if (other.lineno !== lineno || other.col !== col) break
      if (other.endCol !== endCol || other.endLineno !== endLineno) break
      i++
    }
    let units = offsets[i]! - offsets[start]!
    for (; units > longestEntry; units -= longestEntry) line = writeEntry(at, longestEntry, line)
    line = writeEntry(at, units, line)
  }
  return buffer.take()
}
