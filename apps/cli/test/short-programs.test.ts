// A program that was short is tried on the main thread next time: nobody can tell, but by the time that it takes.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { builtCommand } from './built-command.ts'

vi.setConfig({ testTimeout: 60_000 })

const { folder, file, environment } = builtCommand('short', () => {
  for (const round of [1, 2]) expect(run(`print(${round})`).stdout).toBe(`${round}\n`)
})

function run(source: string, input = ''): { stdout: string; stderr: string; status: number | null; signal: string | null } {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [file, '-c', source], { cwd: folder, encoding: 'utf8', input, env: environment })
  return { stdout, stderr, status, signal }
}

it.runIf(process.platform === 'linux')('spares the worker the second time', () => {
  const source = "import os; print(len(os.listdir('/proc/self/task')))"
  const [first, second, third] = [run(source), run(source), run(source)].map(({ stdout }) => Number(stdout))
  expect(second).toBeLessThan(first as number)
  expect(third).toBe(second)
})

describe('is the same each time:', () => {
  it.each([
    ['output on both streams', "import sys; print('a'); print('b', file=sys.stderr); print('c')"],
    ['an exception', "def f(x): return x / 0\nf(1)"],
    ['a status', "import sys, atexit; atexit.register(print, 'bye'); sys.exit(3)"],
    ['an interrupt', 'raise KeyboardInterrupt'],
    ['deep recursion', "def f(n): return f(n - 1) + 1 if n else 0\nprint(f(900))\nf(2000)"],
    ['recursion through native code', 'class A:\n  def __getattr__(self, name): return getattr(A(), name + "x")\ntry: A().x\nexcept RecursionError as e: print(e)'],
    ['nesting', "import json\ntry: json.loads('[' * 100_000)\nexcept RecursionError as e: print(e)"],
    ['source that nests', "try: eval('(' * 150 + ')' * 150)\nexcept SyntaxError as e: print(e)"],
    ['input', 'print(input().upper())'],
    ['a signal', 'import os, signal\nsignal.signal(signal.SIGUSR1, lambda *a: print(a[0]))\nos.kill(os.getpid(), signal.SIGUSR1)'],
    ['a child', "import subprocess, sys; print(subprocess.run(['echo', 'hi'], capture_output=True).stdout)"],
    ['threads', "import threading\nt = threading.Thread(target=print, args=('in',)); t.start(); t.join()"],
    ['sleep', "import time; print('before', flush=True); time.sleep(.01); print('after')"],
    ['a time zone', "import os, time; os.environ['TZ'] = 'EST5EDT'; time.tzset(); print(time.tzname, time.localtime(0).tm_hour)"],
    ['long work', 'print(sum(i * i for i in range(300_000)))'],
    ['a stream that is shut', "import os; os.close(1); print('x')"],
  ])('%s', (_, source) => {
    const first = run(source, 'typed\n')
    for (let round = 0; round < 2; round++) expect(run(source, 'typed\n')).toEqual(first)
  })
})

it('does what a program does once', () => {
  const lines = join(folder, 'lines')
  const source = `with open(${JSON.stringify(lines)}, 'a') as out: out.write('line\\n')\nprint('done')`
  for (let round = 1; round <= 4; round++) {
    expect(run(source).stdout).toBe('done\n')
    expect(readFileSync(lines, 'utf8')).toBe('line\n'.repeat(round))
  }
})
