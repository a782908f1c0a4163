import { expect, test } from 'vitest'
import { parseKnown } from '../../src/libtest/known.ts'
import type { CaseResult, Outcome } from '../../src/libtest/process.ts'
import type { NativeOutcome } from '../../src/libtest/recorded.ts'
import { judge } from '../../src/libtest/verdict.ts'

const native = new Map<string, NativeOutcome>([['A.one', 'pass'], ['A.two', 'pass'], ['A.three', 'skip']])

function judged(ours: Readonly<Record<string, Outcome>>, known = '') {
  const results = Object.entries(ours).map(([name, outcome]): [string, CaseResult] => [name, { outcome, text: 'a\nwhy' }])
  const { complaints, known: listed, ...counts } = judge(native, new Map(results), parseKnown(known, 'known.txt'))
  return { ...counts, known: listed.map(({ name }) => name), complaints: complaints.map(({ name, what }) => `${name} ${what}`) }
}

test('what native skips does not count', () => {
  expect(judged({ 'A.one': 'pass', 'A.two': 'expected-failure', 'A.three': 'fail' })).toEqual({
    equal: 2, total: 2, known: [], complaints: [],
  })
})

test('a failure is unexpected until it is known', () => {
  const ours = { 'A.one': 'pass', 'A.two': 'fail' } as const
  expect(judged(ours).complaints).toEqual(['A.two fail: why'])
  expect(judged(ours, 'A.two fail because')).toEqual({ equal: 1, total: 2, known: ['A.two'], complaints: [] })
})

test('a known failure that passes is unexpected', () => {
  const ours = { 'A.one': 'pass', 'A.two': 'pass' } as const
  expect(judged(ours, 'A.two fail because').complaints).toEqual(['A.two passes now: take it off'])
  expect(judged({ ...ours, 'A.one': 'fail' }, 'A.* fail because').complaints).toEqual(['A.two passes now: take it off'])
})

test('an entry for no case is unexpected', () => {
  const ours = { 'A.one': 'pass', 'A.two': 'pass' } as const
  expect(judged(ours, 'A.three fail native skips it').complaints).toEqual(['A.three is expected, and no case that CPython passes'])
})

test('a skip where CPython passes is a failure', () => {
  expect(judged({ 'A.one': 'skip', 'A.two': 'pass' }).complaints).toEqual(['A.one skip: why'])
})

test('a case that did not run is told why', () => {
  expect(judged({ 'setUpClass (test.test_x.A)': 'error' }).complaints[0]).toBe(
    'A.one not run: setUpClass (test.test_x.A): error: why',
  )
  expect(judged({ 'setUpClass (test.test_x.B)': 'error' }).complaints[0]).toBe('A.one not run')
  expect(judged({ import: 'skip' }).complaints[0]).toBe('A.one not run: import: skip: why')
})
