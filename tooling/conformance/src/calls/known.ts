// `expectations/calls.txt`: rows that are known to differ, `GROUP  PATTERN  REASON` between tabs. The pattern is a regular expression that
// finds something in `ROW => CPython's answer`, the group may be one too; a row that is found and agrees is a failure: the list only shrinks.
import { existsSync, readFileSync } from 'node:fs'

const file = new URL('../../expectations/calls.txt', import.meta.url)

interface Known {
  readonly group: RegExp
  readonly pattern: RegExp
  readonly reason: string
}

/** Reads the entries of a list; throws where one is malformed. */
export function parseKnown(text: string): Known[] {
  return text.split('\n').flatMap((line) => {
    if (line === '' || line.startsWith('#')) return []
    const [group, pattern, reason] = line.split('\t')
    if (!group || !pattern || !reason) throw new Error(`calls.txt: an expectation is "GROUP  PATTERN  REASON" between tabs: ${line}`)
    return [{ group: group === '*' ? /^/ : new RegExp(`^(?:${group})$`), pattern: new RegExp(pattern), reason }]
  })
}

/** The list of the repository. */
export function readKnown(): Known[] {
  return existsSync(file) ? parseKnown(readFileSync(file, 'utf8')) : []
}

/** Why a row may differ; undefined when it may not. */
export function reasonFor(known: readonly Known[], group: string, row: string, answer: string): string | undefined {
  const text = `${row} => ${answer}`
  return known.find((one) => one.group.test(group) && one.pattern.test(text))?.reason
}
