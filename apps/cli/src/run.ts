// Running a program: the configuration goes to the interpreter, its exit status comes back.
import { runCommandLine } from 'pellucid/node'
import type { Configuration } from './environment.ts'

/** Runs what `configuration` says; answers the exit status. */
export function run(configuration: Configuration, args: readonly string[]): number {
  const program = configuration.program ?? { kind: 'stdin' as const }
  return runCommandLine({ ...configuration, program, origArgv: [process.argv[1] ?? 'pellucid', ...args] })
}
