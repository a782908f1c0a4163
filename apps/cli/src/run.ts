// Running a program: the configuration goes to the interpreter, its exit status comes back.
import { FatalError, isTerminal, LibraryNotFound, runCommandLine, tryCommandLine, type CommandLineConfig, type Ending } from 'pellucid/node'
import { askLine, canEdit, interrupted, keepCompiledForm, outside, waitForInterrupt } from './channel.ts'
import type { Configuration } from './environment.ts'
import { Failure } from './failure.ts'
import { pellucidVersion } from './help.ts'

const ready = (): void => keepCompiledForm('ready')

const configOf = (configuration: Configuration, args: readonly string[]): CommandLineConfig => ({
  ...configuration,
  program: configuration.program ?? { kind: 'stdin' },
  origArgv: [process.argv[1] ?? 'pellucid', ...args],
  banner: `Pellucid ${pellucidVersion}`,
})

/** As `run`, on a thread that can do little; undefined if that was not enough. */
export const tryRun = (configuration: Configuration, args: readonly string[]): Ending | undefined =>
  tryCommandLine(configOf(configuration, args), ready)

/** Runs what `configuration` says; answers how it ended. */
export function run(configuration: Configuration, args: readonly string[]): Ending {
  try {
    return runCommandLine(
      configOf(configuration, args),
      {
        interrupted,
        wait: waitForInterrupt,
        ready,
        ...outside(),
        ...(canEdit(isTerminal) && { editLine: askLine }),
      },
    )
  } catch (error) {
    if (error instanceof FatalError) throw new Failure(error.message, 1)
    if (error instanceof LibraryNotFound) throw new Failure(`pellucid: ${error.message}`, 1)
    throw error
  }
}
