import { compileTree } from '@pellucid/compiler'
import { parse } from '@pellucid/parser'
import { expect, test } from 'vitest'
import { explain } from '../../src/generated/compare.ts'
import { programOf } from '../../src/generated/program.ts'
import { smaller } from '../../src/generated/shrink.ts'

test('a seed makes one program, and nearly every program compiles', () => {
  expect(programOf(7)).toBe(programOf(7))
  expect(programOf(7)).not.toBe(programOf(8))
  let refused = 0
  for (let seed = 1; seed <= 20; seed++) {
    try {
      compileTree(parse(programOf(seed)), 'x.py')
    } catch {
      refused++
    }
  }
  expect(refused).toBeLessThan(4)
})

test('a smaller program lacks a statement with all that belongs to it, or its head, or its body', () => {
  const lines = ['if a:', '    b', '    c', 'd']
  expect(smaller(lines).map((left) => left.join('\n'))).toEqual([
    'd', 'b\nc\nd', 'if a:\n    pass\nd', 'if a:\n    c\nd', 'if a:\n    b\nd', 'if a:\n    b\n    c',
  ])
})

test('two outcomes are told apart by the first line that differs', () => {
  expect(explain('["a\\nb\\n","",0]', '["a\\nc\\n","",0]')).toContain('stdout line 2')
  expect(explain('["a","",0]', '["a","",1]')).toContain("status   0, CPython's 1")
  expect(explain('hangs', '["a","",1]')).toContain('hangs')
})
