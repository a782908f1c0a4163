// `pnpm conformance calls [--sample] [--record] [GROUP…]`: generated calls of everything that is built in, asked of CPython and of our
// command, answer by answer. CPython itself chooses the rows (probes/calls/generate.py), since it knows which are worth asking.
import { fileURLToPath } from 'node:url'
import { findPython } from '@pellucid/oracle'
import { answersOf, linesOf } from '../answers.ts'
import { machine } from '../machine.ts'
import { readKnown, reasonFor } from './known.ts'
import { inSample, readRecorded, writeRecorded, type Asked } from './record.ts'

const probe = (name: string) => fileURLToPath(new URL(`../../probes/calls/${name}.py`, import.meta.url))
const [generate, evaluate] = [probe('generate'), probe('evaluate')]

/** CPython chooses rows mostly waiting for what hangs: so many groups are chosen at a time. */
const ahead = 4

export interface CallOptions {
  /** Recorded rows and answers, instead of all against CPython. */
  readonly sample: boolean
  readonly record: boolean
  /** Only groups whose name contains one of these; all when empty. */
  readonly names: readonly string[]
}

export interface CallScore {
  readonly lines: readonly string[]
  readonly complaints: readonly string[]
}

/** The rows of a group with CPython's answers. */
async function askCPython(python: string, group: string): Promise<Asked[]> {
  const rows = await linesOf([python], [generate, group])
  const answers = await answersOf([python], evaluate, rows)
  return rows.map((row, index) => ({ group, row, answer: answers[index]! }))
}

/** Compares what was asked, and counts by kind: `methods`, `functions`, or the family. */
class Comparison {
  readonly complaints: string[] = []
  private readonly counts = new Map<string, { equal: number; total: number }>()
  private readonly known = readKnown()

  add({ group, row, answer }: Asked, ours: string): void {
    const label = group.replace(/^family:/, '').replace(/:.*/, 's')
    const count = this.counts.get(label) ?? { equal: 0, total: 0 }
    this.counts.set(label, count)
    count.total++
    if (ours === answer) count.equal++
    const reason = reasonFor(this.known, group, row, answer)
    if (ours === answer && reason !== undefined) this.complaints.push(`${group}: ${row}\n    agrees now: expectations/calls.txt says "${reason}"`)
    if (ours !== answer && reason === undefined) this.complaints.push(`${group}: ${row}\n    ours     ${ours}\n    cpython  ${answer}`)
  }

  lines(): string[] {
    return [...this.counts].map(([label, { equal, total }]) => `${label} ${equal}/${total}`)
  }
}

/** Compares, or records CPython's answers for the sample. */
export async function runCalls({ sample, record, names }: CallOptions, say: (text: string) => void): Promise<CallScore> {
  const comparison = new Comparison()
  const wanted = (group: string) => names.length === 0 || names.some((part) => group.includes(part))
  const compare = async (asked: readonly Asked[]) => {
    const answers = await answersOf(machine(), evaluate, asked.map(({ row }) => row))
    for (const [index, one] of asked.entries()) comparison.add(one, answers[index]!)
  }
  if (sample) await compare(readRecorded().filter(({ group }) => wanted(group)))
  else {
    const python = findPython()!
    const kept: Asked[] = []
    const groups = (await linesOf([python], [generate])).filter(wanted)
    const begun: Promise<Asked[]>[] = []
    for (const [place, group] of groups.entries()) {
      while (begun.length < Math.min(groups.length, place + ahead)) begun.push(askCPython(python, groups[begun.length]!))
      const asked = await begun[place]!
      if (record) kept.push(...asked.filter(inSample))
      else await compare(asked)
      say(group)
    }
    if (record) writeRecorded(kept)
  }
  return { lines: comparison.lines(), complaints: comparison.complaints }
}
