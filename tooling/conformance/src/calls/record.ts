// CPython's answers for a sample of the rows, so that it can be asked of us without Python: a line `# GROUP`, then lines `ROW TAB ANSWER`.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../../recorded/calls.txt', import.meta.url)
const one = 40

export interface Asked {
  readonly group: string
  readonly row: string
  /** CPython's. */
  readonly answer: string
}

/** One row in forty, chosen by its text: a row that is added moves no other. */
export const inSample = ({ row }: { readonly row: string }): boolean => createHash('sha256').update(row).digest().readUInt32LE(0) % one === 0

export function readRecorded(): Asked[] {
  let group = ''
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) group = line.slice(2)
    const tab = line.indexOf('\t')
    return tab < 0 ? [] : [{ group, row: line.slice(0, tab), answer: line.slice(tab + 1) }]
  })
}

export function writeRecorded(asked: readonly Asked[]): void {
  const lines: string[] = []
  let group = ''
  for (const { group: own, row, answer } of asked) {
    if (own !== group) lines.push(`# ${own}`)
    group = own
    lines.push(`${row}\t${answer}`)
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}
