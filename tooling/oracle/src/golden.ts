// What CPython printed for a program, kept beside it: `.golden/NAME.json`. With these no Python is needed to test.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ProgramResult } from './request.ts'

/** Where the golden of `file` lies. */
export function goldenOf(file: string): string {
  return join(dirname(file), '.golden', `${basename(file, '.py')}.json`)
}

/** Paths differ from machine to machine: the program's folder becomes `<here>`, the library's `<lib>`. */
export function normalise(text: string, folder: string): string {
  return text
    .replaceAll(folder, '<here>')
    .replaceAll(/ at 0x[0-9a-fA-F]+/g, ' at <address>')
    .replaceAll(/[^\s"']*(?:\/lib\/python3\.13|python_stdlib\.zip|\/lib-[0-9a-f]+\/python3\.13|\/python313\.zip)(?=\/)/g, '<lib>')
}

interface Stored {
  status: number
  stdout: readonly string[]
  stderr: readonly string[]
}

/** Reads a golden, or undefined when none was recorded. */
export function readGolden(file: string): ProgramResult | undefined {
  const path = goldenOf(file)
  if (!existsSync(path)) return undefined
  const { status, stdout, stderr } = JSON.parse(readFileSync(path, 'utf8')) as Stored
  return { status, stdout: stdout.join('\n'), stderr: stderr.join('\n') }
}

/** Writes what `result` says, a line of output a line of JSON so that changes read as diffs. */
export function writeGolden(file: string, result: ProgramResult): void {
  const folder = dirname(file)
  const path = goldenOf(file)
  const stored: Stored = {
    status: result.status,
    stdout: normalise(result.stdout, folder).split('\n'),
    stderr: normalise(result.stderr, folder).split('\n'),
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(stored, null, 1)}\n`)
}
