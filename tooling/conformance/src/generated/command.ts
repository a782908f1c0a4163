// `pnpm conformance generated [--sample] [--record] [--count=N] [--seed=N]`: programs that a seed makes up, run by CPython and by our
// command three ways, in processes that run many. One that differs is told at once, then made small and shown.
import { ended, explain, outcomes, ways, type Program, type Way } from './compare.ts'
import { programOf } from './program.ts'
import { digestOf, readRecorded, writeRecorded } from './record.ts'
import { shrink } from './shrink.ts'

/** Programs in a process. */
const batch = 100
const sampled = 80
/** Differences that are made small; the others are named. */
const shown = 3

export interface GeneratedOptions {
  /** Recorded outcomes, instead of CPython. */
  readonly sample: boolean
  readonly count: number
  readonly seed: number
  /** Only these ways; all when empty. */
  readonly ways: readonly string[]
}

export interface GeneratedScore {
  readonly lines: readonly string[]
  readonly differ: number
}

/** Who is told while it goes on. */
export interface Listener {
  /** How far it is. */
  progress(text: string): void
  /** A difference, then what it has been made to. */
  tell(text: string): void
}

interface Case {
  readonly seed: number
  readonly text: string
}

const named = ({ seed, text }: Case): Program => [`p${seed}.py`, text]
const casesFrom = (seed: number, count: number): Case[] => Array.from({ length: count }, (_, at) => ({ seed: seed + at, text: programOf(seed + at) }))

/** Records CPython's outcomes of the sample. */
export async function recordGenerated(): Promise<void> {
  const cases = casesFrom(1, sampled)
  const found = await outcomes('cpython', cases.map(named))
  writeRecorded(cases.map(({ seed, text }, at) => ({ seed, digest: digestOf(text), outcome: found[at]! })))
}

class Comparison {
  differ = 0
  private readonly counts = new Map<string, { equal: number; total: number }>()
  private readonly small: boolean
  private readonly listener: Listener

  constructor(small: boolean, listener: Listener) {
    this.small = small
    this.listener = listener
  }

  async compare(cases: readonly Case[], theirs: readonly string[], asked: readonly Way[]): Promise<void> {
    const kept = cases.filter((_, at) => ended(theirs[at]!))
    const expected = theirs.filter(ended)
    for (const way of asked) this.counts.set(way, this.counts.get(way) ?? { equal: 0, total: 0 })
    const answers = await Promise.all(asked.map((way) => outcomes(way, kept.map(named))))
    for (const [which, way] of asked.entries()) {
      const count = this.counts.get(way)!
      const ours = answers[which]!
      for (const [at, one] of kept.entries()) {
        count.total++
        if (ours[at] === expected[at]) count.equal++
        else await this.complain(one, way, ours[at]!, expected[at]!)
      }
    }
  }

  private async complain({ seed, text }: Case, way: Way, ours: string, theirs: string): Promise<void> {
    this.listener.tell(`jit ${way}, --seed=${seed} --count=1\n${explain(ours, theirs)}`)
    if (++this.differ > shown || !this.small) return
    this.listener.progress(`making --seed=${seed} small`)
    this.listener.tell((await shrink(way, text)).trimEnd().replaceAll(/^/gm, '        '))
  }

  lines(): string[] {
    return [...this.counts].map(([way, { equal, total }]) => `jit ${way} ${equal}/${total}`)
  }
}

/** Compares recorded programs, or as many as are wanted with CPython. */
export async function runGenerated(options: GeneratedOptions, listener: Listener): Promise<GeneratedScore> {
  const { sample, count, seed } = options
  const asked = ways.filter((way) => options.ways.length === 0 || options.ways.includes(way))
  const comparison = new Comparison(!sample, listener)
  if (sample) {
    const recorded = readRecorded()
    const cases = recorded.map((one) => ({ seed: one.seed, text: programOf(one.seed) }))
    const moved = cases.filter(({ text }, at) => digestOf(text) !== recorded[at]!.digest).map((one) => one.seed)
    if (moved.length > 0) {
      listener.tell(`the generator makes other programs: pnpm conformance generated --record (seeds ${moved.slice(0, 5).join(', ')}…)`)
      return { lines: [], differ: moved.length }
    }
    await comparison.compare(cases, recorded.map(({ outcome }) => outcome), asked)
  } else {
    for (let from = seed; from < seed + count; from += batch) {
      const cases = casesFrom(from, Math.min(batch, seed + count - from))
      await comparison.compare(cases, await outcomes('cpython', cases.map(named)), asked)
      listener.progress(`${from + cases.length - seed} of ${count}, ${comparison.differ} differ`)
    }
  }
  return { lines: comparison.lines(), differ: comparison.differ }
}
