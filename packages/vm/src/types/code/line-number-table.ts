// `co_lnotab`, the line table as it was before 3.10: pairs of bytes, how far the code goes on and how far the line does.
import { positions, type CodeObject } from '@pellucid/opcode-spec'

/** The pairs; steps that do not fit one are cut into several. */
export function lineNumberTable({ linetable, firstlineno }: CodeObject): Uint8Array {
  const pairs: number[] = []
  let line = firstlineno
  let from = 0
  let offset = 0
  for (const { lineno } of positions(linetable, firstlineno)) {
    if (lineno !== null && lineno !== line) {
      addStep(pairs, offset - from, lineno - line)
      from = offset
      line = lineno
    }
    offset += 2
  }
  return Uint8Array.from(pairs, (value) => value & 0xff)
}

function addStep(pairs: number[], bytes: number, lines: number): void {
  let [code, step] = [bytes, lines]
  for (; code > 255; code -= 255) pairs.push(255, 0)
  for (const limit of [127, -128]) {
    for (; limit > 0 ? step > limit : step < limit; step -= limit) {
      pairs.push(code, limit)
      code = 0
    }
  }
  pairs.push(code, step)
}
