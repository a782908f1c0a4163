// str.isprintable for one code point.
import { printableRuns } from './printable-runs.ts'
import { countAtMost } from './runs.ts'

let boundaries: Uint32Array | undefined

// Ascending; the first starts the first run that is not printable, and runs alternate.
function readBoundaries(): Uint32Array {
  const lengths = printableRuns.trim().split(/\s+/)
  const starts = new Uint32Array(lengths.length)
  let at = 0
  lengths.forEach((length, index) => {
    at += Number.parseInt(length, 36)
    starts[index] = at
  })
  return starts
}

/** Whether `repr` shows the code point as it is, as `str.isprintable` has it. */
export function isPrintable(codePoint: number): boolean {
  if (codePoint < 0x7f) return codePoint >= 0x20
  if (codePoint < 0x100) return codePoint > 0xa0 && codePoint !== 0xad
  boundaries ??= readBoundaries()
  return countAtMost(boundaries, codePoint) % 2 === 0
}
