// One turn of a program: a process of its own that runs `run()` of it over and over for a while.
import { fileURLToPath } from 'node:url'
import { runProgram } from '@pellucid/oracle'

const harness = fileURLToPath(new URL('harness.py', import.meta.url))

/** Seconds: the first run by the clock, the best by the clock, the best by the processor. */
export interface Times {
  readonly first: number
  readonly wall: number
  readonly cpu: number
}

/** What the harness printed, or why it did not. */
export type Turn = { readonly times: Times; readonly result: string } | string

/** Run the program under `command` for about `seconds`, at least three times. */
export async function takeTurn(command: readonly string[], path: string, seconds: number): Promise<Turn> {
  const { stdout, stderr, status } = await runProgram(command, { args: [harness, path, String(seconds)], timeout: 120_000 })
  const [figures, result] = stdout.split('\n')
  if (status !== 0 || figures === undefined || result === undefined) return stderr.trim().split('\n').at(-1) ?? `status ${status}`
  const [first, wall, cpu] = figures.split(' ').map(Number) as [number, number, number]
  return { times: { first, wall, cpu }, result }
}

/** The best of all turns, figure by figure: what the machine does when nothing disturbs it. */
export function best(turns: readonly Times[]): Times {
  const least = (figure: keyof Times): number => Math.min(...turns.map((times) => times[figure]))
  return { first: least('first'), wall: least('wall'), cpu: least('cpu') }
}
