// Hashes, and the order of sets, against CPython.
import { describe, expect, test } from 'vitest'
import * as p from '../src/index.ts'
import { agreesWithRecorded } from './recorded.ts'

const key = p.hashKeyOfSeed(0)

describe('hash', () => {
  agreesWithRecorded({
    hasht: (items: p.Integer[]) => p.hashTuple(items.map(p.hashInteger)),
    hashfs: (items: p.Integer[]) => p.hashFrozenSet([...new Set(items)].map(p.hashInteger)),
    hashb: (bytes: Uint8Array) => p.hashBytes(bytes, key),
  })

  test('text by its narrowest unit, for seeds 0, 1 and 42', () => {
    expect(p.hashText('', key)).toBe(0)
    expect(p.hashText('abc', key)).toBe(p.hashBytes(Uint8Array.of(97, 98, 99), key))
    expect(p.hashCodePoints([0x1f600], key)).toBe(p.hashBytes(Uint8Array.of(0, 0xf6, 1, 0), key))
    expect(p.hashText('a', p.hashKeyOfSeed(1))).not.toBe(p.hashText('a', p.hashKeyOfSeed(42)))
  })
})

type Operation = readonly [string, p.Integer]

describe('set order', () => {
  const empty = (): p.ProbeSet<p.Integer> => new p.ProbeSet((a, b) => a === b)
  agreesWithRecorded({
    setops: (operations: Operation[]) => {
      const set = empty()
      const popped: (p.Integer | undefined)[] = []
      for (const [name, item] of operations) {
        if (name === 'a') set.add(item, p.hashInteger(item))
        else if (name === 'd') set.delete(item, p.hashInteger(item))
        else if (set.size > 0) popped.push(set.pop())
      }
      const merged = empty()
      for (const item of [...set.keys()].slice(0, 7)) merged.add(item, p.hashInteger(item))
      merged.merge(set)
      const copy = empty()
      copy.merge(set)
      return [[...set.keys()], popped, [...merged.keys()], [...copy.keys()]]
    },
  })
})
