import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deoptTable, hasExc, inlineCaches, isOpcode, opcodeFlags, opcodes, opname, stackEffect } from '../src/index.ts'
import { adaptive, instructions, instrumented, pseudo, real } from '../src/instructions.ts'

type Row = [code: number, flags: number, caches: number, ...effects: (number | null)[]]
const recorded = JSON.parse(
  readFileSync(new URL('./__oracle__/opcodes.json', import.meta.url), 'utf8'),
) as Record<string, Row>

const effectOf = (op: number, oparg: number, jump: boolean): number | null => {
  try {
    return stackEffect(op, oparg, jump)
  } catch {
    return null
  }
}

describe('the instruction set is CPython 3.13’s', () => {
  test('has 119 real, 12 pseudo, 74 specialised and 19 instrumented instructions', () => {
    const sizes = [real, pseudo, adaptive, instrumented].map((family) => Object.keys(family).length)
    expect(sizes).toEqual([119, 12, 74, 19])
    expect(Object.keys(instructions).sort()).toEqual(Object.keys(recorded).sort())
  })

  test.each(Object.entries(recorded))('%s', (name, [code, flags, caches, ...effects]) => {
    expect(opcodes[name as keyof typeof opcodes]).toBe(code)
    expect(opname[code]).toBe(name)
    expect(isOpcode(code)).toBe(true)
    expect(opcodeFlags[code]! & 127).toBe(flags)
    // CPython lists caches for bases only.
    if (deoptTable[code] === code) expect(inlineCaches[code]).toBe(caches)
    const asked = [0, 1, 3, 258].flatMap((oparg) => [effectOf(code, oparg, false), effectOf(code, oparg, true)])
    expect(asked.slice(0, effects.length)).toEqual(effects)
  })

  test('the larger way out counts when none is named', () => {
    expect(stackEffect(opcodes.SETUP_CLEANUP, 0)).toBe(2)
    expect(stackEffect(opcodes.BUILD_MAP, 3)).toBe(-5)
    expect(hasExc(opcodes.SETUP_WITH)).toBe(true)
    expect(() => stackEffect(opcodes.BINARY_OP_ADD_INT)).toThrow('invalid opcode or oparg')
  })
})
