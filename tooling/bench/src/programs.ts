// `pnpm bench`: programs of several kinds under us and under native CPython, run in turns so that a busy
// machine disturbs both alike.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPython, runProgram, type ProgramResult } from '@pellucid/oracle'
import { timeInPyodide } from './pyodide.ts'
import { geometricMean, median, milliseconds, table } from './table.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = join(here, '../programs')
const harness = join(here, 'harness.py')
const built = fileURLToPath(new URL('../../../apps/cli/dist/pellucid.js', import.meta.url))

export interface ProgramOptions {
  readonly names: readonly string[]
  readonly rounds: number
  readonly pyodide: boolean
}

interface Timing {
  readonly seconds: number
  readonly result: string
}

/** What the harness printed, or why it did not. */
function read({ stdout, stderr, status }: ProgramResult): Timing | string {
  const [seconds, result] = stdout.split('\n')
  if (status !== 0 || result === undefined) return stderr.trim().split('\n').at(-1) ?? `status ${status}`
  return { seconds: Number(seconds), result }
}

interface Row {
  readonly name: string
  readonly native: number
  readonly ours: number | string
  readonly pyodide: number | undefined
}

async function measure(file: string, name: string, options: ProgramOptions, python: string): Promise<Row> {
  const native: number[] = []
  const ours: number[] = []
  let expected = ''
  for (let round = 0; round < options.rounds; round++) {
    const args = [harness, join(folder, file), '5']
    const theirs = read(await runProgram([python], { args }))
    if (typeof theirs === 'string') throw new Error(`${name} fails under CPython: ${theirs}`)
    expected = theirs.result
    native.push(theirs.seconds)
    const mine = read(await runProgram([process.execPath, built], { args, timeout: 120_000 }))
    if (typeof mine === 'string') return { name, native: median(native), ours: mine, pyodide: undefined }
    if (mine.result !== expected) return { name, native: median(native), ours: `wrong: ${mine.result.slice(0, 40)}`, pyodide: undefined }
    ours.push(mine.seconds)
  }
  const pyodide = options.pyodide ? await timeInPyodide(join(folder, file)) : undefined
  return { name, native: median(native), ours: median(ours), pyodide }
}

function show(rows: readonly Row[], withPyodide: boolean): string {
  const head = ['program', 'CPython ms', 'Pellucid ms', 'ratio', ...(withPyodide ? ['pyodide ms', 'ratio to it'] : [])]
  const lines = rows.map(({ name, native, ours, pyodide }) => {
    if (typeof ours === 'string') return [name, milliseconds(native), ours, '']
    const more = pyodide === undefined ? [] : [milliseconds(pyodide), (ours / pyodide).toFixed(2)]
    return [name, milliseconds(native), milliseconds(ours), (ours / native).toFixed(2), ...more]
  })
  return table([head, ...lines])
}

/** Time from spawn to exit, in milliseconds. */
async function wallTime(command: readonly string[], rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await runProgram(command, { args: [] })
    times.push(performance.now() - started)
  }
  return median(times)
}

async function startUp(python: string): Promise<string> {
  const hello = fileURLToPath(new URL('../../../examples/hello.py', import.meta.url))
  const empty = join(here, 'empty.mjs')
  await runProgram([process.execPath, built], { args: [hello] })
  const node = await wallTime([process.execPath, empty], 15)
  const ours = await wallTime([process.execPath, built, hello], 15)
  const native = await wallTime([python, hello], 15)
  return `hello.py, spawn to exit: ${ours.toFixed(0)} ms = empty node ${node.toFixed(0)} ms + ${(ours - node).toFixed(0)} ms; CPython ${native.toFixed(0)} ms`
}

/** Runs the benchmark and prints its table. */
export async function benchPrograms(options: ProgramOptions): Promise<number> {
  const python = findPython()
  if (python === undefined) {
    console.error('pnpm bench compares with a native CPython 3.13: set PELLUCID_PYTHON, or put python3.13 on PATH')
    return 2
  }
  const rows: Row[] = []
  for (const file of readdirSync(folder).sort()) {
    const name = file.replace(/\.py$/, '')
    if (!file.endsWith('.py') || (options.names.length > 0 && !options.names.includes(name))) continue
    rows.push(await measure(file, name, options, python))
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${rows.length} ${name}`)
  }
  console.log(show(rows, options.pyodide))
  const ratios = rows.flatMap(({ native, ours }) => (typeof ours === 'number' ? [ours / native] : []))
  if (ratios.length > 0) {
    console.log(`geometric mean ${geometricMean(ratios).toFixed(2)} over ${ratios.length} of ${rows.length} programs, worst ${Math.max(...ratios).toFixed(2)}`)
  }
  if (options.names.length === 0) console.log(await startUp(python))
  return ratios.length === rows.length ? 0 : 1
}
