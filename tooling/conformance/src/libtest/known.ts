// `expectations/libtest/test_X.txt`: cases that are known not to pass, one a line: `Case.test  fail|skip  reason`.
// `fail` is run and must not pass; `skip` is not run, because it hangs or kills. `Case.*` and `*` stand for all cases
// that begin so; they too are broken by a single pass. Never an entry without a reason.
import { existsSync, readFileSync } from 'node:fs'

export interface Known {
  readonly pattern: string
  readonly state: 'fail' | 'skip'
  readonly reason: string
}

/** Reads the entries of a list; throws where one is malformed. */
export function parseKnown(text: string, file: string): Known[] {
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const found = /^(\S+)\s+(fail|skip)\s+(\S.*)$/.exec(line)
    if (found === null) throw new Error(`${file}: an expectation is "Case.test  fail|skip  reason": ${line}`)
    const [, pattern, state, reason] = found
    return [{ pattern: pattern!, state: state as Known['state'], reason: reason! }]
  })
}

/** The entries of a test module. */
export function readKnown(module: string): readonly Known[] {
  const file = new URL(`../../expectations/libtest/${module}.txt`, import.meta.url)
  return existsSync(file) ? parseKnown(readFileSync(file, 'utf8'), `${module}.txt`) : []
}

/** Whether an entry speaks of a case. */
export function covers({ pattern }: Known, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}
