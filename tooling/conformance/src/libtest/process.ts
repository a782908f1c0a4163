// Runs the cases of one of CPython's test modules under an interpreter, in a process of its own. A case that hangs or
// kills the process costs that case alone: the module is started again without the cases that already have an outcome.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endFamily, watchFamily } from './family.ts'

const probe = fileURLToPath(new URL('../../probes/run_cases.py', import.meta.url))

/** What became of a case; `hang` and `crash` are of the process that ran it. */
export type Outcome =
  | 'pass'
  | 'fail'
  | 'error'
  | 'skip'
  | 'expected-failure'
  | 'unexpected-success'
  | 'hang'
  | 'crash'

export interface CaseResult {
  readonly outcome: Outcome
  /** The traceback, or the reason of a skip. */
  readonly text: string
}

export interface Interpreter {
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string>>
}

export interface RunLimits {
  /** Seconds without a case beginning or ending after which the process is ended. */
  readonly caseSeconds: number
  /** Cases that are not to be run. */
  readonly leaveOut: readonly string[]
}

interface Ended {
  readonly hung: boolean
  readonly stderr: string
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** Waits for the process, and ends it once its report stops growing. */
function runOnce({ command, env }: Interpreter, args: readonly string[], report: string, seconds: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [file, ...before] = command
    const folder = dirname(report)
    const child = spawn(file, [...before, probe, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...env, TMPDIR: folder },
      detached: true,
    })
    child.on('error', reject)
    if (child.pid === undefined) return
    const family = { pid: child.pid, folder }
    watchFamily(family)
    let stderr = ''
    let hung = false
    let size = sizeOf(report)
    let still = 0
    child.stderr.on('data', (data: Buffer) => (stderr = (stderr + data.toString()).slice(-4000)))
    const watch = setInterval(() => {
      const now = sizeOf(report)
      still = now === size ? still + 1 : 0
      size = now
      if (still < seconds) return
      hung = true
      endFamily(family)
    }, 1000)
    child.on('exit', () => {
      clearInterval(watch)
      endFamily(family)
      child.stderr.destroy()
      resolve({ hung, stderr })
    })
  })
}

/** Adds what a report says to `results`; answers the case that was running when it stops, and whether it is whole. */
function readReport(path: string, results: Map<string, CaseResult>): { running: string | undefined; whole: boolean } {
  let running: string | undefined
  let whole = false
  const text = sizeOf(path) === 0 ? '' : readFileSync(path, 'utf8')
  for (const line of text.split('\n')) {
    if (line === '') continue
    let fields: [string, string?, Outcome?, string?]
    try {
      fields = JSON.parse(line) as typeof fields
    } catch {
      continue // The process died while it wrote.
    }
    const [event, name, outcome, detail] = fields
    if (event === 'done') whole = true
    else if (event === 'start') running = name
    else {
      running = undefined
      // A name may stand for several cases (a class loaded twice): the worst of them counts.
      if (results.get(name!)?.outcome !== 'pass' && results.has(name!)) continue
      results.set(name!, { outcome: outcome!, text: detail ?? '' })
    }
  }
  return { running, whole }
}

/** The outcome of each case of `test.MODULE`, by name without the module. */
export async function runCases(module: string, by: Interpreter, limits: RunLimits): Promise<ReadonlyMap<string, CaseResult>> {
  const folder = mkdtempSync(join(tmpdir(), 'libtest-'))
  const results = new Map<string, CaseResult>()
  try {
    for (let turn = 0; ; turn++) {
      const report = join(folder, `report-${turn}`)
      const known = new Set([...limits.leaveOut, ...results.keys()])
      const { hung, stderr } = await runOnce(by, [module, report, ...known], report, limits.caseSeconds)
      const fresh = new Map<string, CaseResult>()
      const { running, whole } = readReport(report, fresh)
      for (const [name, result] of fresh) if (!known.has(name)) results.set(name, result)
      if (whole) return results
      // Nothing to leave out next time: the process ended outside any case.
      const name = running ?? 'process'
      results.set(name, { outcome: hung ? 'hang' : 'crash', text: stderr })
      if (running === undefined) return results
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
