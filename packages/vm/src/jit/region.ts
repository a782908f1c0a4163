// What can be reached from where compiled code is entered: basic blocks, their dominators, their loops.
// Blocks are numbered in reverse postorder, so that an edge to a block not behind goes round a loop.
import { isBranch, successorsOf, type Instruction } from './instructions.ts'

export interface Block {
  readonly start: number
  /** Index of the last instruction. */
  readonly last: number
  /** Blocks reached, in the order of `successorsOf`. */
  readonly next: readonly number[]
  /** Reached from several places, not counting those of its own loop: what it knows has to be the same for all. */
  readonly merges: boolean
  /** Where a loop begins. */
  readonly loops: boolean
  /** Merging blocks that this one dominates at once, the last to come first. */
  readonly below: readonly number[]
}

/** The region, or undefined when a loop of it has two entries. `ends`: instructions that hand the frame back. */
export function regionFrom(entry: number, code: readonly Instruction[], ends: (op: number) => boolean): readonly Block[] | undefined {
  const follow = (at: number): readonly number[] => (ends((code[at] as Instruction).op) ? [] : successorsOf(code[at] as Instruction, at))
  const leaders = leadersFrom(entry, code, follow)
  const lastOf = (start: number): number => {
    let at = start
    while (follow(at).length === 1 && !isBranch((code[at] as Instruction).op) && !leaders.has(at + 1)) at++
    return at
  }
  const order = reversePostorder(entry, (start) => follow(lastOf(start)))
  const number = new Map(order.map((start, i) => [start, i]))
  const next = order.map((start) => follow(lastOf(start)).map((target) => number.get(target) as number))
  const before: number[][] = order.map(() => [])
  next.forEach((targets, from) => { for (const target of targets) before[target]?.push(from) })
  const above = dominators(before)
  const loops = new Set<number>()
  for (const [to, sources] of before.entries()) {
    for (const from of sources) {
      if (from < to) continue
      if (!dominates(to, from, above)) return undefined
      loops.add(to)
    }
  }
  const merges = before.map((sources, to) => sources.filter((from) => from < to).length > 1)
  const below: number[][] = order.map(() => [])
  for (let block = order.length - 1; block > 0; block--) if (merges[block] === true) below[above[block] as number]?.push(block)
  return order.map((start, i) => ({
    start, last: lastOf(start), next: next[i] as number[], merges: merges[i] === true, loops: loops.has(i), below: below[i] as number[],
  }))
}

function leadersFrom(entry: number, code: readonly Instruction[], follow: (at: number) => readonly number[]): Set<number> {
  const leaders = new Set([entry])
  const seen = new Set<number>()
  const waiting = [entry]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const target of follow(at)) {
      if (isBranch((code[at] as Instruction).op)) leaders.add(target)
      waiting.push(target)
    }
  }
  return leaders
}

function reversePostorder(entry: number, next: (start: number) => readonly number[]): number[] {
  const done: number[] = []
  const seen = new Set([entry])
  // Depth first, with the path kept here: a function may have thousands of blocks in a row.
  const path = [{ start: entry, waiting: [...next(entry)].reverse() }]
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const target = top.waiting.pop()
    if (target === undefined) {
      done.push(top.start)
      path.pop()
    } else if (!seen.has(target)) {
      seen.add(target)
      path.push({ start: target, waiting: [...next(target)].reverse() })
    }
  }
  return done.reverse()
}

/** The immediate dominator of each block (Cooper, Harvey and Kennedy's way); the entry is its own. */
function dominators(before: readonly (readonly number[])[]): number[] {
  const above: number[] = [0]
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b]
    while (x !== y) {
      while (x > y) x = above[x] as number
      while (y > x) y = above[y] as number
    }
    return x
  }
  for (let changed = true; changed; ) {
    changed = false
    for (let block = 1; block < before.length; block++) {
      const known = (before[block] as readonly number[]).filter((from) => above[from] !== undefined)
      const found = known.reduce(meet)
      if (above[block] === found) continue
      above[block] = found
      changed = true
    }
  }
  return above
}

function dominates(upper: number, lower: number, above: readonly number[]): boolean {
  let block = lower
  while (block > upper) block = above[block] as number
  return block === upper
}
