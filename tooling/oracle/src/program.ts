// Runs a program in a process of its own, under any interpreter, and collects what it did.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { ProgramRequest, ProgramResult } from './request.ts'

/** Variables of the caller that would change what a program prints. */
function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !name.startsWith('PYTHON') && !name.startsWith('NODE_'),
  ) as [string, string][]
  return { ...Object.fromEntries(kept), PYTHONHASHSEED: '0', NO_COLOR: '1', LC_ALL: 'C.UTF-8', ...extra }
}

/** Runs `command` (an interpreter and its own arguments) on the program. */
export function runProgram(command: readonly string[], request: ProgramRequest): Promise<ProgramResult> {
  const [file, ...before] = command as [string, ...string[]]
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...before, ...request.args], {
      cwd: request.cwd,
      env: cleanEnvironment(request.env),
      timeout: request.timeout ?? 60_000,
      killSignal: 'SIGKILL',
    })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => stdout.push(data))
    child.stderr.on('data', (data: Buffer) => stderr.push(data))
    child.on('error', reject)
    child.on('close', (status, signal) =>
      resolve({
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
        status: signal === null ? (status ?? 0) : -constants.signals[signal],
      }),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(request.stdin ?? '')
  })
}
