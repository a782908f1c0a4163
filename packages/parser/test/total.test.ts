// Whatever the text, parsing ends in a tree or in one of our errors, and recovery in a tree.
import { expect, test } from 'vitest'
import { parse } from '../src/index.ts'
import { errorOf } from './parse-text.ts'

const pieces = (
  '( ) [ ] { } : , ; + - * ** / // = == := != -> . ... @ < > if else for in not is and or lambda def ' +
  'class return ' +
  "yield await async with as import from try except finally match case type _ x 1 1.5j 's' b'x' " +
  "f'{x' '} f\" \" '''" +
  ' # \\ $ é \0'
).split(' ').concat(['\n', '\n  ', '\n    ', ' '])

/** A small generator of pseudo-random numbers, so that a failure can be repeated. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('2,000 texts of random pieces', () => {
  const random = randomOf(13)
  for (let i = 0; i < 2000; i++) {
    const chosen = Array.from({ length: 1 + random(20) }, () => pieces[random(pieces.length)])
    const source = chosen.join(random(2) === 0 ? '' : ' ')
    expect(() => errorOf(source), JSON.stringify(source)).not.toThrow()
    expect(parse(source, { recover: true }).nodeType, JSON.stringify(source)).toBe('Module')
  }
}, 30_000)
