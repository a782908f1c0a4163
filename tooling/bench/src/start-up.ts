// Start-up by itself: hello.py from spawn to exit, against an empty Node and native CPython, in turns.
import { fileURLToPath } from 'node:url'
import { runProgram } from '@pellucid/oracle'
import { median } from './table.ts'

/** Milliseconds, medians. */
export interface StartUp {
  readonly hello: number
  readonly node: number
  readonly cpython: number
}

async function elapsed(command: readonly string[]): Promise<number> {
  const started = performance.now()
  await runProgram(command, { args: [] })
  return performance.now() - started
}

/** Time from spawn to exit, with warm caches. */
export async function startUp(python: string, built: string, rounds = 31): Promise<StartUp> {
  const hello = fileURLToPath(new URL('../../../examples/hello.py', import.meta.url))
  const empty = fileURLToPath(new URL('empty.mjs', import.meta.url))
  const commands = { hello: [process.execPath, built, hello], node: [process.execPath, empty], cpython: [python, hello] }
  const times = { hello: [] as number[], node: [] as number[], cpython: [] as number[] }
  for (let round = -1; round < rounds; round++) {
    for (const name of ['hello', 'node', 'cpython'] as const) {
      const time = await elapsed(commands[name])
      if (round >= 0) times[name].push(time)
    }
  }
  return { hello: median(times.hello), node: median(times.node), cpython: median(times.cpython) }
}

export function showStartUp({ hello, node, cpython }: StartUp): string {
  return `hello.py, spawn to exit: ${hello.toFixed(0)} ms = empty node ${node.toFixed(0)} ms + ${(hello - node).toFixed(0)} ms; CPython ${cpython.toFixed(0)} ms`
}
