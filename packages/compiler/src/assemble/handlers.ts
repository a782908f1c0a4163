// `co_exceptiontable`: a row for each run of instructions with one handler. Four numbers a row, six bits a
// byte, highest first; bit 6 says another byte follows, bit 7 marks the first byte of a row.
//
//   start   length   target   depth << 1 | pushes lasti
import type { Block } from '../flow/block.ts'
import type { Instruction } from '../instruction.ts'
import { ByteBuffer } from './byte-buffer.ts'

const mostBytes = 20
const buffer = new ByteBuffer()

function writeNumber(value: number, mark: number): void {
  let shift = value >= 1 << 24 ? 24 : value >= 1 << 18 ? 18 : value >= 1 << 12 ? 12 : value >= 1 << 6 ? 6 : 0
  for (; shift > 0; shift -= 6) {
    buffer.push(((value >>> shift) & 0x3f) | 0x40 | mark)
    mark = 0
  }
  buffer.push((value & 0x3f) | mark)
}

function writeRow(start: number, end: number, handler: Block, offsets: Int32Array): void {
  buffer.reserve(mostBytes)
  // The handler starts with the exception on the stack, below it the instruction's index if it asked for it.
  const depth = handler.startDepth - (handler.preservesLasti ? 2 : 1)
  writeNumber(start, 0x80)
  writeNumber(end - start, 0)
  writeNumber(offsets[handler.index]!, 0)
  writeNumber((depth << 1) | (handler.preservesLasti ? 1 : 0), 0)
}

/** The exception table of the instructions; `offsets` are theirs and the end. */
export function writeHandlers(list: readonly Instruction[], offsets: Int32Array): Uint8Array {
  let handler: Block | null = null
  let start = 0
  for (let i = 0; i < list.length; i++) {
    const current = list[i]!.handler
    if (current === handler) continue
    // Blocks emptied by the passes start where the next one does: they are one handler.
    if (current !== null && handler !== null && current.index === handler.index) continue
    if (handler !== null) writeRow(start, offsets[i]!, handler, offsets)
    start = offsets[i]!
    handler = current
  }
  if (handler !== null) writeRow(start, offsets[list.length]!, handler, offsets)
  return buffer.take()
}
