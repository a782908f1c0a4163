// Which code points an identifier may begin with, and which may follow (PEP 3131, XID_Start and
// XID_Continue of
// Unicode 15.1). Invariant: an edge list is ascending, and the runs between its edges lie outside and
// inside in turn.
import { countAtMost } from './runs.ts'
import { identifierContinue, identifierStart } from './tables.generated.ts'

function edgesOf(runs: string): Uint32Array {
  const lengths = runs.split(' ')
  const edges = new Uint32Array(lengths.length)
  let at = 0
  lengths.forEach((length, index) => {
    at += Number.parseInt(length, 36)
    edges[index] = at
  })
  return edges
}

const within = (edges: Uint32Array, codePoint: number): boolean => countAtMost(edges, codePoint) % 2 === 1

let starts: Uint32Array | undefined
let continues: Uint32Array | undefined

/** Whether an identifier may begin with the code point. */
export function isXidStart(codePoint: number): boolean {
  if (codePoint < 128) return codePoint === 95 || isLetter(codePoint)
  return within((starts ??= edgesOf(identifierStart())), codePoint)
}

/** Whether an identifier may go on with the code point. */
export function isXidContinue(codePoint: number): boolean {
  if (codePoint < 128) return codePoint === 95 || isLetter(codePoint) || (codePoint >= 48 && codePoint <= 57)
  return within((continues ??= edgesOf(identifierContinue())), codePoint)
}

function isLetter(codePoint: number): boolean {
  const lower = codePoint | 32
  return lower >= 97 && lower <= 122
}
