// list and tuple: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
def after(x, change):
    value = change(x)
    return x, value
`

const cases: readonly (readonly [string, string])[] = [
  ['[5, 3][10]', 'IndexError: list index out of range'],
  ["[5]['a']", 'TypeError: list indices must be integers or slices, not str'],
  ['[5][1.5]', 'TypeError: list indices must be integers or slices, not float'],
  ['[5][::0]', 'ValueError: slice step cannot be zero'],
  ['[5, 3, 9, 1][::-1], [5, 3, 9, 1][-100:2], [5, 3, 9, 1][5:1:-2]', '([1, 9, 3, 5], [5, 3], [1])'],
  ['[5].index(7)', 'ValueError: 7 is not in list'],
  ['[5, 9].index(9, -2), [1].index(1, -1000, 10**30)', '(1, 0)'],
  ["[1].index(1, 'a')", 'TypeError: slice indices must be integers or have an __index__ method'],
  ['[1].remove(7)', 'ValueError: list.remove(x): x not in list'],
  ['[].pop()', 'IndexError: pop from empty list'],
  ['[1].pop(9)', 'IndexError: pop index out of range'],
  ["[1].insert('a', 1)", "TypeError: 'str' object cannot be interpreted as an integer"],
  ['[].append()', 'TypeError: list.append() takes exactly one argument (0 given)'],
  ['[].append(x=1)', 'TypeError: list.append() takes no keyword arguments'],
  ['[].sort(5)', 'TypeError: sort() takes no positional arguments'],
  ['[].sort(foo=5)', "TypeError: sort() got an unexpected keyword argument 'foo'"],
  ['[2, 1].sort(key=5)', "TypeError: 'int' object is not callable"],
  ['[1] + (1,)', 'TypeError: can only concatenate list (not "tuple") to list'],
  ["[1] * 'a'", "TypeError: can't multiply sequence by non-int of type 'str'"],
  ['[1] * -1, 2 * [1, 2]', '([], [1, 2, 1, 2])'],
  ['[1] < [1, 2], [1, 3] < [1, 2], [1] == [1.0]', '(True, False, True)'],
  ['[1] < 3', "TypeError: '<' not supported between instances of 'list' and 'int'"],
  ['hash([])', "TypeError: unhashable type: 'list'"],
  ['list(5)', "TypeError: 'int' object is not iterable"],
  ['list(1, 2)', 'TypeError: list expected at most 1 argument, got 2'],
  ['list(a=1)', 'TypeError: list() takes no keyword arguments'],
  ['[].__getitem__()', 'TypeError: list.__getitem__() takes exactly one argument (0 given)'],
  ["sorted([3, 'a'])", "TypeError: '<' not supported between instances of 'str' and 'int'"],
  [
    "sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted([3, 1, 2], reverse=True), sorted(['b', 'B'], key=str.lower)",
    "([(0, 'z'), (1, 'a'), (1, 'b')], [3, 2, 1], ['b', 'B'])",
  ],
  ['list[int], tuple[int, ...]', '(list[int], tuple[int, ...])'],
  [
    'iter([1, 2]).__length_hint__(), iter([1, 2]).__reduce__()[1:], reversed([1, 2]).__reduce__()[1:]',
    '(2, (([1, 2],), 0), (([1, 2],), 1))',
  ],
  ['after([0, 1, 2, 3, 4, 5], lambda x: x.__setitem__(slice(1, 3), [9]))', '([0, 9, 3, 4, 5], None)'],
  [
    "after([0, 1, 2, 3, 4, 5], lambda x: x.__setitem__(slice(None, None, 2), 'abc'))",
    "(['a', 1, 'b', 3, 'c', 5], None)",
  ],
  [
    'after([0, 1, 2], lambda x: x.__setitem__(slice(None, None, 2), [1]))',
    'ValueError: attempt to assign sequence of size 1 to extended slice of size 2',
  ],
  [
    'after([0, 1, 2], lambda x: x.__setitem__(slice(0, 1), 5))',
    'TypeError: must assign iterable to extended slice',
  ],
  ['after([0, 1, 2, 3, 4, 5], lambda x: x.__delitem__(slice(None, None, -2)))', '([0, 2, 4], None)'],
  ['after([1], lambda x: x.append(x))', '([1, [...]], None)'],
  ['(1, 2)[5]', 'IndexError: tuple index out of range'],
  ["(1, 2)['a']", 'TypeError: tuple indices must be integers or slices, not str'],
  ['(1, 2) + [3]', 'TypeError: can only concatenate tuple (not "list") to tuple'],
  ['(1, 2).index(5)', 'ValueError: tuple.index(x): x not in tuple'],
  [
    "hash((1, 2)), hash(()), hash((1.5, -3, 2**70)), hash(('a',))",
    '(-3550055125485641917, 5740354900026072187, 3226072455059896629, 7319529274390396360)',
  ],
  ['hash((1, []))', "TypeError: unhashable type: 'list'"],
  [
    '(1, 2).__getnewargs__(), ((1,),), (1, 2) * 2, (1, 2, 3)[::-1]',
    '(((1, 2),), ((1,),), (1, 2, 1, 2), (3, 2, 1))',
  ],
  ['tuple(x=1)', 'TypeError: tuple() takes no keyword arguments'],
]

const given = answers(cases.map(([expression]) => expression), prelude)

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
  '$expression',
  ({ expected, place }) => {
    expect(given[place]).toBe(expected)
  },
)
