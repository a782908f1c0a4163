import { describe, expect, test } from 'vitest'
import { readPycHeader, sourceHash, writePycHeader } from '../src/index.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const source = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text))

describe('.pyc headers', () => {
  test('source hash is CPython’s', () => {
    expect(hex(sourceHash(source('')))).toBe('27ec6d312f93b814')
    expect(hex(sourceHash(source('x = 1\n')))).toBe('e786e2893651120e')
    expect(hex(sourceHash(source('a'.repeat(100))))).toBe('3f9776367a35f2e0')
  })

  test('all three kinds round-trip', () => {
    const hash = sourceHash(source('x = 1\n'))
    const timestamp = writePycHeader({ kind: 'timestamp', mtime: 1700000000 + 2 ** 32, size: 6 })
    expect(hex(timestamp)).toBe('f30d0d0a00000000' + '00f15365' + '06000000')
    expect(readPycHeader(timestamp)).toEqual({ kind: 'timestamp', mtime: 1700000000, size: 6 })
    for (const [kind, flags] of [['checked-hash', '03'], ['unchecked-hash', '01']] as const) {
      const header = writePycHeader({ kind, hash })
      expect(hex(header)).toBe(`f30d0d0a${flags}000000${hex(hash)}`)
      expect(readPycHeader(header)).toEqual({ kind, hash })
    }
  })

  test('bad headers are told apart', () => {
    expect(() => readPycHeader(source('\x16\r\r\nabcdefghijkl'), 'm')).toThrow("bad magic number in 'm': b'\\x16\\r\\r\\n'")
    expect(() => readPycHeader(Uint8Array.of(0xf3, 13, 13, 10, 0))).toThrow('reached EOF while reading pyc header')
    const flags = Uint8Array.of(0xf3, 13, 13, 10, 4, ...Array.from({ length: 11 }, () => 0))
    expect(() => readPycHeader(flags, 'm')).toThrow("invalid flags 4 in 'm'")
  })
})
