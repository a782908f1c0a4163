// Errors and warnings of the compiler: wording and place, as CPython gives them.
import { fromJson } from '@pellucid/ast'
import type { Json, mod } from '@pellucid/ast'
import { PySyntaxError } from '@pellucid/source'
import { describe, expect, test } from 'vitest'
import { compileTree } from '../src/index.ts'
import type { OnWarning } from '../src/index.ts'
import errors from './__oracle__/errors.json' with { type: 'json' }

type Row = { name: string; tree: unknown; error?: unknown; warnings: unknown }

function run(tree: unknown, onWarning: OnWarning): PySyntaxError | undefined {
  try {
    compileTree(fromJson(tree as Json) as mod, '<test>', { onWarning })
    return undefined
  } catch (error) {
    if (error instanceof PySyntaxError) return error
    throw error
  }
}

describe('errors and warnings', () => {
  test.each((errors as Row[]).map((row) => [row.name, row] as const))('%s', (_, row) => {
    const warnings: [string, number][] = []
    const error = run(row.tree, ({ message, lineno, category }) => {
      if (category === 'SyntaxWarning') warnings.push([message, lineno])
      else expect(row.name).toBe('invert')
    })
    const seen = error && [error.msg, error.lineno, error.offset, error.endLineno, error.endOffset]
    expect(seen).toEqual(row.error)
    if (row.name !== 'invert') expect(warnings).toEqual(row.warnings)
  })

  test('a warning that the hook refuses is an error at its place', () => {
    const row = (errors as Row[]).find(({ name }) => name === 'assert tuple') as Row
    const error = run(row.tree, () => 'error')
    expect(error?.msg).toBe('assertion is always true, perhaps remove parentheses?')
    expect([error?.lineno, error?.offset]).toEqual([1, 1])
  })
})
