import { opcodes } from '@pellucid/opcode-spec'
import { describe, expect, test } from 'vitest'
import { dis, DisassemblyError, renderDis, unpackWords } from '../src/index.ts'
import { codeObject, lines, wordcode } from './build.ts'

describe('dis', () => {
  test('folds extended arguments, and keeps them as instructions', () => {
    const code = codeObject({
      code: wordcode(['LOAD_CONST', 300], ['POP_TOP']),
      consts: Array.from({ length: 301 }, (_, index) => index),
      firstlineno: 7, linetable: lines(7, [7, 6]),
    })
    const { instructions } = dis(code, { firstLine: 11 })
    expect(instructions.map(({ opname, arg, argval }) => [opname, arg, argval])).toEqual([
      ['EXTENDED_ARG', 1, 1],
      ['LOAD_CONST', 300, 300],
      ['POP_TOP', null, null],
    ])
    const offsets = instructions.map(({ offset, startOffset }) => [offset, startOffset])
    expect(offsets).toEqual([[0, 0], [2, 0], [4, 4]])
    expect(instructions.map(instruction => instruction.startsLine)).toEqual([true, false, false])
    expect(instructions[2]?.lineNumber).toBe(11)
    expect(instructions[2]?.positions).toMatchObject({ lineno: 7, colOffset: 0, endColOffset: 4 })
  })

  test('shows specialised opcodes only if asked', () => {
    const bytes = wordcode(['BINARY_OP', 0], ['RETURN_VALUE'])
    bytes[0] = opcodes.BINARY_OP_ADD_INT
    bytes[2] = 17
    const code = codeObject({ code: bytes })
    expect(dis(code).instructions[0]).toMatchObject({ opname: 'BINARY_OP', argrepr: '+' })
    const [adaptive] = dis(code, { adaptive: true }).instructions
    expect(adaptive).toMatchObject({ opname: 'BINARY_OP_ADD_INT', baseopname: 'BINARY_OP' })
    expect(adaptive?.caches).toEqual([{ name: 'counter', size: 1, data: Uint8Array.of(17, 0) }])
  })
})

describe('code that is not well formed', () => {
  test.each([
    ['no constant 3 at offset 2', { code: wordcode(['RESUME'], ['LOAD_CONST', 3]) }],
    ['no name 1 at offset 0', { code: wordcode(['LOAD_GLOBAL', 2]) }],
    ['no variable 0 at offset 0', { code: wordcode(['LOAD_FAST', 0]) }],
    ['no comparison 7 at offset 0', { code: wordcode(['COMPARE_OP', 255]) }],
    ['location table ends within an entry', { code: wordcode(['NOP']), linetable: Uint8Array.of(0xf0) }],
    ['exception table ends within a row', { exceptiontable: Uint8Array.of(0x80, 0x40) }],
  ])('%s', (message, fields) => {
    expect(() => dis(codeObject(fields))).toThrow(DisassemblyError)
    expect(() => dis(codeObject(fields))).toThrow(message)
  })

  test('any bytes give text or a DisassemblyError', () => {
    // A linear congruential generator: the same bytes in every run.
    let state = 1
    const random = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16
    const bytes = (): Uint8Array => Uint8Array.from({ length: random() % 40 }, () => random() & 255)
    const names = Array.from({ length: 128 }, (_, index) => `n${index}`)
    let shown = 0
    for (let round = 0; round < 3000; round++) {
      const code = codeObject({
        code: bytes(), names, localsplusnames: names, consts: names,
        linetable: round % 3 === 0 ? bytes() : lines(1, [1, 40]),
        exceptiontable: round % 4 === 0 ? bytes() : new Uint8Array(),
      })
      try {
        renderDis(code, { showCaches: true })
        shown++
      } catch (error) {
        expect(error).toBeInstanceOf(DisassemblyError)
      }
    }
    expect(shown).toBeGreaterThan(100)
  })

  test('arguments of many bytes wrap around as in C', () => {
    const extensions = Array<number[]>(5).fill([opcodes.EXTENDED_ARG, 255]).flat()
    const code = Uint8Array.of(...extensions, opcodes.LOAD_CONST, 1)
    expect(unpackWords(code).at(-1)?.arg).toBe(-255)
  })
})
