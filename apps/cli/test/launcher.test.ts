// The command's two files: what it leaves in the user's cache folder serves the next start, and may be damaged.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
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

/** Starts of one program, a few at most: whether it was short depends on how busy the machine is. */
const startUntil = (done: () => boolean, word: string): void => {
  const program = join(folder, `${word}.py`)
  writeFileSync(program, `print('${word}')`)
  for (let round = 0; round < 6 && !done(); round++) expect(start(program)).toBe(`${word}\n`)
  expect(done()).toBe(true)
}

it('keeps the text and the compiled form of a program that runs, once', () => {
  const files = [...kept('.js'), ...kept('-run-core.v8')]
  expect(files).toHaveLength(2)
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
  const [file] = kept('-run-core.v8')
  const { size } = statSync(file as string)
  rmSync(file as string)
  expect(start('--version')).toMatch(/^Python 3/)
  expect(kept('-run-core.v8')).toEqual([])
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
  expect(kept('.v8').map((file) => file.replace(/.*-(run|try)-/, ''))).toEqual(['core.v8', 'machine.v8'])
})

it('where a program is tried, keeps what it ran to its end', () => {
  for (const file of kept('.v8')) rmSync(file)
  // In a worker; then, as it was short, on the main thread, with the worker's form and then with its own.
  startUntil(() => kept('-try-machine.v8').length > 0, 'tried')
  const [run, tried] = ['run', 'try'].map((kind) => statSync(kept(`-${kind}-machine.v8`)[0] as string))
  expect(tried?.size).toBeGreaterThan(run?.size ?? 0)
  expect(start(join(folder, 'tried.py'))).toBe('tried\n')
  expect(statSync(kept('-try-machine.v8')[0] as string).ino).toBe(tried?.ino)
})

it('takes a module of the current folder before the library\'s, also one that -c imports by itself', () => {
  const here = join(folder, 'shadows')
  mkdirSync(here)
  const run = (): string => execFileSync(process.execPath, [command, '-c', 'print(8)'], { encoding: 'utf8', cwd: here, env: environment })
  expect(run()).toBe('8\n')
  writeFileSync(join(here, 'linecache.py'), 'print("mine")\n_register_code = print\n')
  expect(run()).toMatch(/^mine\n.*\n8\n$/s)
})

it('keeps nothing of another build, whatever the times and sizes of its files', () => {
  const other = join(folder, 'other')
  mkdirSync(other)
  const stamp = readFileSync(join(folder, 'pellucid.pack')).subarray(0, 16).toString()
  const [launcher, pack] = [command, join(folder, 'pellucid.pack')].map((file) => readFileSync(file, 'latin1').replaceAll(stamp, '0123456789abcdef'))
  const files = [join(other, 'pellucid.cjs'), join(other, 'pellucid.pack')]
  const frozen = (): string[] => readdirSync(join(other, 'pellucid', 'frozen'))
  writeFileSync(files[0] as string, launcher as string, 'latin1')
  writeFileSync(files[1] as string, pack as string, 'latin1')
  for (const file of files) utimesSync(file, 500_000_000, 500_000_000)
  const run = (): string => execFileSync(process.execPath, [files[0] as string, '-c', 'print(7)'], { encoding: 'utf8', stdio: 'pipe', env: { ...environment, XDG_CACHE_HOME: other } })
  expect(run()).toBe('7\n')
  expect(frozen()).toHaveLength(1)
  // An update in the same place.
  writeFileSync(files[0] as string, (launcher as string).replaceAll('0123456789abcdef', 'fedcba9876543210'), 'latin1')
  expect(() => run()).toThrow('is of another build')
  writeFileSync(files[1] as string, (pack as string).replace('0123456789abcdef', 'fedcba9876543210'), 'latin1')
  for (const file of files) utimesSync(file, 500_000_000, 500_000_000)
  expect(run()).toBe('7\n')
  expect(frozen()).toHaveLength(2)
})

it.each(['.js', '-run-core.v8', '-run-machine.v8', '-try-machine.v8'])('starts with a damaged %s, and mends it', (ending) => {
  const [file] = kept(ending)
  const { size, ino } = statSync(file as string)
  truncateSync(file as string, 1000)
  startUntil(() => statSync(file as string).size > size / 2, ending)
  expect(statSync(file as string).ino).not.toBe(ino)
})

it('commands that only look have a compiled form of their own', () => {
  writeFileSync(join(folder, 'x.py'), 'x = 1\n')
  for (let round = 0; round < 2; round++) expect(start('tokens', join(folder, 'x.py'))).toMatch(/^0,0-0,0: +ENCODING/)
  expect(kept('-look-core.v8')).toHaveLength(1)
  expect(kept('-look-inspect.v8')).toHaveLength(1)
  expect(kept('-run-core.v8')).toHaveLength(1)
})

it('says where an error of its own comes from by the names of the source', () => {
  const preload = join(folder, 'break.cjs')
  writeFileSync(preload, "if (!require('node:worker_threads').isMainThread) String.prototype.lastIndexOf = () => { throw new Error('broken') }")
  const { status, stderr } = spawnSync(process.execPath, [command, '-c', 'print(1)'], {
    encoding: 'utf8',
    env: { ...environment, NODE_OPTIONS: `--require=${preload}` },
  })
  expect(status).toBe(70)
  expect(stderr).toMatch(/^pellucid: internal error\nError: broken\n/)
  expect(stderr).toMatch(/ at defineType \(.*machine:/)
})
