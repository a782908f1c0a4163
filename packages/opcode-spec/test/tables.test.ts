import { describe, expect, test } from 'vitest'
import {
  coLines, compareArgument, decodeExceptionTable, decodeLocationTable, encodeExceptionTable, encodeLocationTable,
  encodeWordcode, findHandler, opcodes, parseEffect, readWordcode,
} from '../src/index.ts'
import type { ExceptionEntry, LocationEntry, Operands, Results } from '../src/index.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

describe('effects', () => {
  test('are taken apart', () => {
    expect(parseEffect('callable, args[oparg], kwargs if oparg & 1 -- result')).toEqual({
      inputs: [
        { name: 'callable', form: 'value' },
        { name: 'args', form: 'array', size: 'oparg' },
        { name: 'kwargs', form: 'optional', size: 'oparg & 1' },
      ],
      outputs: [{ name: 'result', form: 'value' }],
    })
  })

  test('are read as types', () => {
    const operands: Operands<'list, unused[oparg - 1], items[oparg] -- list', string> = ['a', ['b']]
    const results: Results<'-- value, null_ if oparg & 1', string> = ['a', undefined]
    expect([operands.length, results.length]).toEqual([2, 2])
  })
})

describe('wordcode', () => {
  test('folds extensions and skips caches', () => {
    const code = encodeWordcode([
      { op: opcodes.LOAD_CONST, oparg: 0x12345 }, { op: opcodes.TO_BOOL, oparg: 0 }, { op: opcodes.RETURN_VALUE, oparg: 0 },
    ])
    expect([...code]).toEqual([71, 1, 71, 0x23, 83, 0x45, 40, 0, 0, 0, 0, 0, 0, 0, 36, 0])
    expect([...readWordcode(code)].map(({ op, oparg, start, offset, end }) => [op, oparg, start, offset, end])).toEqual([
      [83, 0x12345, 0, 4, 6], [40, 0, 6, 6, 14], [36, 0, 14, 14, 16],
    ])
  })
})

describe('exception table', () => {
  const rows: ExceptionEntry[] = [
    { start: 2, end: 130, target: 4000, depth: 0, lasti: false },
    { start: 130, end: 20000, target: 300000, depth: 70, lasti: true },
  ]
  test('round-trips', () => {
    expect(decodeExceptionTable(encodeExceptionTable(rows))).toEqual(rows)
    expect(encodeExceptionTable([{ start: 8, end: 20, target: 26, depth: 2, lasti: true }])).toEqual(bytes('84060d05'))
  })
  test('finds the handler of an offset', () => {
    expect(findHandler(rows, 128)).toBe(rows[0])
    expect(findHandler(rows, 130)).toBe(rows[1])
    expect(findHandler(rows, 0)).toBeUndefined()
  })
  test('refuses to end within a row', () => {
    expect(() => decodeExceptionTable(bytes('8446'))).toThrow('ends within a row')
  })
})

describe('location table', () => {
  test('reads CPython’s table of `def f(a):\\n  return a + 1`', () => {
    // 3.13.0: compile(…).co_consts[0].co_linetable
    expect(decodeLocationTable(bytes('8000d80b0c90718935804c'), 1)).toHaveLength(5)
  })
  test('writes every kind of entry', () => {
    const at = (start: number, end: number, ...[lineno, endLineno, colOffset, endColOffset]: (number | null)[]) =>
      ({ start, end, lineno, endLineno, colOffset, endColOffset }) as LocationEntry
    const entries = [
      at(0, 2, 1, 1, 0, 5), at(2, 4, 2, 2, 100, 120), at(4, 6, 2, 2, null, null), at(6, 22, 1, 9, 4, 300),
      at(22, 24, null, null, null, null), at(24, 26, 500, 500, 0, 1),
    ]
    const table = encodeLocationTable(entries, 1)
    expect(decodeLocationTable(table, 1)).toEqual(entries)
    expect([...table].filter((byte) => byte & 128).map((byte) => (byte >> 3) & 15)).toEqual([0, 11, 13, 14, 15, 14])
    expect(coLines(table, 1).map(({ line }) => line)).toEqual([1, 2, 1, null, 500])
  })
})

test('COMPARE_OP carries operator, mask and the wish for a bool', () => {
  expect([compareArgument('<'), compareArgument('==', true), compareArgument('!=')]).toEqual([2, 88, 103])
})
