// `pnpm conformance exchange [NAME…]`: CPython's .pyc of each example runs here, ours runs in CPython; both print what
// the source prints in CPython.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPython, normalise, readGolden, runProgram, type ProgramResult } from '@pellucid/oracle'
import { firstDifference } from './difference.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const built = join(root, 'apps/cli/dist/pellucid.js')
const examples = join(root, 'examples')

const compileNatively = `
import py_compile, sys
folder, *files = sys.argv[1:]
for file in files:
    py_compile.compile(file, cfile=f"{folder}/{file.rpartition('/')[2]}c", doraise=True)
`

export interface ExchangeScore {
  readonly agreed: number
  readonly total: number
  /** Files whose bytes are the same on both sides. */
  readonly identical: number
  readonly lines: readonly string[]
}

/** Our name of the file that CPython's py_compile was told to call NAME.pyc. */
const cached = (folder: string, name: string) => join(folder, `${name}.cpython-313.pyc`)

function difference(result: ProgramResult, golden: ProgramResult): string | undefined {
  for (const stream of ['stdout', 'stderr'] as const) {
    const found = firstDifference(normalise(result[stream], examples), golden[stream])
    if (found !== undefined) return `${stream} line ${found.line}\n    here     ${found.ours}\n    golden   ${found.cpython}`
  }
  return result.status === golden.status ? undefined : `status ${result.status}, the source's ${golden.status}`
}

/** Compiles and runs every example both ways; undefined where there is no native CPython. */
export async function exchange(names: readonly string[]): Promise<ExchangeScore | undefined> {
  const python = findPython()
  if (python === undefined) return undefined
  if (!existsSync(built)) throw new Error('apps/cli is not built: npm start, or pnpm --filter @pellucid/cli build')
  const wanted = readdirSync(examples)
    .filter((name) => name.endsWith('.py') && (names.length === 0 || names.some((part) => name.includes(part))))
    .map((name) => basename(name, '.py'))
  const files = wanted.map((name) => join(examples, `${name}.py`))
  const theirs = mkdtempSync(join(tmpdir(), 'exchange-'))
  const ours = mkdtempSync(join(tmpdir(), 'exchange-'))
  const lines: string[] = []
  let agreed = 0
  let identical = 0
  try {
    execFileSync(python, ['-I', '-c', compileNatively, theirs, ...files])
    execFileSync(process.execPath, [built, 'compile', ...files, '-o', ours])
    for (const name of wanted) {
      const golden = readGolden(join(examples, `${name}.py`))
      if (golden === undefined) {
        lines.push(`${name}: no golden; pnpm oracle record`)
        continue
      }
      const byCPython = join(theirs, `${name}.pyc`)
      const byUs = cached(ours, name)
      const here = difference(await runProgram([process.execPath, built], { args: [byCPython], cwd: examples }), golden)
      const there = difference(await runProgram([python], { args: [byUs], cwd: examples }), golden)
      if (here !== undefined) lines.push(`${name}: CPython's .pyc, here: ${here}`)
      if (there !== undefined) lines.push(`${name}: our .pyc, in CPython: ${there}`)
      if (here === undefined && there === undefined) agreed++
      if (readFileSync(byCPython).equals(readFileSync(byUs))) identical++
    }
  } finally {
    rmSync(theirs, { recursive: true, force: true })
    rmSync(ours, { recursive: true, force: true })
  }
  return { agreed, total: wanted.length, identical, lines }
}
