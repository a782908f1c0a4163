import { encodeExceptionTable } from '@pellucid/opcode-spec'
import { describe, expect, test } from 'vitest'
import { codeInfo, renderDis } from '../src/index.ts'
import { codeObject, lines, wordcode } from './build.ts'

const inner = codeObject({
  name: 'f', qualname: 'f', firstlineno: 2, flags: 3, localsplusnames: ['a', 'b'],
  localspluskinds: Uint8Array.of(0x20, 0x40),
  code: wordcode(['RESUME'], ['LOAD_FAST_LOAD_FAST', 1], ['COMPARE_OP', 0x58], ['RETURN_VALUE']),
  linetable: lines(2, [2, 2], [3, 8]),
})
const outer = codeObject({
  consts: [inner, 'text', null], names: ['f', 'print'],
  code: wordcode(
    ['RESUME'], ['LOAD_CONST', 0], ['MAKE_FUNCTION'], ['STORE_NAME', 0], ['LOAD_GLOBAL', 3],
    ['LOAD_CONST', 1], ['CALL', 1], ['JUMP_BACKWARD', 12], ['RETURN_CONST', 2],
  ),
  linetable: lines(1, [0, 2], [2, 16], [null, 100]),
  exceptiontable: encodeExceptionTable([{ start: 2, end: 8, target: 32, depth: 1, lasti: true }]),
})

describe('renderDis', () => {
  test('lines, labels, arguments, the exception table, then the code inside', () => {
    expect(renderDis(outer, { address: () => '0x1' })).toBe(`\
   0           RESUME                   0

   2   L1:     LOAD_CONST               0 (<code object f at 0x1, file "x.py", line 2>)
               MAKE_FUNCTION
               STORE_NAME               0 (f)
       L2:     LOAD_GLOBAL              3 (print + NULL)

  --           LOAD_CONST               1 ('text')
               CALL                     1
               JUMP_BACKWARD           12 (to L2)
       L3:     RETURN_CONST             2 (None)
ExceptionTable:
  L1 to L2 -> L3 [1] lasti

Disassembly of <code object f at 0x1, file "x.py", line 2>:
  2           RESUME                   0

  3           LOAD_FAST_LOAD_FAST      1 (a, b)
              COMPARE_OP              88 (bool(==))
              RETURN_VALUE
`)
  })

  test('offsets, caches and the current instruction', () => {
    expect(renderDis(inner, { showOffsets: true, showCaches: true, lasti: 4 })).toBe(`\
  2          0       RESUME                   0

  3          2       LOAD_FAST_LOAD_FAST      1 (a, b)
             4   --> COMPARE_OP              88 (bool(==))
             6       CACHE                    0 (counter: 0)
             8       RETURN_VALUE
`)
    expect(renderDis(outer, { depth: 0 })).not.toContain('Disassembly')
  })
})

test('codeInfo lists what is there', () => {
  expect(codeInfo(inner)).toBe(`\
Name:              f
Filename:          x.py
Argument count:    0
Positional-only arguments: 0
Kw-only arguments: 0
Number of locals:  1
Stack size:        1
Flags:             OPTIMIZED, NEWLOCALS
Variable names:
   0: a
Cell variables:
   0: b`)
})
