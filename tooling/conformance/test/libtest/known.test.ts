import { expect, test } from 'vitest'
import { covers, parseKnown } from '../../src/libtest/known.ts'

test('an entry is a case, a state and a reason', () => {
  expect(parseKnown('# why\n\nA.test_b  fail  reference counts\nA.*  skip  it hangs\n', 'test_x.txt')).toEqual([
    { pattern: 'A.test_b', state: 'fail', reason: 'reference counts' },
    { pattern: 'A.*', state: 'skip', reason: 'it hangs' },
  ])
})

test.each(['A.test_b', 'A.test_b fail', 'A.test_b fail ', 'A.test_b pass because'])('%j is refused', (line) => {
  expect(() => parseKnown(line, 'test_x.txt')).toThrow('test_x.txt: an expectation is')
})

test('a star stands for all that follow', () => {
  const [some, one] = parseKnown('A.test_*  fail  x\nB.test_c  fail  x', 'test_x.txt')
  expect([covers(some!, 'A.test_b'), covers(some!, 'B.test_b')]).toEqual([true, false])
  expect([covers(one!, 'B.test_c'), covers(one!, 'B.test_cc')]).toEqual([true, false])
})
