// What is known to differ, and why. `front.txt`, `programs.txt`: a stage (or `program`), a tab, a name, a tab, the
// reason; never a bare entry.
import { existsSync, readFileSync } from 'node:fs'

/** The reason by `stage name`. */
export function readExpectations(list: 'front' | 'programs' = 'front'): ReadonlyMap<string, string> {
  const file = new URL(`../expectations/${list}.txt`, import.meta.url)
  const known = new Map<string, string>()
  if (!existsSync(file)) return known
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [stage, name, reason] = line.split('\t')
    if (stage === undefined || name === undefined || !reason) throw new Error(`an expectation needs a reason: ${line}`)
    known.set(`${stage} ${name}`, reason)
  }
  return known
}
