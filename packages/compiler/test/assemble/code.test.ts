import { decodeExceptionTable, decodeLocationTable, opcodes } from '@pellucid/opcode-spec'
import { describe, expect, test } from 'vitest'
import { optimizeAndAssemble } from '../../src/assemble/index.ts'
import { ConstantCache } from '../../src/constants.ts'
import { Instruction, type UnitMetadata } from '../../src/instruction.ts'
import { sequence, unit } from '../instructions.ts'

const assemble = (text: string, parts: Partial<UnitMetadata> = {}) =>
  optimizeAndAssemble(unit(parts), sequence(text), new ConstantCache(), 'x.py')

describe('code objects', () => {
  test('a function that returns a constant', () => {
    const code = assemble('RESUME 0 @1\nLOAD_CONST 0 @2\nRETURN_VALUE @2', { consts: [5] })
    expect([...code.code]).toEqual([opcodes.RESUME, 0, opcodes.RETURN_CONST, 0])
    expect(code.consts).toEqual([5])
    expect(code.stacksize).toBe(1)
  })

  test('cells that are parameters keep their slot; the others follow', () => {
    const loads = 'LOAD_DEREF 0 @1\nLOAD_DEREF 1 @1\nLOAD_DEREF 2 @1'
    const code = assemble(`RESUME 0 @1\n${loads}\nBUILD_TUPLE 3 @1\nRETURN_VALUE @1`, {
      varnames: ['a', 'b'],
      cellvars: ['c', 'b'],
      freevars: ['d'],
      parameterCount: 2,
    })
    expect(code.localsplusnames).toEqual(['a', 'b', 'c', 'd'])
    expect([...code.localspluskinds]).toEqual([0x20, 0x60, 0x40, 0x80])
    const { COPY_FREE_VARS, LOAD_DEREF, MAKE_CELL, RESUME } = opcodes
    expect([...code.code.slice(0, 14)]).toEqual([
      COPY_FREE_VARS, 1, MAKE_CELL, 1, MAKE_CELL, 2, RESUME, 0, LOAD_DEREF, 2, LOAD_DEREF, 1, LOAD_DEREF, 3,
    ])
  })

  test('a generator starts by returning itself', () => {
    const code = assemble('RESUME 0 @1\nRETURN_CONST 0 @1', { consts: [null], flags: 0x23 })
    expect([...code.code.slice(0, 4)]).toEqual([opcodes.RETURN_GENERATOR, 0, opcodes.POP_TOP, 0])
  })

  test('a far jump needs EXTENDED_ARG, and a conditional jump back is inverted', () => {
    const filler = Array.from({ length: 300 }, () => 'LOAD_NAME 0 @2\nPOP_TOP @2').join('\n')
    const loop = `top:\n${filler}\nLOAD_NAME 0 @1\nPOP_JUMP_IF_TRUE top @1\nRETURN_CONST 0 @3`
    const code = assemble(loop, { consts: [null] })
    // POP_JUMP_IF_FALSE over EXTENDED_ARG and JUMP_BACKWARD, each with a cache
    expect([...code.code.slice(-12)]).toEqual([
      opcodes.POP_JUMP_IF_FALSE, 3, 0, 0,
      opcodes.EXTENDED_ARG, 2, opcodes.JUMP_BACKWARD, 0x5e, 0, 0,
      opcodes.RETURN_CONST, 0,
    ])
  })

  test('the exception table covers the protected instructions', () => {
    const code = assemble(
      `SETUP_FINALLY handler @1
       LOAD_NAME 0 @2
       POP_TOP @2
       POP_BLOCK @2
       RETURN_CONST 0 @2
       handler:
       PUSH_EXC_INFO @3
       POP_TOP @3
       POP_EXCEPT @3
       RETURN_CONST 0 @3`,
      { consts: [null] },
    )
    expect(decodeExceptionTable(code.exceptiontable)).toEqual([
      { start: 2, end: 6, target: 8, depth: 0, lasti: false },
    ])
    expect(code.stacksize).toBe(2)
  })

  test('locations in each of their forms', () => {
    const loads = 'LOAD_NAME 0\nLOAD_NAME 1\nLOAD_NAME 2\nLOAD_NAME 3'
    const made = sequence(`RESUME 0\n${loads}\nBUILD_TUPLE 4\nRETURN_VALUE`)
    const places = [
      [1, 1, 0, 0], [1, 1, 70, 79], [2, 2, 100, 127], [9, 9, 1, 200],
      [9, 12, 4, 2], [12, 12, -1, -1], [-1, -1, -1, -1],
    ]
    made.instructions.forEach((instruction: Instruction, i) => {
      const [lineno, endLineno, col, endCol] = places[i] as [number, number, number, number]
      Object.assign(instruction, { lineno, endLineno, col, endCol })
    })
    const code = optimizeAndAssemble(unit({}), made, new ConstantCache(), 'x.py')
    const entries = decodeLocationTable(code.linetable, 1)
    expect(entries.map((at) => [at.lineno, at.endLineno, at.colOffset, at.endColOffset])).toEqual([
      [1, 1, 0, 0], [1, 1, 70, 79], [2, 2, 100, 127], [9, 9, 1, 200], [9, 12, 4, 2], [12, 12, null, null],
    ])
  })
})
