// The main thread of a running program. Python runs in a worker, because a worker's JavaScript stack may be large
// and because only a thread that is not running Python can hear Ctrl-C. See docs/adr/0002-a-program-runs-in-a-worker.md.
import { recallRun } from 'pellucid/cache'
import type { Answer, Message, News } from './channel.ts'
import type { SignalEars } from './signal-ears.ts'

const inspectors = new Set(['tokens', 'ast', 'symtable', 'dis', 'compile', 'pyc', 'pipeline', 'help'])

/** Commands that only look at programs need neither a deep stack nor Ctrl-C: they run on the main thread. */
export const inspects = (args: readonly string[]): boolean => args[0] !== undefined && inspectors.has(args[0])

/** Room for CPython's recursion limits through native calls: address space, used only as far as it is needed. */
const STACK_MEGABYTES = 256

/** Four words: see channel.ts. */
const WORDS_SIZE = 16
const SIGINT = 2

/** End as `python` does: by the signal itself after an uncaught KeyboardInterrupt, so that shells stop their scripts. */
function end(status: number, interrupted: boolean): void {
  if (!interrupted || process.platform === 'win32') process.exit(status)
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
  // The signal comes to a thread of the system's choice; should it be blocked, the status is a shell's.
  setTimeout(() => process.exit(130), 100)
}

/** How a program ended on this thread; undefined: it has to be run in a worker. */
type Attempt = () => Promise<{ readonly status: number; readonly interrupted: boolean } | undefined>

/**
 * Run the command, and end with its status: in a worker, or on this thread, which is quicker, if it was short last time.
 * See docs/adr/0006-a-short-program-is-tried-first.md.
 */
export function start(program: string, attempt: Attempt): void {
  const run = recallRun(process.argv.slice(2))
  const inWorker = (): void => supervise(program, () => run.length === undefined && run.remember('short'))
  if (run.length !== 'short') return inWorker()
  void attempt().catch(() => undefined).then((ending) => {
    if (ending !== undefined) return end(ending.status, ending.interrupted)
    run.remember('long')
    supervise(program)
  })
}

/**
 * Run the command in a worker, and end with its status. A text is the worker's program itself, a URL names its file.
 * V8's flags stay as they are: once one is set, the worker finds the compiled form of Node's own modules stale.
 */
export function supervise(program: string | URL, onShort?: () => void): void {
  const threads = process.getBuiltinModule('node:worker_threads')
  const words = new Int32Array(new SharedArrayBuffer(WORDS_SIZE))
  const worker = new threads.Worker(program, {
    eval: typeof program === 'string',
    argv: process.argv.slice(2),
    env: threads.SHARE_ENV,
    workerData: { words },
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxOldGenerationSizeMb: 8192, maxYoungGenerationSizeMb: 64 },
    trackUnmanagedFds: false,
  })
  const tell = (signal: number): void => {
    Atomics.or(words, 2 + (signal >> 5), 1 << (signal & 31))
    Atomics.store(words, 0, 1)
    Atomics.notify(words, 0)
  }
  process.on('SIGINT', () => tell(SIGINT))
  const reply = (answer: Answer): void => {
    worker.postMessage(answer)
    Atomics.store(words, 1, 1)
    Atomics.notify(words, 1)
  }
  const inform = (news: News): void => {
    worker.postMessage(news)
    Atomics.notify(words, 0)
  }
  let ears: Promise<SignalEars> | undefined
  const withEars = (use: (made: SignalEars) => void): void =>
    void (ears ??= import('./signal-ears.ts').then(({ SignalEars }) => new SignalEars(tell))).then(use)
  worker.on('message', (message: Message) => {
    if (message.kind === 'end') {
      if (message.short) onShort?.()
      end(message.status, message.interrupted)
    }
    else if (message.kind === 'line') void import('./line-editor.ts').then(({ editLine }) => editLine(message.prompt, reply))
    else if (message.kind === 'child') void import('./children.ts').then(({ startChild }) => startChild(message.child, reply, (end) => inform({ kind: 'ended', end })))
    else if (message.kind === 'signal') withEars((made) => reply({ kind: 'signal', known: made.listen(message.signal, message.how) }))
    else withEars((made) => made.timer(message.milliseconds, message.interval))
  })
  worker.on('error', (error) => {
    process.stderr.write(`pellucid: internal error\n${error.stack ?? String(error)}\n`)
    process.exit(70)
  })
  worker.on('exit', (status) => process.exit(status))
}
