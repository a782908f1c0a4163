// The main thread of a running program. Python runs in a worker, because a worker's JavaScript stack may be large
// and because only a thread that is not running Python can hear Ctrl-C. See docs/adr/0002-a-program-runs-in-a-worker.md.
import { SHARE_ENV, Worker } from 'node:worker_threads'
import type { Answer, Message } from './channel.ts'

const inspectors = new Set(['tokens', 'ast', 'symtable', 'dis', 'compile', 'pyc', 'pipeline', 'help'])

/** Commands that only look at programs need neither a deep stack nor Ctrl-C: they run on the main thread. */
export const inspects = (args: readonly string[]): boolean => args[0] !== undefined && inspectors.has(args[0])

/** Room for CPython's recursion limits through native calls: address space, used only as far as it is needed. */
const STACK_MEGABYTES = 256

/** End as `python` does: by the signal itself after an uncaught KeyboardInterrupt, so that shells stop their scripts. */
function end(status: number, interrupted: boolean): void {
  if (!interrupted || process.platform === 'win32') process.exit(status)
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
  // The signal comes to a thread of the system's choice; should it be blocked, the status is a shell's.
  setTimeout(() => process.exit(130), 100)
}

/**
 * Run the command in a worker, and end with its status. A text is the worker's program itself, a URL names its file.
 * V8's flags stay as they are: once one is set, the worker finds the compiled form of Node's own modules stale.
 */
export function supervise(program: string | URL): void {
  const words = new Int32Array(new SharedArrayBuffer(8))
  const worker = new Worker(program, {
    eval: typeof program === 'string',
    argv: process.argv.slice(2),
    env: SHARE_ENV,
    workerData: { words },
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: 8192, maxYoungGenerationSizeMb: 64 },
    trackUnmanagedFds: false,
  })
  process.on('SIGINT', () => {
    Atomics.store(words, 0, 1)
    Atomics.notify(words, 0)
  })
  const reply = (answer: Answer): void => {
    worker.postMessage(answer)
    Atomics.store(words, 1, 1)
    Atomics.notify(words, 1)
  }
  worker.on('message', (message: Message) => {
    if (message.kind === 'end') end(message.status, message.interrupted)
    else void import('./line-editor.ts').then(({ editLine }) => editLine(message.prompt, reply))
  })
  worker.on('error', (error) => {
    process.stderr.write(`pellucid: internal error\n${error.stack ?? String(error)}\n`)
    process.exit(70)
  })
  worker.on('exit', (status) => process.exit(status))
}
