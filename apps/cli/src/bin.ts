// The command. What only looks at programs is loaded when asked for, so that running one starts fast.
import { readCommandLine } from './command-line.ts'
import { configure } from './environment.ts'
import { Failure } from './failure.ts'
import { environmentHelp, usage, versionDetails, versionLine, xOptionsHelp } from './help.ts'

const inspectors = new Set(['tokens', 'ast', 'symtable', 'dis', 'compile', 'pyc', 'pipeline', 'help'])

async function main(args: readonly string[]): Promise<number> {
  if (args[0] !== undefined && inspectors.has(args[0])) {
    const { inspect } = await import('./inspect/index.ts')
    return inspect(args)
  }
  const line = readCommandLine(args)
  switch (line.action) {
    case 'help':
      return say(usage)
    case 'help-env':
      return say(environmentHelp)
    case 'help-xoptions':
      return say(xOptionsHelp)
    case 'help-all':
      return say(`${usage}\n${environmentHelp}\n${xOptionsHelp}`)
    case 'version':
      return say(`${line.versionDetail > 1 ? versionDetails : versionLine}\n`)
    case 'run': {
      const { run } = await import('./run.ts')
      return run(configure(line, process.env), args)
    }
  }
}

function say(text: string): number {
  process.stdout.write(text)
  return 0
}

// A reader that goes away (`pellucid dis x.py | head`) is no mistake of ours.
process.stdout.on('error', (error: { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
})

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.status
  },
)
