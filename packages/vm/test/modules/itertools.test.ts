// itertools, and the iterators among the builtins: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
from itertools import *
`

const cases: readonly (readonly [string, string])[] = [
  [
    'list(accumulate([1, 2, 3])), list(accumulate([1, 2], lambda a, b: a * b, initial=5)), list(accumulate([]))',
    '([1, 3, 6], [5, 5, 10], [])',
  ],
  ["list(batched('abcdefg', 3))", "[('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)]"],
  ["list(batched('abcd', 3, strict=True))", 'ValueError: batched(): incomplete batch'],
  ["batched('a', 0)", 'ValueError: n must be at least one'],
  ["list(chain('ab', 'c')), list(chain.from_iterable(['ab', 'c']))", "(['a', 'b', 'c'], ['a', 'b', 'c'])"],
  ['list(chain(1))', "TypeError: 'int' object is not iterable"],
  [
    "list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0))",
    "([('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')], [], [()])",
  ],
  ["combinations('ab', -1)", 'ValueError: r must be non-negative'],
  [
    "list(combinations_with_replacement('abc', 2))",
    "[('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')]",
  ],
  [
    "list(permutations('abc')), list(permutations('abc', 2))",
    "([('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')], [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')])",
  ],
  ["permutations('a', 'b')", 'TypeError: Expected int as r'],
  [
    "list(product('ab', [1, 2])), list(product('ab', repeat=2)), list(product()), list(product('', [1]))",
    "([('a', 1), ('a', 2), ('b', 1), ('b', 2)], [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')], [()], [])",
  ],
  ["product('a', repeat=-1)", 'ValueError: repeat argument cannot be negative'],
  ['product(x=1)', "TypeError: product() got an unexpected keyword argument 'x'"],
  ["list(compress('abcd', [1, 0, 1]))", "['a', 'c']"],
  [
    'list(islice(count(3, 2.5), 3)), count(), count(1, 2), count(step=1.0), list(islice(count(2**53 - 2), 4))',
    '([3, 5.5, 8.0], count(0), count(1, 2), count(0, 1.0), [9007199254740990, 9007199254740991, 9007199254740992, 9007199254740993])',
  ],
  ["count('a')", 'TypeError: a number is required'],
  ["list(islice(cycle('ab'), 5)), list(cycle([]))", "(['a', 'b', 'a', 'b', 'a'], [])"],
  [
    'list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2]))',
    '([3, 2], [1])',
  ],
  [
    "list(filterfalse(None, [0, 1, ''])), list(filterfalse(lambda x: x % 2, range(5)))",
    "([0, ''], [0, 2, 4])",
  ],
  [
    "[(k, list(g)) for k, g in groupby('aabbc')], [k for k, g in groupby('aabb')]",
    "([('a', ['a', 'a']), ('b', ['b', 'b']), ('c', ['c'])], ['a', 'b'])",
  ],
  ["list(islice('abcdef', 1, None, 2))", "['b', 'd', 'f']"],
  [
    "islice('abc', -1)",
    'ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.',
  ],
  ["islice('abc', 1, 2, 0)", 'ValueError: Step for islice() must be a positive integer or None.'],
  ["islice('abc')", 'TypeError: islice expected at least 2 arguments, got 1'],
  ["list(pairwise('abcd')), list(pairwise('a'))", "([('a', 'b'), ('b', 'c'), ('c', 'd')], [])"],
  ['repeat(1), repeat(1, 3), list(repeat(object=1, times=2))', '(repeat(1), repeat(1, 3), [1, 1])'],
  ['repeat(1).__length_hint__()', 'TypeError: len() of unsized object'],
  ['list(starmap(pow, [(2, 3), (3, 2)]))', '[8, 9]'],
  ["list(map(list, tee('abc'))), tee('abc', 0)", "([['a', 'b', 'c'], ['a', 'b', 'c']], ())"],
  ["tee('abc', -1)", 'ValueError: n must be >= 0'],
  ["list(zip_longest('ab', 'c', fillvalue='-'))", "[('a', 'c'), ('b', '-')]"],
  ['zip_longest(a=1)', 'TypeError: zip_longest() got an unexpected keyword argument'],
  ['cycle()', 'TypeError: cycle expected 1 argument, got 0'],
  ['starmap()', 'TypeError: starmap expected 2 arguments, got 0'],
  ['groupby()', "TypeError: groupby() missing required argument 'iterable' (pos 1)"],
  [
    "list(enumerate('ab', 5)), list(enumerate('ab', 2**53 - 1))",
    "([(5, 'a'), (6, 'b')], [(9007199254740991, 'a'), (9007199254740992, 'b')])",
  ],
  ['enumerate()', "TypeError: enumerate() missing required argument 'iterable'"],
  ["enumerate('a', 'b')", "TypeError: 'str' object cannot be interpreted as an integer"],
  ["list(zip('ab', [1, 2, 3])), list(zip())", "([('a', 1), ('b', 2)], [])"],
  ["list(zip('ab', [1], strict=True))", 'ValueError: zip() argument 2 is shorter than argument 1'],
  ["list(zip('a', [1, 2], strict=True))", 'ValueError: zip() argument 2 is longer than argument 1'],
  ["list(zip('ab', [1, 2], 'a', strict=True))", 'ValueError: zip() argument 3 is shorter than arguments 1-2'],
  ["zip('a', 5)", "TypeError: 'int' object is not iterable"],
  ['list(map(pow, [2, 3], [3, 2, 1]))', '[8, 9]'],
  ['map(abs)', 'TypeError: map() must have at least two arguments.'],
  ['list(filter(None, [0, 1])), list(filter(lambda x: x > 1, [1, 2]))', '([1], [2])'],
  ['filter(None)', 'TypeError: filter expected 2 arguments, got 1'],
  ["list(reversed('abc'))", "['c', 'b', 'a']"],
  ['reversed({1})', "TypeError: 'set' object is not reversible"],
  ['reversed()', 'TypeError: reversed expected 1 argument, got 0'],
  ['list(iter([1, 2, 3].pop, 1))', '[3, 2]'],
  ['iter(5, 5)', 'TypeError: iter(v, w): v must be callable'],
]

const given = answers(cases.map(([expression]) => expression), prelude)

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
  '$expression',
  ({ expected, place }) => {
    expect(given[place]).toBe(expected)
  },
)
