// A program's code is kept with its text, and serves for that text alone.
import { beforeEach, expect, it } from 'vitest'
import { dumpsCode } from '@pellucid/marshal'
import type { CodeObject } from '@pellucid/opcode-spec'
import type { CompileOptions } from '@pellucid/vm'
import { compileForMachine } from '../src/frontend.ts'
import { keepingPrograms } from '../src/node/kept-programs.ts'

const program: CompileOptions = { mode: 'exec', flags: 0, optimize: 0, origin: 'file', isProgram: true }
const kept = new Map<string, Uint8Array>()
let compiled = 0

const compile = keepingPrograms((...args) => {
  compiled++
  return compileForMachine(...args)
}, { get: (key) => kept.get(key), set: (key, bytes) => void kept.set(key, bytes) })

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

beforeEach(() => {
  kept.clear()
  compiled = 0
})

it('compiles a program once, and answers equal code', () => {
  const source = bytes('def f(x=1.5):\n    return [x, "é\U0001F40D", b"\\0", ...]\n')
  const [first, second] = [compile(source, 'a.py', program), compile(source, 'a.py', program)]
  expect(compiled).toBe(1)
  expect(dumpsCode(second as CodeObject)).toEqual(dumpsCode(first as CodeObject))
})

it('compiles again what differs in text, name, level or kind', () => {
  const source = bytes('x = 1\n')
  compile(source, 'a.py', program)
  compile(bytes('x = 2\n'), 'a.py', program)
  expect(compile(source, 'a.py', program).consts).toContain(1)
  compile(source, 'b.py', program)
  compile(source, 'a.py', { ...program, optimize: 2 })
  compile('x = 1\n', 'a.py', program)
  expect(compiled).toBe(6)
})

it('takes half a character, which no program may have, for no other one', () => {
  compile('x = "\ufffd"\n', '<string>', program)
  expect(() => compile('x = "\ud800"\n', '<string>', program)).toThrow('surrogates not allowed')
})

it('warns each time, and raises each time', () => {
  const warnings: string[] = []
  const telling: CompileOptions = { ...program, onWarning: ({ message }) => void warnings.push(message) }
  for (let round = 0; round < 2; round++) {
    compile(bytes('assert (1, "x")\n'), 'a.py', telling)
    expect(() => compile(bytes('x = = 1\n'), 'b.py', program)).toThrow('invalid syntax')
  }
  expect(warnings).toHaveLength(2)
  expect(compiled).toBe(4)
})

it('compiles what is no program each time, and a long one', () => {
  const { isProgram: _, ...other } = program
  for (const source of ['x = 1\n', 'x = 1\n']) compile(source, 'a.py', other)
  const long = `${'x = 1\n'.repeat(20_000)}`
  for (const source of [long, long]) compile(source, 'a.py', program)
  expect(compiled).toBe(4)
})

it('compiles again where the file is damaged', () => {
  compile(bytes('x = 1\n'), 'a.py', program)
  for (const [key, file] of kept) kept.set(key, file.subarray(0, 12))
  expect(compile(bytes('x = 1\n'), 'a.py', program).consts).toContain(1)
  expect(compiled).toBe(2)
})
