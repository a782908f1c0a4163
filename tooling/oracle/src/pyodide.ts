// CPython 3.13 compiled to wasm, in a worker: what is asked when no native CPython is found.
import { Worker } from 'node:worker_threads'
import type { Backend } from './native.ts'
import type { OracleAnswer, ProgramRequest, ProgramResult } from './request.ts'

interface Reply {
  id: number
  value: unknown
  error?: string
}

export interface PyodideBackend extends Backend {
  run(request: ProgramRequest): Promise<ProgramResult>
}

/** Starts pyodide; the first answer waits for it to load, about two seconds. */
export function startPyodide(): PyodideBackend {
  const worker = new Worker(new URL('pyodide-worker.mjs', import.meta.url), { execArgv: [] })
  worker.unref()
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  worker.on('message', (reply: Reply) => {
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
    if (waiting.size === 0) worker.unref()
  })
  const post = <T>(message: object) =>
    new Promise<T>((resolve, reject) => {
      const id = ++last
      worker.ref()
      waiting.set(id, ({ value, error }) => (error === undefined ? resolve(value as T) : reject(new Error(error))))
      worker.postMessage({ id, ...message })
    })
  return {
    kind: 'pyodide',
    ask: (requests) => post<OracleAnswer[]>({ requests }),
    run: (program) => post<ProgramResult>({ program }),
    close: () => void worker.terminate(),
  }
}
