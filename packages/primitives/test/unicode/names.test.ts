import { expect, test } from 'vitest'
import { characterByName } from '../../src/unicode/names.ts'

test('names, aliases and computed names', () => {
  expect(characterByName('GREEK SMALL LETTER ALPHA')).toBe('α')
  expect(characterByName('snowman')).toBe('☃')
  expect(characterByName('LINE FEED')).toBe('\n')
  expect(characterByName('VS16')).toBe('\ufe0f')
  expect(characterByName('CJK UNIFIED IDEOGRAPH-4E2D')).toBe('中')
  expect(characterByName('HANGUL SYLLABLE GAG')).toBe('각')
})

test('no name, no character', () => {
  for (const name of ['', 'NO SUCH NAME', 'CJK UNIFIED IDEOGRAPH-0041', 'HANGUL SYLLABLE ZZ', '<control>']) {
    expect(characterByName(name)).toBeUndefined()
  }
})
