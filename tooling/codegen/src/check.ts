// Compares what generators answer with what is checked in.
import type { GeneratedFile } from './generator.ts'

/** A file that differs, and the first line that does (1-based). */
export interface Difference {
  readonly path: string
  readonly line: number
  readonly expected: string | undefined
  readonly found: string | undefined
}

/** The first difference between a generated file and the text on disk (undefined: no such file), if any. */
export function difference(file: GeneratedFile, found: string | undefined): Difference | undefined {
  if (found === file.text) return undefined
  const ours = file.text.split('\n')
  const theirs = (found ?? '').split('\n')
  let line = 0
  while (line < ours.length && ours[line] === theirs[line]) line++
  const inFound = found === undefined ? undefined : theirs[line]
  return { path: file.path, line: line + 1, expected: ours[line], found: inFound }
}
