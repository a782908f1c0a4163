import { describe, expect, test } from 'vitest'
import { optimized } from '../instructions.ts'

describe('jumps and blocks', () => {
  test('a jump to a jump goes where the second one leads', () => {
    expect(
      optimized(
        `top:
         LOAD_NAME 0 @1
         POP_JUMP_IF_FALSE over @1
         LOAD_NAME 1 @2
         POP_TOP @2
         over:
         JUMP top @1`,
      ),
    ).toEqual(['LOAD_NAME @1', 'POP_JUMP_IF_FALSE →0 @1', 'LOAD_NAME 1 @2', 'POP_TOP @2', 'JUMP →0 @1'])
  })

  test('a jump to itself stays', () => {
    expect(optimized('top:\nJUMP top @1')).toEqual(['JUMP →0 @1'])
  })

  test('an exit without a line is copied for each jump to it', () => {
    expect(
      optimized(
        `LOAD_NAME 0 @1
         POP_JUMP_IF_FALSE end @1
         LOAD_NAME 1 @2
         POP_JUMP_IF_FALSE end @2
         LOAD_NAME 2 @3
         POP_TOP @3
         end:
         RETURN_CONST 0`,
        [null],
      ),
    ).toEqual([
      'LOAD_NAME @1', 'POP_JUMP_IF_FALSE →8 @1', 'LOAD_NAME 1 @2', 'POP_JUMP_IF_FALSE →7 @2',
      'LOAD_NAME 2 @3', 'POP_TOP @3', 'RETURN_CONST @3', 'RETURN_CONST @2', 'RETURN_CONST @1',
    ])
  })

  test('what cannot be reached is dropped', () => {
    const code = 'RETURN_CONST 0 @1\nLOAD_NAME 0 @2\nPOP_TOP @2\nRETURN_CONST 0 @3'
    expect(optimized(code, [null])).toEqual(['RETURN_CONST @1'])
  })

  test('handlers move to the end', () => {
    expect(
      optimized(
        `SETUP_FINALLY handler @1
         LOAD_NAME 0 @2
         POP_TOP @2
         POP_BLOCK @2
         JUMP end @2
         handler:
         PUSH_EXC_INFO @3
         POP_TOP @3
         POP_EXCEPT @3
         JUMP end @3
         end:
         LOAD_NAME 1 @4
         RETURN_VALUE @4`,
      ),
    ).toEqual([
      'SETUP_FINALLY →5 @1', 'LOAD_NAME @2', 'POP_TOP @2', 'LOAD_NAME 1 @4', 'RETURN_VALUE @4',
      'PUSH_EXC_INFO @3', 'POP_TOP @3', 'POP_EXCEPT @3', 'LOAD_NAME 1 @4', 'RETURN_VALUE @4',
    ])
  })

  test('the graph of a long function is walked without recursion', () => {
    const block = (i: number): string => `LOAD_NAME ${i} @${i}\nPOP_JUMP_IF_FALSE l${i} @${i}\nl${i}:`
    const blocks = Array.from({ length: 5000 }, (_, i) => block(i))
    expect(optimized(`${blocks.join('\n')}\nRETURN_CONST 0 @9999`, [null])).toHaveLength(10001)
  })
})
