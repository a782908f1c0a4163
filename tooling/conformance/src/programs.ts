// `pnpm conformance programs`: our programs, run by us and compared with what CPython printed.
// The goldens are recorded, so no Python is needed.
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalise, readGolden, runProgram, type ProgramResult } from '@pellucid/oracle'
import { firstDifference } from './difference.ts'
import { readExpectations } from './expectations.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const built = join(root, 'apps/cli/dist/pellucid.js')
const folders = ['examples', 'corpus/programs', 'corpus/errors']

export interface ProgramOptions {
  /** Only programs whose path contains one of these; all when empty. */
  readonly names: readonly string[]
  readonly verbose: boolean
  /** `-X` options that the programs are run with. */
  readonly implementation: readonly string[]
}

export interface ProgramScore {
  readonly agreed: number
  /** Known to differ, with a reason in expectations/programs.txt. */
  readonly expected: number
  readonly total: number
  readonly lines: readonly string[]
}

function programs(names: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder)).sort().map((name) => join(root, folder, name)))
    .filter((path) => path.endsWith('.py') && (names.length === 0 || names.some((part) => path.includes(part))))
}

/** What differs between a run and its golden; undefined when nothing does. */
function compare(result: ProgramResult, golden: ProgramResult, folder: string): string | undefined {
  for (const stream of ['stdout', 'stderr'] as const) {
    const difference = firstDifference(normalise(result[stream], folder), golden[stream])
    if (difference === undefined) continue
    return `${stream} line ${difference.line}\n    ours     ${difference.ours}\n    cpython  ${difference.cpython}`
  }
  return result.status === golden.status ? undefined : `status ${result.status}, CPython's ${golden.status}`
}

/** Runs every program, two at a time. */
export async function runPrograms({ names, verbose, implementation }: ProgramOptions): Promise<ProgramScore> {
  if (!existsSync(built)) throw new Error('apps/cli is not built: npm start, or pnpm --filter @pellucid/cli build')
  const files = programs(names)
  const known = readExpectations('programs')
  const command = [process.execPath, built, ...implementation.flatMap((option) => ['-X', option])]
  const lines: string[] = []
  let agreed = 0
  let expected = 0
  let next = 0
  const worker = async () => {
    while (next < files.length) {
      const file = files[next++]!
      const golden = readGolden(file)
      const name = `${basename(dirname(file))}/${basename(file)}`
      if (golden === undefined) {
        lines.push(`${name}: no golden; pnpm oracle record`)
        continue
      }
      const folder = dirname(file)
      const result = await runProgram(command, { args: [file], cwd: folder })
      const difference = compare(result, golden, folder)
      const reason = known.get(`program ${name}`)
      if (difference === undefined) {
        agreed++
        if (reason !== undefined) console.log(`${name}: agrees now; take it off expectations/programs.txt`)
      } else if (reason === undefined) lines.push(`${name}: ${difference}`)
      else expected++
      if (verbose) console.log(`${difference === undefined ? 'ok  ' : 'FAIL'} ${name}`)
    }
  }
  await Promise.all([worker(), worker()])
  return { agreed, expected, total: files.length, lines: lines.sort() }
}
