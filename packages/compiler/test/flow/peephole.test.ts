import { describe, expect, test } from 'vitest'
import { optimized } from '../instructions.ts'

const end = 'RETURN_CONST 0 @1'
const body = (text: string): string[] => optimized(`${text}\n${end}`, [null], 4, 4).slice(0, -1)

describe('patterns', () => {
  test('packing and unpacking two or three values is a SWAP', () => {
    const load = 'LOAD_NAME 0 @1\nLOAD_NAME 1 @1\n'
    const store = 'STORE_NAME 2 @1\nSTORE_NAME 3 @1'
    expect(body(`${load}BUILD_TUPLE 2 @1\nUNPACK_SEQUENCE 2 @1\n${store}`)).toEqual([
      'LOAD_NAME @1', 'LOAD_NAME 1 @1', 'SWAP 2 @1', 'STORE_NAME 2 @1', 'STORE_NAME 3 @1',
    ])
  })

  test('stores to locals change places instead of the values', () => {
    const code = 'LOAD_NAME 0 @1\nLOAD_NAME 1 @1\nSWAP 2 @1\nSTORE_FAST 0 @1\nSTORE_FAST 1 @1'
    expect(body(code)).toEqual(['LOAD_NAME @1', 'LOAD_NAME 1 @1', 'STORE_FAST_STORE_FAST 16 @1'])
  })

  test('not when both store to the same local, or a line event lies between', () => {
    const same = 'LOAD_NAME 0 @1\nLOAD_NAME 1 @1\nSWAP 2 @1\nSTORE_FAST 0 @1\nSTORE_FAST 0 @2'
    expect(body(same)).toContain('SWAP 2 @1')
    const lines = 'LOAD_NAME 0 @1\nLOAD_NAME 1 @1\nSWAP 2 @1\nSTORE_FAST 0 @1\nSTORE_FAST 1 @2'
    expect(body(lines)).toContain('SWAP 2 @1')
  })

  test('SWAPs that undo each other vanish', () => {
    const code = 'LOAD_NAME 0 @1\nLOAD_NAME 1 @1\nSWAP 2 @1\nSWAP 2 @1\nSTORE_NAME 0 @1\nSTORE_NAME 1 @1'
    expect(body(code)).toEqual(['LOAD_NAME @1', 'LOAD_NAME 1 @1', 'STORE_NAME @1', 'STORE_NAME 1 @1'])
  })

  test('LOAD_GLOBAL pushes the NULL of a call itself', () => {
    expect(body('LOAD_GLOBAL 6 @1\nPUSH_NULL @1\nCALL 0 @1\nPOP_TOP @1')).toEqual([
      'LOAD_GLOBAL 7 @1', 'CALL @1', 'POP_TOP @1',
    ])
  })

  test('a comparison makes the bool itself; a second conversion or two negations are dropped', () => {
    const load = 'LOAD_NAME 0 @1\nLOAD_NAME 1 @1\n'
    expect(body(`${load}COMPARE_OP 2 @1\nTO_BOOL @1\nPOP_TOP @1`)).toContain('COMPARE_OP 18 @1')
    expect(body('LOAD_NAME 0 @1\nTO_BOOL @1\nTO_BOOL @1\nUNARY_NOT @1\nUNARY_NOT @1\nPOP_TOP @1')).toEqual([
      'LOAD_NAME @1', 'TO_BOOL @1', 'POP_TOP @1',
    ])
  })

  test('a value loaded and popped at once is neither', () => {
    expect(body('LOAD_CONST 0 @1\nPOP_TOP @1\nLOAD_NAME 0 @1\nCOPY 1 @1\nPOP_TOP @1\nPOP_TOP @1')).toEqual([
      'LOAD_NAME @1', 'POP_TOP @1',
    ])
  })

  test('two fast locals share an instruction while both numbers fit four bits', () => {
    const loads = (second: string): string[] =>
      optimized(`LOAD_FAST 1 @1\nLOAD_FAST ${second}\nRETURN_VALUE @2`, [], 20, 20)
    expect(loads('15 @1')).toContain('LOAD_FAST_LOAD_FAST 31 @1')
    expect(loads('16 @1')).toHaveLength(3)
    expect(loads('2 @2')).toHaveLength(3)
  })
})
