import { expect, test } from 'vitest'
import { isXidContinue, isXidStart } from '../../src/index.ts'

test.each([
  ['a', true, true], ['_', true, true], ['0', false, true], ['é', true, true], ['℘', true, true], ['·', false, true],
  ['\u0301', false, true], ['€', false, false], ['𝔘', true, true], ['\u{10ffff}', false, false], ['ͺ', false, false],
])('%s may start a name: %s, go on with it: %s', (character, start, rest) => {
  const point = character.codePointAt(0) as number
  expect([isXidStart(point), isXidContinue(point)]).toEqual([start, rest])
})

test('Unicode 15.1 has so many of both', () => {
  let starts = 0
  let rests = 0
  for (let point = 0; point < 0x110000; point++) {
    if (isXidStart(point)) starts++
    if (isXidContinue(point)) rests++
  }
  expect([starts, rests]).toEqual([136945, 140089])
})
