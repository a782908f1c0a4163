// Running a program.
import type { Configuration } from './environment.ts'
import { Failure } from './failure.ts'

/** Runs what `configuration` says; answers the exit status. */
export function run(_configuration: Configuration, _args: readonly string[]): number {
  throw new Failure('pellucid: this build looks at programs and does not run them', 1)
}
