import { Float } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { optimized } from '../instructions.ts'

describe('constants', () => {
  test('a condition that always holds becomes a jump, which falls away', () => {
    expect(
      optimized(
        `LOAD_CONST 0 @1
         POP_JUMP_IF_TRUE yes @1
         LOAD_CONST 1 @2
         RETURN_VALUE @2
         yes:
         LOAD_CONST 2 @3
         RETURN_VALUE @3`,
        [1, 'a', 'b'],
      ),
    ).toEqual(['NOP @1', 'RETURN_CONST 1 @3'])
  })

  test('zeros of every kind are false', () => {
    for (const zero of [0, false, null, '', new Float(-0), [], new Uint8Array()]) {
      const code = 'LOAD_CONST 0 @1\nPOP_JUMP_IF_FALSE no @1\nRETURN_CONST 0 @1\nno:\nRETURN_CONST 1 @1'
      expect(optimized(code, [zero, 'no'])).toEqual(['RETURN_CONST 1 @1'])
    }
  })

  test.each([
    [0, 'POP_JUMP_IF_TRUE', 'POP_JUMP_IF_NONE'],
    [1, 'POP_JUMP_IF_TRUE', 'POP_JUMP_IF_NOT_NONE'],
    [0, 'POP_JUMP_IF_FALSE', 'POP_JUMP_IF_NOT_NONE'],
    [1, 'POP_JUMP_IF_FALSE', 'POP_JUMP_IF_NONE'],
  ])('IS_OP %i with None and %s is %s', (inverted, jump, result) => {
    expect(
      optimized(
        `LOAD_NAME 0 @1
         LOAD_CONST 0 @1
         IS_OP ${inverted} @1
         TO_BOOL @1
         ${jump} end @1
         LOAD_NAME 1 @2
         POP_TOP @2
         end:
         RETURN_CONST 0 @3`,
        [null],
      ),
    ).toEqual(['LOAD_NAME @1', `${result} →4 @1`, 'LOAD_NAME 1 @2', 'POP_TOP @2', 'RETURN_CONST @3'])
  })

  test('a tuple of constants is loaded whole, and what it was made of leaves co_consts', () => {
    const consts = ['doc', 1, 2, null]
    expect(
      optimized(
        'LOAD_CONST 1 @1\nLOAD_CONST 2 @1\nBUILD_TUPLE 2 @1\nSTORE_NAME 0 @1\nRETURN_CONST 3 @1',
        consts,
      ),
    ).toEqual(['LOAD_CONST 2 @1', 'STORE_NAME @1', 'RETURN_CONST 1 @1'])
    expect(consts).toEqual(['doc', null, [1, 2]])
  })

  test('the truth of a constant is a constant', () => {
    const consts: (string | boolean)[] = ['x']
    expect(optimized('LOAD_CONST 0 @1\nTO_BOOL @1\nRETURN_VALUE @1', consts)).toEqual(['RETURN_CONST 1 @1'])
    expect(consts).toEqual(['x', true])
  })
})
