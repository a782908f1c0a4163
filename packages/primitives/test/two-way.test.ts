// Searches on texts made against them: the right place, in linear time.
import { describe, expect, it } from 'vitest'
import { countText, findText, findUnits, replaceText, rfindText, rfindUnits } from '../src/text/search.ts'
import { twoWaySearch } from '../src/text/two-way.ts'

/** Words over few letters, where parts overlap themselves: the same ones every time. */
function* words(): Generator<[text: string, part: string]> {
  let state = 12345
  const below = (limit: number): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % 65536 % limit
  const word = (size: number, letters: number): string => Array.from({ length: size }, () => 'abc'[below(letters)]).join('')
  for (let turn = 0; turn < 3000; turn++) {
    const letters = 1 + below(3)
    const unit = word(1 + below(5), letters)
    const long = turn % 30 === 0
    const text = long ? unit.repeat(300) + word(below(9), letters) + unit.repeat(below(300)) : word(below(60), letters)
    const part = long ? unit.repeat(40 + below(200)) + word(below(3), letters) : word(1 + below(12), letters)
    yield [text, part]
  }
}

const unitsOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('search', () => {
  it('finds what a plain search finds', () => {
    for (const [text, part] of words()) {
      const [units, wanted] = [unitsOf(text), unitsOf(part)]
      const [first, last] = [text.indexOf(part), text.lastIndexOf(part)]
      const end = text.length
      const reader = (of: Uint8Array) => (index: number) => of[index]!
      expect(twoWaySearch(reader(units), 0, end, reader(wanted), part.length)).toBe(first)
      expect([findText(text, part, 0, end), findUnits(units, wanted, 0, end)]).toEqual([first, first])
      expect([rfindText(text, part, 0, end), rfindUnits(units, wanted, 0, end)]).toEqual([last, last])
      expect(countText(text, part, 0, end)).toBe(text.split(part).length - 1)
      expect(replaceText(text, part, '-', -1)).toBe(text.split(part).join('-'))
    }
  })

  it('reads a text only a few times over', () => {
    const size = 2000
    const half = size / 2
    for (const part of ['a'.repeat(half) + 'b' + 'a'.repeat(half - 1), 'b' + 'a'.repeat(size), 'a'.repeat(size) + 'b', 'ab'.repeat(half) + 'bb']) {
      for (const text of ['a'.repeat(50_000), 'ab'.repeat(25_000), ('a'.repeat(half) + 'c').repeat(50)]) {
        let reads = 0
        const counted = (from: string) => (index: number) => {
          reads++
          return from.charCodeAt(index)
        }
        expect(twoWaySearch(counted(text), 0, text.length, counted(part), part.length)).toBe(-1)
        expect(reads).toBeLessThan(4 * text.length + 12 * part.length)
        reads = 0
        const units = new Proxy(unitsOf(text), {
          get(target, key: string) {
            reads++
            const value: unknown = Reflect.get(target, key)
            return typeof value === 'function' ? value.bind(target) : value
          },
        })
        expect(rfindUnits(units, unitsOf(part), 0, text.length)).toBe(-1)
        expect(reads).toBeLessThan(14 * text.length + 30 * part.length)
      }
    }
  })
})
