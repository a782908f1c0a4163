import { expect, test } from 'vitest'
import { emitGrammar } from '../../src/grammar/emit.ts'
import { readSection } from '../../src/grammar/read.ts'

const text = `// Loops of all kinds. More prose.
import { x } from './x.ts'

/** Prose only: no production. */
const a = 1

/**
 * for_stmt: 'for' target 'in' expression
 *     | 'async' 'for' target
 * block: NEWLINE
 */
export function parseFor() {}
`

test('reads productions and the title of their file', () => {
  const section = readSection('loop.ts', text)
  expect(section.title).toBe('Loops of all kinds')
  expect(section.productions).toEqual([
    { name: 'for_stmt', lines: ["'for' target 'in' expression", "| 'async' 'for' target"] },
    { name: 'block', lines: ['NEWLINE'] },
  ])
})

test('writes a section a file, and leaves out files without productions', () => {
  const written = emitGrammar([readSection('loop.ts', text), readSection('empty.ts', '// Nothing.\n')])
  expect(written).toContain("## Loops of all kinds\n\n[src/loop.ts](src/loop.ts)\n\n```\nfor_stmt:\n    'for' target")
  expect(written).not.toContain('empty.ts')
  expect(written).toContain('2 productions')
})
