// `pellucid compile`: writes .pyc files as `python -m compileall` does; many files, one process.
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sourceHash, writePyc, type PycHeader } from '@pellucid/marshal'
import { asFailure, showWarnings } from './errors.ts'
import { readInput, unreadable, type Input } from './input.ts'
import { codeOf } from './stages.ts'

export type InvalidationMode = 'timestamp' | 'checked-hash' | 'unchecked-hash'

export interface CompileCommand {
  /** Where the files go; beside the sources, in `__pycache__`, when undefined. */
  readonly output?: string
  readonly optimize: 0 | 1 | 2
  readonly invalidationMode: InvalidationMode
  readonly quiet?: boolean
}

/** Every source below a path, in order; `__pycache__` and hidden folders left out. */
function sourcesIn(path: string): string[] {
  let status
  try {
    status = statSync(path)
  } catch (error) {
    throw unreadable(error, path)
  }
  if (!status.isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== '__pycache__' && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) return sourcesIn(inner)
      return entry.name.endsWith('.py') ? [inner] : []
    })
}

/** `a/b.py` → `a/__pycache__/b.cpython-313.pyc`, or a flat file in the output folder. */
export function targetOf(source: string, { output, optimize }: Pick<CompileCommand, 'output' | 'optimize'>): string {
  const level = optimize === 0 ? '' : `.opt-${optimize}`
  const name = `${basename(source, '.py')}.cpython-313${level}.pyc`
  return output === undefined ? join(dirname(source), '__pycache__', name) : join(output, name)
}

function headerOf(input: Input, mode: InvalidationMode): PycHeader {
  if (mode !== 'timestamp') return { kind: mode, hash: sourceHash(input.bytes) }
  const mtime = Math.floor(statSync(input.name).mtimeMs / 1000)
  return { kind: 'timestamp', mtime, size: input.bytes.length }
}

function compileOne(source: string, command: CompileCommand): void {
  const input = readInput(source)
  const code = codeOf(input, { optimize: command.optimize, onWarning: showWarnings(input) })
  const target = targetOf(source, command)
  mkdirSync(dirname(target), { recursive: true })
  // A reader never sees half a file.
  const fresh = `${target}.${process.pid}`
  writeFileSync(fresh, writePyc(headerOf(input, command.invalidationMode), code))
  renameSync(fresh, target)
}

/** Compiles files and folders; answers the exit status. */
export function compilePaths(paths: readonly string[], command: CompileCommand): number {
  const sources = paths.flatMap(sourcesIn)
  const progress = process.stderr.isTTY && !command.quiet
  let failed = 0
  sources.forEach((source, index) => {
    if (progress) process.stderr.write(`\r\x1b[K${index + 1}/${sources.length} ${source}`)
    try {
      compileOne(source, command)
    } catch (error) {
      const failure = asFailure(error)
      if (failure === undefined) throw error
      failed++
      process.stderr.write(`${progress ? '\r\x1b[K' : ''}*** Error compiling '${source}'...\n${failure.message}\n`)
    }
  })
  if (progress) process.stderr.write('\r\x1b[K')
  if (!command.quiet) process.stdout.write(`${sources.length - failed} compiled, ${failed} failed\n`)
  return failed === 0 ? 0 : 1
}
