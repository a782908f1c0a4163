// Makes a program that differs small: lines go with what is indented below them for as long as it still differs.
import { ended, outcomes, type Program, type Way } from './compare.ts'

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The lines that belong to the one at `at`, itself first: a statement or a clause. */
function extent(lines: readonly string[], at: number): number {
  let end = at + 1
  while (end < lines.length && (lines[end]!.trim() === '' || indentOf(lines[end]!) > indentOf(lines[at]!))) end++
  // A bracket may close where its line began.
  while (end < lines.length && /^\s*[)\]}]/.test(lines[end]!)) end++
  return end
}

/** Programs that have something less. */
export function smaller(lines: readonly string[]): string[][] {
  return lines.flatMap((line, at) => {
    const end = extent(lines, at)
    const rest = [lines.slice(0, at), lines.slice(end)] as const
    const found = [[...rest[0], ...rest[1]]]
    if (end > at + 1) {
      const step = indentOf(lines[at + 1]!) - indentOf(line)
      found.push([...rest[0], ...lines.slice(at + 1, end).map((inner) => inner.slice(step)), ...rest[1]])
      found.push([...lines.slice(0, at + 1), `${' '.repeat(indentOf(line) + step)}pass`, ...rest[1]])
    }
    return found
  })
}

/** Those that still differ. */
async function differing(way: Way, candidates: readonly (readonly string[])[]): Promise<(readonly string[])[]> {
  const programs = candidates.map((lines): Program => ['case.py', `${lines.join('\n')}\n`])
  const theirs = await outcomes('cpython', programs, 5_000)
  const sound = candidates.flatMap((_, at) => (ended(theirs[at]!) && !theirs[at]!.includes('SyntaxError') ? [at] : []))
  const ours = await outcomes(way, sound.map((at) => programs[at]!), 20_000)
  return sound.filter((at, index) => ours[index] !== theirs[at]).map((at) => candidates[at]!)
}

/** Candidates that are asked about at once. */
const portion = 32

/** The first of them that still differ, the smallest first. */
async function firstDiffering(way: Way, candidates: readonly (readonly string[])[]): Promise<(readonly string[])[]> {
  const sorted = [...candidates].sort((left, right) => left.length - right.length)
  for (let from = 0; from < sorted.length; from += portion) {
    const found = await differing(way, sorted.slice(from, from + portion))
    if (found.length > 0) return found
  }
  return []
}

/** What is left when several go that each may go alone. */
function together(lines: readonly string[], found: readonly (readonly string[])[]): string[][] {
  const sums: string[][] = []
  for (const one of found) {
    const gone = new Set(lines.filter((line) => !one.includes(line)))
    sums.push((sums.at(-1) ?? [...lines]).filter((line) => !gone.has(line)))
  }
  return sums.slice(1)
}

/** The smallest that is found by leaving out one thing after another. */
export async function shrink(way: Way, text: string): Promise<string> {
  let lines: readonly string[] = text.trimEnd().split('\n')
  const length = (some: readonly string[]): number => some.join('\n').length
  for (;;) {
    const found = await firstDiffering(way, smaller(lines).filter((some) => length(some) < length(lines)))
    if (found.length === 0) return `${lines.join('\n')}\n`
    const more = await differing(way, together(lines, found))
    lines = [...found, ...more].sort((left, right) => left.length - right.length)[0]!
  }
}
