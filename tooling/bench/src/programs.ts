// `pnpm bench`: programs of several kinds under us and under native CPython. A round gives every program one turn
// with each, so that a busy machine disturbs both alike; rounds go on until the time is used up.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPython } from '@pellucid/oracle'
import { timeInPyodide } from './pyodide.ts'
import { showStartUp, startUp } from './start-up.ts'
import { geometricMean, milliseconds, table } from './table.ts'
import { best, takeTurn, type Times } from './turns.ts'

const folder = fileURLToPath(new URL('../programs', import.meta.url))
const built = fileURLToPath(new URL('../../../apps/cli/dist/pellucid.js', import.meta.url))

/** Seconds that a turn runs; ours starts with interpreting the loop that V8 is yet to optimise. */
const NATIVE_TURN = 0.3
const OUR_TURN = 1.5

export interface ProgramOptions {
  readonly names: readonly string[]
  /** At most so many rounds, */
  readonly rounds: number
  /** and none is begun after so many seconds. */
  readonly seconds: number
  readonly pyodide: boolean
  readonly json: boolean
}

interface Program {
  readonly name: string
  readonly native: Times[]
  readonly ours: Times[]
  /** Why there is nothing to compare. */
  fault?: string
  pyodide?: number
}

/** One turn with each. */
async function compare(program: Program, python: string): Promise<void> {
  const path = join(folder, `${program.name}.py`)
  const theirs = await takeTurn([python], path, NATIVE_TURN)
  if (typeof theirs === 'string') throw new Error(`${program.name} fails under CPython: ${theirs}`)
  const mine = await takeTurn([process.execPath, built], path, OUR_TURN)
  program.native.push(theirs.times)
  if (typeof mine === 'string') program.fault = mine
  else if (mine.result !== theirs.result) program.fault = `wrong: ${mine.result.slice(0, 40)}`
  else program.ours.push(mine.times)
}

interface Row {
  readonly name: string
  readonly native: Times
  readonly ours: Times | undefined
  readonly ratio: Times | undefined
  readonly fault: string | undefined
  readonly pyodide: number | undefined
}

function row({ name, native, ours, fault, pyodide }: Program): Row {
  const theirs = best(native)
  if (fault !== undefined) return { name, native: theirs, ours: undefined, ratio: undefined, fault, pyodide }
  const mine = best(ours)
  const ratio = { first: mine.first / theirs.first, wall: mine.wall / theirs.wall, cpu: mine.cpu / theirs.cpu }
  return { name, native: theirs, ours: mine, ratio, fault, pyodide }
}

function show(rows: readonly Row[], withPyodide: boolean): string {
  const more = withPyodide ? ['pyodide ms', 'ratio to it'] : []
  const head = ['program', 'CPython ms', 'Pellucid ms', 'ratio', 'processor', 'first run', ...more]
  const lines = rows.map(({ name, native, ours, ratio, fault, pyodide }) => {
    if (ours === undefined || ratio === undefined) return [name, milliseconds(native.wall), fault ?? '']
    const figures = [ratio.wall, ratio.cpu, ratio.first].map((figure) => figure.toFixed(2))
    const extra = pyodide === undefined ? [] : [milliseconds(pyodide), (ours.wall / pyodide).toFixed(2)]
    return [name, milliseconds(native.wall), milliseconds(ours.wall), ...figures, ...extra]
  })
  return table([head, ...lines])
}

interface Summary {
  readonly programs: number
  readonly wall: number
  readonly cpu: number
  readonly first: number
  readonly worst: number
}

function summarise(rows: readonly Row[]): Summary {
  const ratios = rows.flatMap(({ ratio }) => ratio ?? [])
  const mean = (figure: keyof Times): number => geometricMean(ratios.map((ratio) => ratio[figure]))
  return { programs: ratios.length, wall: mean('wall'), cpu: mean('cpu'), first: mean('first'), worst: Math.max(...ratios.map(({ wall }) => wall)) }
}

/** The programs asked for, or all; undefined when one is unknown. */
function choose(names: readonly string[]): Program[] | undefined {
  const known = readdirSync(folder).filter((file) => file.endsWith('.py')).map((file) => file.slice(0, -3)).sort()
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    console.error(`no such program: ${unknown.join(', ')}\nprograms: ${known.join(' ')}`)
    return undefined
  }
  return (names.length > 0 ? names : known).map((name) => ({ name, native: [], ours: [] }))
}

async function takeRounds(programs: readonly Program[], python: string, options: ProgramOptions): Promise<number> {
  const stop = performance.now() + options.seconds * 1000
  let round = 0
  for (; round < options.rounds; round++) {
    const last = round > 0 && performance.now() + ((performance.now() - stop + options.seconds * 1000) / round) > stop
    if (last) break
    for (const program of programs) {
      if (program.fault !== undefined) continue
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Kround ${round + 1}: ${program.name}`)
      await compare(program, python)
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  return round
}

/** Runs the benchmark and prints its table, start-up, and the geometric mean last. */
export async function benchPrograms(options: ProgramOptions): Promise<number> {
  const python = findPython()
  if (python === undefined) {
    console.error('pnpm bench compares with a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  const programs = choose(options.names)
  if (programs === undefined) return 2
  const rounds = await takeRounds(programs, python, options)
  if (options.pyodide) for (const program of programs) program.pyodide = await timeInPyodide(join(folder, `${program.name}.py`))
  const rows = programs.map(row)
  const start = options.names.length === 0 ? await startUp(python, built) : undefined
  const summary = summarise(rows)
  if (options.json) {
    console.log(JSON.stringify({ rounds, rows, startUp: start, summary }, undefined, 2))
  } else {
    console.log(show(rows, options.pyodide))
    if (start !== undefined) console.log(showStartUp(start))
    console.log(
      `${summary.programs} of ${rows.length} programs, best of ${rounds} rounds: geometric mean ${summary.wall.toFixed(2)}` +
        ` (processor ${summary.cpu.toFixed(2)}, first run ${summary.first.toFixed(2)}), worst ${summary.worst.toFixed(2)}`,
    )
  }
  return summary.programs === rows.length ? 0 : 1
}
