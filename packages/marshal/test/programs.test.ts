import { readFileSync } from 'node:fs'
import { verifyTree } from '@pellucid/opcode-spec'
import type { CodeObject } from '@pellucid/opcode-spec'
import { describe, expect, test } from 'vitest'
import { dumpsCode, loads } from '../src/index.ts'

// What CPython 3.13.0 wrote for programs that try one rule of sharing each.
const recorded = JSON.parse(
  readFileSync(new URL('./__oracle__/programs.json', import.meta.url), 'utf8'),
) as Record<string, string>

describe('reference flags are computed from values', () => {
  test.each(Object.entries(recorded))('%s', (_, hex) => {
    const code = loads(Uint8Array.from(Buffer.from(hex, 'hex'))) as CodeObject
    expect(verifyTree(code)).toEqual([])
    expect(Buffer.from(dumpsCode(code)).toString('hex')).toBe(hex)
  })

  test('a code object nobody else holds has no flag', () => {
    const code = loads(Uint8Array.from(Buffer.from(recorded['nested-class']!, 'hex'))) as CodeObject
    expect([dumpsCode(code)[0], dumpsCode(code, { held: false })[0]]).toEqual([0xe3, 0x63])
  })
})
