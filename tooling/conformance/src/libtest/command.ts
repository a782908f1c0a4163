// `pnpm conformance libtest [--sample] [--record] [--verbose] [--known] [--jobs=N] [--case-seconds=N] [NAME…]`: CPython's own
// test modules in our command, case by case against what native CPython makes of them; `--known` tells what became of the
// cases of the lists as well.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPython } from '@pellucid/oracle'
import { updateScore } from '../score.ts'
import { covers, readKnown } from './known.ts'
import { runCases, type Interpreter } from './process.ts'
import { readRecorded, recordedModules, writeRecorded } from './recorded.ts'
import { judge, type Verdict } from './verdict.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const builder = join(root, 'tooling/build/src/build-app.mjs')
const built = join(root, 'apps/cli/dist/pellucid.js')

/** Quick modules of many kinds. */
const sample = 'bool decorators dictcomps grammar iter list opcodes patma raise scope slice sort unpack with'.split(' ')

const score = {
  title: 'CPython’s own tests',
  note:
    '`pnpm conformance libtest`: of the cases that native CPython passes, those that pass here. Placeholders stand for ' +
    'the C modules that test modules import and hardly use (`_testinternalcapi`, `_testsinglephase`).',
}

export interface LibtestOptions {
  readonly names: readonly string[]
  readonly record: boolean
  readonly verbose: boolean
  /** Known failures are told as the others are. */
  readonly known: boolean
  readonly jobs: number
  readonly caseSeconds: number
}

/** Reads the command's arguments. */
export function libtestOptions(args: readonly string[]): LibtestOptions {
  const number = (option: string, otherwise: number) =>
    Number(args.find((arg) => arg.startsWith(`--${option}=`))?.split('=')[1] ?? otherwise)
  const named = args.filter((arg) => !arg.startsWith('--'))
  return {
    names: (args.includes('--sample') ? sample : named).map(moduleName),
    record: args.includes('--record'),
    verbose: args.includes('--verbose'),
    known: args.includes('--known'),
    jobs: number('jobs', 2),
    caseSeconds: number('case-seconds', 60),
  }
}

/** `list` and `test_list` mean test_list, `inspect.inspect` means test_inspect.test_inspect. */
export function moduleName(name: string): string {
  return name
    .split('.')
    .map((part) => (part.startsWith('test_') ? part : `test_${part}`))
    .join('.')
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !name.startsWith('PYTHON') && !name.startsWith('NODE_'),
  ) as [string, string][]
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8', NO_COLOR: '1', PYTHONHASHSEED: '0', ...extra }
}

/** The installed library with its tests, and both interpreters; undefined when there is none. */
function interpreters(): { native: Interpreter; ours: Interpreter } | undefined {
  const python = findPython()
  if (python === undefined) return undefined
  const ask = 'import sysconfig; print(sysconfig.get_path("stdlib"))'
  const library = execFileSync(python, ['-I', '-S', '-c', ask], { encoding: 'utf8' }).trim()
  if (!existsSync(join(library, 'test', 'support'))) return undefined
  const flags = ['-W', 'default', '-bb']
  return {
    native: { command: [python, ...flags], env: environment({ PATH: `${dirname(python)}:${process.env.PATH}` }) },
    ours: { command: [process.execPath, built, ...flags], env: environment({ PELLUCID_LIB: library }) },
  }
}

/** Does `work` for every module, `jobs` at a time. */
async function eachModule(modules: readonly string[], jobs: number, work: (module: string) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < modules.length) await work(modules[next++]!)
  }
  await Promise.all(Array.from({ length: jobs }, worker))
}

function report(module: string, { equal, total, known, complaints }: Verdict, options: LibtestOptions): void {
  console.log(`${scoreLine(module, equal, total)}${known.length > 0 ? `, ${known.length} known` : ''}`)
  const untold = new Map<string, number>()
  for (const { name, what, text } of options.known ? [...complaints, ...known] : complaints) {
    // What kept one case from being run kept all of its class or module.
    const before = untold.get(what)
    if (what.startsWith('not run: ')) untold.set(what, (before ?? 0) + 1)
    if (before !== undefined) continue
    console.log(`  ${name}  ${what}`)
    if (options.verbose && text !== '') console.log(text.trimEnd().replaceAll(/^/gm, '    | '))
  }
  for (const [what, count] of untold) if (count > 1) console.log(`  … and ${count - 1} more ${what}`)
}

const scoreLine = (module: string, equal: number, total: number) =>
  `${module} ${equal}/${total} ${total === 0 ? '–' : `${((100 * equal) / total).toFixed(1)} %`}`

async function recordNative(by: Interpreter, { names, jobs, caseSeconds }: LibtestOptions): Promise<number> {
  await eachModule(names.length > 0 ? names : recordedModules(), jobs, async (module) => {
    const results = await runCases(module, by, { caseSeconds, leaveOut: [] })
    writeRecorded(module, results)
    const count = (...outcomes: string[]) => [...results.values()].filter(({ outcome }) => outcomes.includes(outcome)).length
    console.log(`${module}: ${count('pass', 'expected-failure')} pass, ${count('skip')} skipped, of ${results.size}`)
  })
  return 0
}

/** The command; answers its exit status. */
export async function libtest(options: LibtestOptions): Promise<number> {
  const found = interpreters()
  if (found === undefined) {
    console.error('pnpm conformance libtest needs an installed CPython 3.13 with its Lib/test: set PELLUCID_PYTHON')
    return 2
  }
  if (options.record) return recordNative(found.native, options)
  spawnSync(process.execPath, [builder], { stdio: ['ignore', 2, 2] })
  const modules = options.names.length > 0 ? options.names : recordedModules()
  const lines = new Map<string, string>()
  let failed = 0
  await eachModule(modules, options.jobs, async (module) => {
    const native = readRecorded(module)
    if (native === undefined) {
      console.log(`${module}: no record of native CPython; pnpm conformance libtest --record ${module}`)
      failed++
      return
    }
    const expectations = readKnown(module)
    const left = expectations.filter(({ state }) => state === 'skip')
    const leaveOut = [...native.keys()].filter((name) => left.some((one) => covers(one, name)))
    const verdict = judge(native, await runCases(module, found.ours, { caseSeconds: options.caseSeconds, leaveOut }), expectations)
    report(module, verdict, options)
    failed += verdict.complaints.length
    lines.set(module, scoreLine(module, verdict.equal, verdict.total))
  })
  console.log(total(updateScore(score.title, score.note, lines)))
  if (failed > 0) console.log(`${failed} unexpected`)
  return failed === 0 ? 0 : 1
}

/** All scored modules together. */
function total(lines: readonly string[]): string {
  const counts = lines.flatMap((line) => / (\d+)\/(\d+) /.exec(line)?.slice(1).map(Number) ?? [])
  const sum = (from: number) => counts.filter((_, at) => at % 2 === from).reduce((left, right) => left + right, 0)
  return scoreLine('all scored modules:', sum(0), sum(1))
}
