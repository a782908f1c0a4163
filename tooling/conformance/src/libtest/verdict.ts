// Compares our outcomes of a test module with native CPython's, and both with what is known to differ.
import { covers, type Known } from './known.ts'
import type { CaseResult } from './process.ts'
import type { NativeOutcome } from './recorded.ts'

export interface Complaint {
  readonly name: string
  /** One line. */
  readonly what: string
  /** The traceback, where there is one. */
  readonly text: string
}

export interface Verdict {
  /** Cases that native passes and we pass. */
  readonly equal: number
  /** Cases that native passes. */
  readonly total: number
  /** Known not to pass, and do not. */
  readonly known: readonly Complaint[]
  readonly complaints: readonly Complaint[]
}

const passes = (result: CaseResult | undefined) => result?.outcome === 'pass' || result?.outcome === 'expected-failure'

/** What the recorded cases of a module came to. */
export function judge(
  native: ReadonlyMap<string, NativeOutcome>,
  ours: ReadonlyMap<string, CaseResult>,
  expectations: readonly Known[],
): Verdict {
  const names = [...native].filter(([, outcome]) => outcome === 'pass').map(([name]) => name)
  const complaints: Complaint[] = []
  const used = new Set<Known>()
  let equal = 0
  const known: Complaint[] = []
  for (const name of names) {
    const result = ours.get(name)
    const entry = expectations.find((one) => covers(one, name))
    if (entry !== undefined) used.add(entry)
    if (passes(result)) equal++
    if (entry === undefined && !passes(result)) complaints.push(failure(name, result, ours))
    else if (entry !== undefined && passes(result)) complaints.push({ name, what: 'passes now: take it off', text: '' })
    else if (entry !== undefined) known.push(failure(name, result, ours))
  }
  for (const entry of expectations) {
    if (!used.has(entry)) complaints.push({ name: entry.pattern, what: 'is expected, and no case that CPython passes', text: '' })
  }
  return { equal, total: names.length, known, complaints }
}

/** A case without an outcome did not run because of what happened to its module, class or process. */
function failure(name: string, result: CaseResult | undefined, ours: ReadonlyMap<string, CaseResult>): Complaint {
  if (result !== undefined) return { name, what: `${result.outcome}: ${lastLine(result.text)}`, text: result.text }
  for (const [where, { outcome, text }] of ours) {
    const fixture = /^(?:setUpClass|setUpModule|tearDownModule) \((?:.*\.)?(\w+)\)$/.exec(where)
    if (fixture === null && !['import', 'load', 'process'].includes(where)) continue
    if (where.startsWith('setUpClass') && !name.split('.').includes(fixture![1]!)) continue
    return { name, what: `not run: ${where}: ${outcome}: ${lastLine(text)}`, text }
  }
  return { name, what: 'not run', text: '' }
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.slice(0, 160) ?? ''
}
