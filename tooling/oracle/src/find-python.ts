// Finds a native CPython 3.13 that really runs: a version manager's shim may be on PATH and still fail.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const question = 'import sys; print(*sys.version_info[:2], sys.implementation.name, sys.executable)'

function runs(command: string): string | undefined {
  const asked = spawnSync(command, ['-I', '-S', '-c', question], { encoding: 'utf8', timeout: 10_000 })
  if (asked.status !== 0) return undefined
  const [major, minor, name, ...path] = asked.stdout.trim().split(' ')
  return major === '3' && minor === '13' && name === 'cpython' ? path.join(' ') : undefined
}

function managed(): string[] {
  const versions = join(homedir(), '.pyenv', 'versions')
  if (!existsSync(versions)) return []
  return readdirSync(versions)
    .filter((name) => name.startsWith('3.13'))
    .sort()
    .map((name) => join(versions, name, 'bin', 'python3.13'))
    .filter((path) => existsSync(path))
}

let found: string | null | undefined

/** The path of a native CPython 3.13, or undefined when there is none. `PELLUCID_PYTHON=none` hides it. */
export function findPython(): string | undefined {
  if (found !== undefined) return found ?? undefined
  const named = process.env.PELLUCID_PYTHON
  const candidates = named === 'none' ? [] : named ? [named] : ['python3.13', ...managed()]
  found = null
  for (const candidate of candidates) {
    const path = runs(candidate)
    if (path === undefined) continue
    found = path
    break
  }
  return found ?? undefined
}
