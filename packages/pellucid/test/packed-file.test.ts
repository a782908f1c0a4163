import { describe, expect, it } from 'vitest'
import { dumpsCode } from '@pellucid/marshal'
import type { CodeObject } from '@pellucid/opcode-spec'
import { compile } from '../src/frontend.ts'
import { packCode, unpackCode } from '@pellucid/vm'
import { readPacked, writePacked } from '../src/packed-file.ts'

const storeCode = (code: CodeObject): Uint8Array => writePacked(packCode(code))
const restoreCode = (file: Uint8Array): CodeObject | undefined => {
  const packed = readPacked(file)
  return packed && unpackCode(packed)
}

const source = `
"""Grüße, \U0001d11e"""
constants = (1, -1, 2 ** 70, 1.5, -0.0, 1e308 * 10, 3j, b'\\x00\\xff', None, True, ..., 'a\\ud800', (1, (2, 'x')))
def outer(a, /, b=1, *args, c, **rest):
    "Doc."
    try:
        return [lambda: (a, d) for d in args if d in {'x', 'y', 2}]
    except* ValueError as é:
        raise
class Cell:
    x: int = 0
`

describe('stored code', () => {
  it('comes back as it was, whatever the constants', () => {
    const code = compile(source, 'stored.py', 'exec')
    const restored = restoreCode(storeCode(code))
    expect(restored).toEqual(code)
    expect(restored && dumpsCode(restored)).toEqual(dumpsCode(code))
  })

  it('is undefined when the file was cut or damaged', () => {
    const file = storeCode(compile('x = 1', 'x.py', 'exec'))
    expect(restoreCode(file.subarray(0, 3))).toBeUndefined()
    expect(restoreCode(file.subarray(0, 40))).toBeUndefined()
    expect(restoreCode(Uint8Array.from(file, (byte, at) => (at === 4 ? 0 : byte)))).toBeUndefined()
  })
})
