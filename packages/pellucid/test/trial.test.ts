// An attempt at a program leaves no trace until it stands; what would leave one ends it, and no `except` sees that.
import { findLibrary, readArchive } from '@pellucid/stdlib/node'
import { boot, createInterpreter, memoryHost, runMain } from '@pellucid/vm'
import { describe, expect, it, vi } from 'vitest'
import { convertError } from '../src/convert-error.ts'
import { frontend } from '../src/frontend.ts'
import { frozenFrom } from '../src/frozen.ts'
import { settingsOf } from '../src/interpreter.ts'
import { installAstTools, pellucidModules } from '../src/modules/index.ts'
import { codec, inTurns } from '../src/ports.ts'
import { Trial, TrialOver } from '../src/node/trial.ts'

vi.setConfig({ testTimeout: 60_000 })

const library = readArchive(findLibrary().path)
const kept = new Map<string, Uint8Array>()
const store = { get: (key: string) => kept.get(key), set: (key: string, bytes: Uint8Array) => void kept.set(key, bytes) }
const decoder = new TextDecoder()

function attempt(source: string): { trial: Trial; written: string[]; ended: unknown } {
  const trial = new Trial()
  const written: string[] = []
  const stream = (name: string) => (bytes: Uint8Array) => void written.push(`${name}: ${decoder.decode(bytes)}`)
  const host = memoryHost({
    mounts: [{ path: '/lib/python3.13', names: library.names, read: (name) => library.read(name) }],
    stdout: stream('out'), stderr: stream('err'), stdin: () => new Uint8Array(0),
  })
  let ended: unknown
  try {
    const py = createInterpreter({
      settings: settingsOf({ library, hashSeed: 0 }), host: trial.host(host), frontend, codec, scheduler: inTurns, frozen: frozenFrom({ readEntry: (name) => library.read(name) }, store), modules: pellucidModules,
    })
    py.interpreter.convertError = convertError
    installAstTools(py)
    trial.watch(py)
    boot(py)
    runMain({ kind: 'command', text: source }, py)
  } catch (caught) {
    ended = caught
  }
  return { trial, written, ended }
}

it('holds output back until the attempt stands, in order', () => {
  const { trial, written } = attempt(`
import sys
print('one')
print('two', file=sys.stderr)
print('three')
print('four')
`)
  expect(written).toEqual([])
  expect(trial.over).toBe(false)
  expect(trial.commit()).toBe('all')
  expect(written).toEqual(['out: one\n', 'err: two\n', 'out: three\nfour\n'])
})

it('reads files, and asks what time it is', () => {
  const { trial, written, ended } = attempt(`
import os, time
with open(os.__file__) as file: print(file.readline().strip())
print(time.time() > 0, os.getcwd(), os.path.exists('/nowhere'), time.sleep(0))
`)
  expect(ended).toBeUndefined()
  trial.commit()
  expect(written).toEqual(['out: r"""OS routines for NT or Posix depending on what system we\'re on.\nTrue / False None\n'])
})

describe('ends at', () => {
  it.each([
    ['a file to write', "open('/tmp/x', 'w')"],
    ['a change of files', "import os; os.mkdir('/tmp/y')"],
    ['input', 'input()'],
    ['sleep', 'import time; time.sleep(60)'],
    ['a pipe', 'import os; os.pipe()'],
    ['a stream that is closed', 'import os; os.close(1)'],
    ['signals', 'import os; os.kill(os.getpid(), 2)'],
    ['much output', "print('x' * 100_000)"],
    ['where its output went', "import os; print('x', flush=True); os.fstat(1)"],
    ['more than one path may show', 'import os; os.umask(0)'],
  ])('%s', (_, statement) => {
    const { trial, ended } = attempt(`
while True:
    try:
        ${statement}
    except BaseException as error:
        print('caught', error)
    else:
        break
`)
    expect(trial.over).toBe(true)
    expect(ended).toBeInstanceOf(TrialOver)
  })
})

it('closes what it opened when it is dropped', () => {
  const trial = new Trial()
  const real = memoryHost({ mounts: [{ path: '/a', names: ['x'], read: () => new Uint8Array(3) }] })
  const { files } = trial.host(real)
  const fd = files.open('/a/x', 0, 0)
  expect(real.files.fstat(fd).size).toBe(3)
  trial.drop()
  expect(() => real.files.fstat(fd)).toThrow()
})
