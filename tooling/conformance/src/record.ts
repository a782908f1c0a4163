// Digests of CPython 3.13.0's answers about the archive's files, kept so that a sample can be checked without Python.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../recorded/front.json', import.meta.url)

type Digests = Readonly<Record<string, Readonly<Record<string, string>>>>
let digests: Digests | undefined

function read(): Digests {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Digests) : {}
}

/** The first digits of the digest by label and file; undefined where CPython refuses the file. */
export function recordedDigest(label: string, name: string): string | undefined {
  digests ??= read()
  return digests[label]?.[name]
}

/** Replaces the record. */
export function writeRecord(answers: Digests): void {
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(answers, null, 1)}\n`)
}
