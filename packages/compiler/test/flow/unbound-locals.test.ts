import { expect, test } from 'vitest'
import { optimized } from '../instructions.ts'

test('parameters are bound, other locals once stored', () => {
  expect(optimized('LOAD_FAST 0 @1\nPOP_TOP @1\nLOAD_FAST 1 @2\nRETURN_VALUE @2', [], 2, 1)).toEqual([
    'LOAD_FAST @1', 'POP_TOP @1', 'LOAD_FAST_CHECK 1 @2', 'RETURN_VALUE @2',
  ])
  const stored = 'LOAD_CONST 0 @1\nSTORE_FAST 1 @1\nLOAD_FAST 1 @2\nRETURN_VALUE @2'
  expect(optimized(stored, [5], 2, 0)).toContain('LOAD_FAST 1 @2')
})

test('a del makes it unbound again; a load that succeeded makes it bound', () => {
  expect(
    optimized('DELETE_FAST 0 @1\nLOAD_FAST 0 @2\nPOP_TOP @2\nLOAD_FAST 0 @3\nRETURN_VALUE @3', [], 1, 1),
  ).toEqual(['DELETE_FAST @1', 'LOAD_FAST_CHECK @2', 'POP_TOP @2', 'LOAD_FAST @3', 'RETURN_VALUE @3'])
})

test('what holds on one path only does not hold where paths meet', () => {
  expect(
    optimized(
      `LOAD_NAME 0 @1
       POP_JUMP_IF_FALSE join @1
       LOAD_CONST 0 @2
       STORE_FAST 0 @2
       join:
       LOAD_FAST 0 @3
       RETURN_VALUE @3`,
      [1],
      1,
    ),
  ).toContain('LOAD_FAST_CHECK @3')
})

test('a handler sees the locals as they were at any instruction it covers', () => {
  const code = `LOAD_CONST 0 @1
    STORE_FAST 0 @1
    SETUP_FINALLY handler @2
    DELETE_FAST 0 @3
    POP_BLOCK @3
    RETURN_CONST 0 @3
    handler:
    LOAD_FAST 0 @4
    RETURN_VALUE @4`
  expect(optimized(code, [1], 1)).toContain('LOAD_FAST @4')
  const longer = code.replace('POP_BLOCK', 'LOAD_NAME 0 @3\nPOP_TOP @3\nPOP_BLOCK')
  expect(optimized(longer, [1], 1)).toContain('LOAD_FAST_CHECK @4')
})

test('beyond 64 locals only the block itself counts', () => {
  const code = (between: string): string[] =>
    optimized(`LOAD_CONST 0 @1\nSTORE_FAST 70 @1\n${between}LOAD_FAST 70 @2\nRETURN_VALUE @2`, [1], 80)
  expect(code('LOAD_NAME 0 @1\nPOP_JUMP_IF_FALSE b @1\nb:\n')).toContain('LOAD_FAST_CHECK 70 @2')
  expect(code('')).toContain('LOAD_FAST 70 @2')
})
