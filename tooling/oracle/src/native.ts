// A Python that answers requests for as long as it is asked: one process, one line a request.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { OracleAnswer, OracleRequest } from './request.ts'

const probe = fileURLToPath(new URL('../probes/answer.py', import.meta.url))

export interface Backend {
  readonly kind: 'native' | 'pyodide'
  ask(requests: readonly OracleRequest[]): Promise<OracleAnswer[]>
  close(): void
}

interface Waiting {
  resolve(answer: OracleAnswer): void
  reject(error: Error): void
}

/** Starts an interpreter (its file and first arguments) on the probes; the process does not keep Node alive. */
export function startInterpreter(command: readonly [string, ...string[]]): Backend {
  const [file, ...before] = command
  const child = spawn(file, [...before, '-s', '-X', 'utf8', probe], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: '' },
  })
  const waiting: Waiting[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    waiting.shift()?.resolve(JSON.parse(line) as OracleAnswer)
    if (waiting.length === 0) release(false)
  })
  child.on('exit', (status) => {
    for (const one of waiting.splice(0)) one.reject(new Error(`python ended with status ${status}`))
  })
  // Sockets and pipes have ref() and unref(); the declared stream types leave them out.
  const handles = [child, child.stdin, child.stdout] as unknown as { ref(): void; unref(): void }[]
  const release = (busy: boolean) => handles.forEach((handle) => (busy ? handle.ref() : handle.unref()))
  release(false)
  return {
    kind: 'native',
    ask(requests) {
      release(true)
      return Promise.all(
        requests.map(
          (request) =>
            new Promise<OracleAnswer>((resolve, reject) => {
              waiting.push({ resolve, reject })
              child.stdin.write(`${JSON.stringify(request)}\n`)
            }),
        ),
      )
    },
    close: () => child.kill(),
  }
}
