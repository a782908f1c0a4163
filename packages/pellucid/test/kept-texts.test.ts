// Texts that the library evaluates are compiled once, also by later processes.
import { beforeEach, expect, it } from 'vitest'
import { dumpsCode } from '@pellucid/marshal'
import type { CodeObject } from '@pellucid/opcode-spec'
import type { CompileOptions } from '@pellucid/vm'
import { compileForMachine } from '../src/frontend.ts'
import { KeptTexts } from '../src/node/kept-texts.ts'

const text: CompileOptions = { mode: 'eval', flags: 0, optimize: 0, byLibrary: true }
const files = new Map<string, Uint8Array>()
let compiled = 0
let written = 0

/** What a process does: compile, end. */
function run(...texts: readonly (readonly [source: string, options?: Partial<CompileOptions>, filename?: string])[]): CodeObject[] {
  const kept = new KeptTexts({
    get: (key) => files.get(key),
    set(key, bytes) {
      written++
      files.set(key, bytes)
    },
  })
  const compile = kept.compiling((...args) => {
    compiled++
    return compileForMachine(...args)
  })
  const made = texts.map(([source, options, filename = '<string>']) => compile(source, filename, { ...text, ...options }) as CodeObject)
  kept.save()
  return made
}

beforeEach(() => {
  files.clear()
  compiled = written = 0
})

it('compiles a text once, and answers equal code that is no other text\'s', () => {
  const source = 'lambda _cls, x, y="\\ud800é": _tuple_new(_cls, (x, y, 1.5, b"\\0"))'
  const [first] = run([source])
  const [second, again, other] = run([source], [source], ['lambda: 2'])
  expect([compiled, written]).toEqual([2, 2])
  for (const code of [second, again]) expect(dumpsCode(code as CodeObject)).toEqual(dumpsCode(first as CodeObject))
  expect(again).not.toBe(second)
  expect(dumpsCode(other as CodeObject)).toEqual(dumpsCode(compileForMachine('lambda: 2', '<string>', text)))
  run([source], ['lambda: 2'])
  expect([compiled, written]).toEqual([2, 2])
})

it('compiles again what differs in text, name, mode, level or flags', () => {
  run(['1'], ['2'], ['1', { mode: 'exec' }], ['1', { optimize: 2 }], ['1', { flags: 0x1000000 }], ['1', {}, 'f.py'])
  expect(compiled).toBe(6)
})

it('keeps only texts of the library, short ones, and no more than some of one program', () => {
  const { byLibrary: _, ...user } = text
  const kept = new KeptTexts({ get: () => undefined, set: () => expect.fail('kept') })
  const compile = kept.compiling(compileForMachine)
  compile('1', '<string>', user)
  compile(`"${'x'.repeat(10_000)}"`, '<string>', text)
  kept.save()
  const many = Array.from({ length: 60 }, (_, at) => [`${at}`] as const)
  run(...many)
  run(...many)
  expect(compiled).toBe(60 + 10)
})

it('warns each time, and raises each time', () => {
  const warnings: string[] = []
  const telling: Partial<CompileOptions> = { mode: 'exec', onWarning: ({ message }) => void warnings.push(message) }
  for (let round = 0; round < 2; round++) {
    run(['assert (1, "x")\n', telling])
    expect(() => run(['x = = 1'])).toThrow('invalid syntax')
  }
  expect(warnings).toHaveLength(2)
})

it('does without a file that is damaged', () => {
  run(['1'])
  files.set('texts', (files.get('texts') as Uint8Array).subarray(0, 9))
  run(['1'])
  run(['1'])
  expect(compiled).toBe(2)
})
