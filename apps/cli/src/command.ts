// The command itself. What only looks at programs is loaded when asked for, so that running one starts fast.
import type { Ending } from 'pellucid/node'
import { endProcess, keepCompiledForm, say } from './channel.ts'
import { readCommandLine } from './command-line.ts'
import { configure } from './environment.ts'
import { Failure } from './failure.ts'
import { environmentHelp, usage, versionDetails, versionLine, xOptionsHelp } from './help.ts'

async function main(args: readonly string[]): Promise<Ending> {
  const line = readCommandLine(args)
  switch (line.action) {
    case 'help':
      return told(usage)
    case 'help-env':
      return told(environmentHelp)
    case 'help-xoptions':
      return told(xOptionsHelp)
    case 'help-all':
      return told(`${usage}\n${environmentHelp}\n${xOptionsHelp}`)
    case 'version':
      return told(`${line.versionDetail > 1 ? versionDetails : versionLine}\n`)
    case 'run': {
      const { run } = await import('./run.ts')
      return run(configure(line, process.env), args)
    }
  }
}

function told(text: string): Ending {
  say(1, text)
  return { status: 0, interrupted: false, short: false, small: false }
}

/** Run the program that the arguments mean on this thread; undefined if it has to be run by `obey`, on one that can do more. */
export async function attempt(args: readonly string[]): Promise<Ending | undefined> {
  const line = readCommandLine(args)
  if (line.action !== 'run') return undefined
  const { tryRun } = await import('./run.ts')
  const ending = tryRun(configure(line, process.env), args)
  if (ending !== undefined) keepCompiledForm('end')
  if (ending?.small === true) keepCompiledForm('small')
  return ending
}

/** Makes the names in a stack those of the source, where the command is bundled (launcher.cjs). */
const readable = Symbol.for('pellucid.readable')

/** What is said of an error, and the status for it. */
const failed = (end: (status: number) => void) => (error: unknown): void => {
  // Left alone, it is the thread's uncaught error.
  if (!(error instanceof Failure)) {
    const names = (globalThis as { [readable]?: (stack: string) => string })[readable]
    if (error instanceof Error && error.stack !== undefined && names !== undefined) error.stack = names(error.stack)
    setImmediate(() => { throw error })
  } else {
    say(2, `${error.message}\n`)
    end(error.status)
  }
}

/** Obey the arguments, then end the process. */
export function obey(args: readonly string[]): void {
  main(args).then(({ status, interrupted, short }) => endProcess(status, interrupted, short), failed(endProcess))
}

/** Obey arguments that only look at a program, on the main thread. */
export function look(args: readonly string[]): void {
  const end = (status: number): void => {
    process.exitCode = status
    keepCompiledForm('ready')
    keepCompiledForm('end')
  }
  import('./inspect/index.ts').then(({ inspect }) => inspect(args)).then(end, failed(end))
}
