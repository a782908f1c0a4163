import { describe, expect, test } from 'vitest'
import { CodeObject, encodeExceptionTable, encodeWordcode, opcodes, verify, verifyTree } from '../src/index.ts'
import type { CodeFields, OpcodeName } from '../src/index.ts'

const program = (...lines: [OpcodeName, number?][]): Uint8Array =>
  encodeWordcode(lines.map(([name, oparg = 0]) => ({ op: opcodes[name], oparg })))

const newCode = (code: Uint8Array, fields: Partial<CodeFields> = {}): CodeObject => new CodeObject({
  argcount: 0, posonlyargcount: 0, kwonlyargcount: 0, stacksize: 2, flags: 0, code, consts: [null, 1], names: ['x'],
  localsplusnames: ['a'], localspluskinds: Uint8Array.of(0x20), filename: 'f.py', name: 'f', qualname: 'f',
  firstlineno: 1, linetable: new Uint8Array(), exceptiontable: new Uint8Array(), ...fields,
})

const reasons = (...lines: [OpcodeName, number?][]): string[] =>
  verify(newCode(program(...lines))).map(({ offset, reason }) => `${offset}: ${reason}`)

describe('verify', () => {
  test('passes a sound loop', () => {
    expect(reasons(
      ['RESUME'], ['LOAD_FAST', 0], ['GET_ITER'], ['FOR_ITER', 3], ['STORE_FAST', 0], ['JUMP_BACKWARD', 5],
      ['END_FOR'], ['POP_TOP'], ['RETURN_CONST', 0],
    )).toEqual([])
  })

  test.each<[string, [OpcodeName, number?][]]>([
    ['0: needs 1 values, the stack has 0', [['POP_TOP'], ['RETURN_CONST']]],
    ['0: constant 7 of 2', [['RETURN_CONST', 7]]],
    ['0: local 3 of 1', [['LOAD_FAST', 3], ['RETURN_VALUE']]],
    ['0: local 0 is not a cell', [['LOAD_DEREF', 0], ['RETURN_VALUE']]],
    ['0: jump to 202, which is not an instruction', [['JUMP_FORWARD', 100]]],
    ['6: jump to 4294967302, which is not an instruction', [['JUMP_FORWARD', 0x7fffffff], ['RETURN_CONST']]],
    ['0: control runs off the end of the code', [['NOP']]],
    ['0: unknown opcode 0', [['CACHE'], ['RETURN_CONST']]],
    ['4: stack depth 3 exceeds stacksize 2', [['LOAD_CONST'], ['LOAD_CONST'], ['LOAD_CONST'], ['RETURN_VALUE']]],
    ['2: this is no generator that could yield', [['LOAD_CONST'], ['YIELD_VALUE', 1], ['RETURN_VALUE']]],
    ['0: RETURN_GENERATOR belongs to the start of a generator', [['RETURN_GENERATOR'], ['RETURN_VALUE']]],
    ['4: argument 26 is not in 0–25', [['LOAD_CONST'], ['LOAD_CONST'], ['BINARY_OP', 26], ['RETURN_VALUE']]],
  ])('%s', (reason, lines) => {
    expect(reasons(...lines)).toContain(reason)
  })

  test('one depth for each instruction', () => {
    const found = reasons(['LOAD_CONST'], ['POP_JUMP_IF_TRUE', 1], ['LOAD_CONST'], ['RETURN_CONST'])
    expect(found.some((reason) => reason.includes('elsewhere'))).toBe(true)
  })

  test('handlers and tables', () => {
    const code = program(['NOP'], ['RETURN_CONST'], ['PUSH_EXC_INFO'], ['POP_EXCEPT'], ['POP_TOP'], ['RETURN_CONST'])
    const row = (depth: number, target = 4): Uint8Array =>
      encodeExceptionTable([{ start: 0, end: 2, target, depth, lasti: false }])
    const texts = (fields: Partial<CodeFields>): string[] => verify(newCode(code, fields)).map(({ reason }) => reason)
    expect(texts({ exceptiontable: row(0) })).toEqual([])
    expect(texts({ exceptiontable: row(1) })).toContain('the handler expects 1 values, there are 0')
    expect(texts({ exceptiontable: row(0, 100) })).toEqual(['handler 100 is not an instruction'])
    expect(texts({ exceptiontable: Uint8Array.of(0x80) })).toEqual(['exception table ends within a row'])
    expect(texts({ linetable: Uint8Array.of(0x01) })).toEqual(['location table entry has no start bit'])
    expect(texts({ linetable: Uint8Array.of(0xe8, 0x41) })).toEqual(['location table ends within an entry'])
    expect(texts({ linetable: Uint8Array.of(0xf0, 0x41, 0, 0, 0, 0, 0) })).toEqual(['location table entry has no start bit'])
    expect(texts({ linetable: Uint8Array.of(0xff, 0xff) })).toEqual(['the location table is longer than the code'])
    expect(texts({ localspluskinds: new Uint8Array() })).toEqual(['1 names of locals but 0 kinds'])
  })

  test('a tree names the code object at fault', () => {
    const inner = newCode(program(['POP_TOP'], ['RETURN_CONST']))
    const outer = newCode(program(['RETURN_CONST']), { consts: [null, inner] })
    expect(verifyTree(outer).map(({ code }) => code)).toEqual([inner])
  })
})
