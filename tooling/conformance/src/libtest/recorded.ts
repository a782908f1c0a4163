// What native CPython makes of each of its test modules: `recorded/libtest/test_X.txt`, one line a class,
// `ListTest: test_append test_clear`, or `ListTest skip: test_bigmem` for what it skips.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CaseResult } from './process.ts'

const folder = fileURLToPath(new URL('../../recorded/libtest/', import.meta.url))

export type NativeOutcome = 'pass' | 'skip'

/** The outcomes by case; undefined when none were recorded. */
export function readRecorded(module: string): ReadonlyMap<string, NativeOutcome> | undefined {
  const file = `${folder}${module}.txt`
  if (!existsSync(file)) return undefined
  const cases = new Map<string, NativeOutcome>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const found = /^(\S*)( skip)?: (.*)$/.exec(line)
    if (found === null) continue
    const [, group, skipped, names] = found
    for (const name of names!.split(' ')) cases.set(group === '' ? name : `${group}.${name}`, skipped ? 'skip' : 'pass')
  }
  return cases
}

/** The modules that have a record, in order. */
export function recordedModules(): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -4))
    .sort()
}

/** Keeps the cases that pass (or fail as their author expects) and those that are skipped. */
export function writeRecorded(module: string, results: ReadonlyMap<string, CaseResult>): void {
  const lines = new Map<string, string[]>()
  for (const [name, { outcome }] of results) {
    if (/\s/.test(name) || !['pass', 'expected-failure', 'skip'].includes(outcome)) continue
    const dot = name.lastIndexOf('.')
    const group = `${name.slice(0, Math.max(dot, 0))}${outcome === 'skip' ? ' skip' : ''}`
    const listed = lines.get(group) ?? []
    lines.set(group, listed)
    listed.push(name.slice(dot + 1))
  }
  mkdirSync(folder, { recursive: true })
  const text = [...lines].sort().map(([group, names]) => `${group}: ${names.sort().join(' ')}\n`)
  writeFileSync(`${folder}${module}.txt`, text.join(''))
}
