// Symbol tables, compared with Python's `symtable` module.
import { fromJson } from '@pellucid/ast'
import type { Json, mod } from '@pellucid/ast'
import { describe, expect, test } from 'vitest'
import { type SymbolTable, mangle, renderSymbols, symtableTree } from '../../src/index.ts'
import tables from '../__oracle__/tables.json' with { type: 'json' }

function describeTable(table: SymbolTable): unknown[] {
  const names = table.symbols.map((entry) => [entry.name, entry.scopeName, entry.flagNames])
  const children = table.children.map(describeTable)
  return [table.type, table.name, table.lineno, table.isNested, names, children]
}

function tableOf(name: string): SymbolTable {
  const row = tables.find((candidate) => candidate.name === name)
  return symtableTree(fromJson(row?.tree as Json) as mod, 't.py')
}

describe('symtableTree', () => {
  test.each(tables.map((row) => [row.name, row] as const))('%s', (_, row) => {
    expect(describeTable(symtableTree(fromJson(row.tree as Json) as mod, 't'))).toEqual(row.table)
  })

  test('the views of functions and classes', () => {
    const f = tableOf('functions').children[0]
    expect(f?.parameters).toEqual(['p', 'q', 's', 'r', 't'])
    expect(f?.children[0]?.nonlocals).toEqual(['q'])
    expect(f?.lookup('x')?.isDeclaredGlobal()).toBe(true)
    expect(f?.lookup('g')?.isNamespace()).toBe(true)
    expect(tableOf('classes').children[0]?.methods).toEqual(['m', 'genexpr'])
  })

  test('the text of python -m symtable', () => {
    const [first, second] = renderSymbols(tableOf('classes')).split('\n')
    expect(first).toBe("symbol table for module from file 't.py':")
    expect(second).toBe("    local symbol 'C': def_local")
  })
})

test('private names', () => {
  expect(mangle('C', '__x')).toBe('_C__x')
  expect(mangle('__C', '__x')).toBe('_C__x')
  expect(mangle('_', '__x')).toBe('__x')
  expect(mangle('C', '__x__')).toBe('__x__')
  expect(mangle(null, '__x')).toBe('__x')
})
