// The command's two files: what it leaves in the user's cache folder serves the next start, and may be damaged.
import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { builtCommand } from './built-command.ts'

vi.setConfig({ testTimeout: 60_000 })

const { folder, file: command, environment } = builtCommand('launcher', () => {
  // The first start fills the caches, the second keeps what V8 compiled.
  for (const round of [1, 2]) expect(start('-c', `print(${round})`)).toBe(`${round}\n`)
})
const cache = join(folder, 'pellucid')

const start = (...args: string[]): string =>
  execFileSync(process.execPath, [command, ...args], { encoding: 'utf8', env: environment })
const kept = (ending: string): string[] => readdirSync(cache).filter((name) => name.endsWith(ending)).map((name) => join(cache, name))

it('keeps the text and the compiled form of a program that runs, once', () => {
  const files = [...kept('.js'), ...kept('-run.v8')]
  expect(files).toHaveLength(3)
  const written = files.map((file) => statSync(file).ino)
  expect(start('-c', 'import json; print(json.dumps([3]))')).toBe('[3]\n')
  expect(start('-c', 'print(4)')).toBe('4\n')
  expect(files.map((file) => statSync(file).ino)).toEqual(written)
})

it('reads what few programs need when one needs it, and keeps its compiled form too', () => {
  const source = "import array; print(array.array('b', [1]))"
  expect(kept('-run-array.v8')).toEqual([])
  expect(start('-c', source)).toBe("array('b', [1])\n")
  const [file] = kept('-run-array.v8')
  const { ino } = statSync(file as string)
  expect(start('-c', source)).toBe("array('b', [1])\n")
  expect(statSync(file as string).ino).toBe(ino)
})

it('keeps what a small program needs, whichever program comes first', () => {
  const [file] = kept('-run.v8')
  const { size } = statSync(file as string)
  rmSync(file as string)
  expect(start('--version')).toMatch(/^Python 3/)
  expect(kept('-run.v8')).toEqual([])
  expect(start('-c', 'import unittest; print(6)')).toBe('6\n')
  expect(statSync(file as string).size).toBeGreaterThan(size * 0.98)
  expect(statSync(file as string).size).toBeLessThan(size * 1.02)
})

it('a small program needs none of it but the machine', () => {
  const program = join(folder, 'small.py')
  writeFileSync(program, "import sys; print('small', len(sys.argv))")
  expect(start(program)).toBe('small 1\n')
  // Its code is kept: neither parser nor compiler is read.
  for (const file of kept('.v8')) rmSync(file)
  expect(start(program)).toBe('small 1\n')
  expect(kept('.v8').map((file) => file.replace(/.*?-x64|.*?-arm64/, ''))).toEqual(['-run-machine.v8', '-run.v8'])
})

it.each(['.js', '-late.js', '-run.v8', '-run-machine.v8'])('starts with a damaged %s, and mends it', (ending) => {
  const file = kept(ending).find((path) => ending === '-late.js' || !path.endsWith('-late.js'))
  const { size, ino } = statSync(file as string)
  truncateSync(file as string, 1000)
  expect(start('-c', 'print(5)')).toBe('5\n')
  expect(statSync(file as string).size).toBeGreaterThan(size / 2)
  expect(statSync(file as string).ino).not.toBe(ino)
})

it('commands that only look have a compiled form of their own', () => {
  writeFileSync(join(folder, 'x.py'), 'x = 1\n')
  for (let round = 0; round < 2; round++) expect(start('tokens', join(folder, 'x.py'))).toMatch(/^0,0-0,0: +ENCODING/)
  expect(kept('-look.v8')).toHaveLength(1)
  expect(kept('-look-inspect.v8')).toHaveLength(1)
  expect(kept('-run.v8')).toHaveLength(1)
})
