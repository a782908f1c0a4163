import { expect, test } from 'vitest'
import { tokenizeTape } from '../src/index.ts'
import { kinds } from './tape-text.ts'

test('type comments are comments unless asked for', () => {
  expect(kinds('x = 1  # type: int\n')).toBe('NAME(x) EQUAL NUMBER(1) NEWLINE ENDMARKER')
  expect(kinds('x = 1  #type:  int\n', { typeComments: true })).toBe(
    'NAME(x) EQUAL NUMBER(1) TYPE_COMMENT(int) NEWLINE ENDMARKER',
  )
})

test('a type comment alone on its line ends in a NEWLINE', () => {
  expect(kinds('# type: int\nx\n', { typeComments: true })).toBe('TYPE_COMMENT(int) NEWLINE NAME(x) NEWLINE ENDMARKER')
})

test('ignored lines are noted beside the tokens', () => {
  const tape = tokenizeTape('# type: ignore[a]\nx  # type: ignore\ny # type: ignored\n', { typeComments: true })
  expect(tape.typeIgnores).toEqual([{ line: 1, tag: '[a]' }, { line: 2, tag: '' }])
  expect(kinds('y # type: ignored\n', { typeComments: true })).toContain('TYPE_COMMENT(ignored)')
})
