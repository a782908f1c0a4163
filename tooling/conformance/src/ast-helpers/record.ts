// CPython's answers for the sample, as digests, so that it can be checked without Python.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../../recorded/ast-helpers.json', import.meta.url)

/** Of each question, the digests of its answers in order; null where CPython crashes. */
export type Recorded = readonly (readonly (string | null)[])[]

export const digestOf = (answer: string): string => createHash('sha256').update(answer).digest('hex').slice(0, 10)

export function readRecorded(): Recorded {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : []
}

export function writeRecorded(answers: Recorded): void {
  writeFileSync(file, `[\n${answers.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)
}
