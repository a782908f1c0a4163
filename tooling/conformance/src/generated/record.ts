// CPython's outcomes of the first programs, so that they can be asked of us without Python: an object a line, in the order of seeds.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { prelude } from './program.ts'

const file = new URL('../../recorded/generated.txt', import.meta.url)

export interface Recorded {
  readonly seed: number
  /** Of the program's text: another generator makes other programs. */
  readonly digest: string
  readonly outcome: string
}

export const digestOf = (text: string): string => createHash('sha256').update(prelude + text).digest('hex').slice(0, 12)

export function readRecorded(): Recorded[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return text.split('\n').filter((line) => line !== '').map((line) => {
    const [seed, digest, ...outcome] = line.split(' ')
    return { seed: Number(seed), digest: digest!, outcome: outcome.join(' ') }
  })
}

export function writeRecorded(recorded: readonly Recorded[]): void {
  writeFileSync(file, recorded.map(({ seed, digest, outcome }) => `${seed} ${digest} ${outcome}\n`).join(''))
}
