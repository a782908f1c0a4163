import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dumps, ListValue, loads, MarshalError } from '../src/index.ts'

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`./__oracle__/${name}.json`, import.meta.url), 'utf8')) as T
const unhex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

const outcome = (bytes: Uint8Array): string => {
  try {
    loads(bytes)
    return 'ok'
  } catch (error) {
    if (error instanceof MarshalError) return `${error.name}: ${error.message}`
    throw error
  }
}

describe('broken data raises what CPython raises', () => {
  test.each(read<[string, string][]>('errors'))('%#', (hex, expected) => {
    expect(outcome(unhex(hex))).toBe(expected)
  })
})

test('any bytes give a value or a MarshalError', () => {
  const seeds = [
    ...Object.values(read<Record<string, string>>('programs')), ...read<string[][]>('values').flatMap((row) => row.slice(1)),
  ].map(unhex)
  const letters = [...'0NFTS.iIlfgxysutaAzZ()[{<>cr'].map((letter) => letter.charCodeAt(0))
  let state = 12345
  const random = (limit: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % limit
  }
  for (let round = 0; round < 4000; round++) {
    const bytes = [...seeds[random(seeds.length)]!]
    for (let change = random(4); change >= 0; change--) {
      const at = random(bytes.length + 1)
      const letter = letters[random(letters.length)]! | (random(2) << 7)
      const [remove, insert] = [[1, random(256)], [1, letter], [random(5), -1], [bytes.length, -1], [0, letter]][random(5)]!
      bytes.splice(at, remove!, ...(insert! < 0 ? [] : [insert!]))
    }
    outcome(Uint8Array.from(bytes))
  }
})

test('a declared size is not believed', () => {
  expect(outcome(unhex('28ffffff7f'))).toBe('EOFError: EOF read where object expected')
  expect(outcome(unhex('73ffffff7f'))).toBe('EOFError: marshal data too short')
})

test('a tuple of shared tuples is hashed in linear time', () => {
  // t[n] = (t[n+1], t[n+1]), sixty levels, as the item of a set: 2 ** 60 leaves.
  const nested = (level: number): string =>
    level === 60 ? 'a900' : `a902${nested(level + 1)}72${(level + 1).toString(16).padStart(2, '0')}000000`
  expect(outcome(unhex(`3c01000000${nested(0)}`))).toBe('ok')
})

test('too deep to write', () => {
  let list = new ListValue([])
  for (let level = 0; level < 2000; level++) list = new ListValue([list])
  expect(() => dumps(list)).toThrow('object too deeply nested to marshal')
})
