// What interpreters make of programs: all they print, and how they end.
import { fileURLToPath } from 'node:url'
import { findPython } from '@pellucid/oracle'
import { answersOf, type Command } from '../answers.ts'
import { firstDifference } from '../difference.ts'
import { machine } from '../machine.ts'
import { prelude } from './program.ts'

const probe = fileURLToPath(new URL('../../probes/generated/run.py', import.meta.url))
/** Milliseconds that a program may take. */
const patience = 120_000

/** The ways our machine runs a program. */
export const ways = ['off', 'default', 'always'] as const
export type Way = (typeof ways)[number] | 'cpython'

/** A program's name and its text, without the prelude. */
export type Program = readonly [name: string, text: string]

function commandOf(way: Way): Command {
  if (way === 'cpython') return [findPython()!]
  return way === 'default' ? machine() : [...machine(), '-X', `jit=${way}`]
}

/** What each program did: JSON of stdout, stderr and exit status, or that it hangs. */
export function outcomes(way: Way, programs: readonly Program[], quiet = way === 'cpython' ? patience / 4 : patience): Promise<string[]> {
  const rows = programs.map(([name, text]) => JSON.stringify([name, prelude + text]))
  return answersOf(commandOf(way), probe, rows, quiet)
}

/** Whether a program came to an end. */
export const ended = (outcome: string): boolean => outcome.startsWith('[')

/** For a person: where two outcomes part. */
export function explain(ours: string, cpython: string): string {
  if (!ended(ours)) return `    ours     ${ours}`
  const [mine, theirs] = [JSON.parse(ours), JSON.parse(cpython)] as [string, string, number][]
  for (const [at, stream] of ['stdout', 'stderr'].entries()) {
    const difference = firstDifference(String(mine![at]), String(theirs![at]))
    if (difference === undefined) continue
    return `    ${stream} line ${difference.line}\n    ours     ${difference.ours}\n    cpython  ${difference.cpython}`
  }
  return `    status   ${mine![2]}, CPython's ${theirs![2]}`
}
