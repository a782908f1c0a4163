// CPython 3.13 as a function: native when one is found, else pyodide. Started at the first question.
import { findPython } from './find-python.ts'
import { startInterpreter, type Backend } from './native.ts'
import { runProgram } from './program.ts'
import { startPyodide, type PyodideBackend } from './pyodide.ts'
import type { OracleAnswer, OracleRequest, ProgramRequest, ProgramResult } from './request.ts'

let backend: Backend | undefined
let wasm: PyodideBackend | undefined

function current(): Backend {
  const python = findPython()
  return (backend ??= python === undefined ? (wasm ??= startPyodide()) : startInterpreter([python]))
}

/** Which CPython answers. */
export function oracleKind(): 'native' | 'pyodide' {
  return findPython() === undefined ? 'pyodide' : 'native'
}

/**
 * Answers a batch of requests, in order.
 *
 * @example
 * const [dump] = await ask([{ stage: 'ast', source: 'x = 1' }])
 */
export function ask(requests: readonly OracleRequest[]): Promise<OracleAnswer[]> {
  return current().ask(requests)
}

/** Answers a batch in pyodide even where a native CPython is found. */
export function askPyodide(requests: readonly OracleRequest[]): Promise<OracleAnswer[]> {
  return (wasm ??= startPyodide()).ask(requests)
}

/** Runs a program as `python ARGS` would; under pyodide the first argument must be a file. */
export function askProgram(request: ProgramRequest): Promise<ProgramResult> {
  const python = findPython()
  return python === undefined ? (wasm ??= startPyodide()).run(request) : runProgram([python, '-X', 'utf8'], request)
}

/** Ends the processes and workers that were started. */
export function closeOracle(): void {
  backend?.close()
  wasm?.close()
  backend = wasm = undefined
}
