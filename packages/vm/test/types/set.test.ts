// set and frozenset: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
def walk(change):
    s = {1, 2, 3, 4, 5}
    seen = []
    try:
        for k in s:
            seen.append(k)
            change(s, k)
    except RuntimeError as error:
        seen.append(str(error))
    return seen, s
def numbers(count, seed, limit):
    made = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        made.append((seed >> 8) % limit)
    return made
def history(count, seed, limit):
    a, b = numbers(count, seed, limit), numbers(count // 2 + 1, seed + 1, limit)
    left, right = set(a), set(b)
    seen = []
    note = lambda items: seen.append(hash(tuple(items)) % 1000003)
    for made in (left, left | right, left & right, left - right, right - left, left ^ right, left.copy(), set(dict.fromkeys(a))): note(made)
    changing = set(left)
    note([changing.pop() for _ in range(len(changing) // 2)])
    for item in b: changing.add(item)
    note(changing)
    note([changing.pop() for _ in range(len(changing) // 3)])
    changing.difference_update(b[:len(b) // 2])
    note(changing)
    changing.symmetric_difference_update(a)
    note(changing)
    changing &= left
    note(changing)
    note({-x * 2**40 for x in a})
    note({x * 2**62 - 5 for x in a})
    note({x / 7 for x in a})
    note({(x, x + 1) for x in a})
    return seen
class Counted:
    asked = 0
    def __init__(self, value): self.value = value
    def __hash__(self):
        Counted.asked += 1
        return self.value % 3
    def __eq__(self, other): return self.value == other.value
def hashes():
    s = {Counted(i) for i in range(10)}
    made = (s.copy(), s | s.copy(), list(s), dict.fromkeys(s), set(dict.fromkeys(s)))
    return Counted.asked, [item.value for item in made[1]]
`

const cases: readonly (readonly [string, string])[] = [
  [
    "{10, 1, 100, 5, 33}, {8, 16, 24, 0, 1}, set('hello world'), {1.5, 'x', (1, 2), -7, 2**70}",
    "({1, 33, 100, 5, 10}, {0, 1, 16, 8, 24}, {' ', 'd', 'r', 'h', 'o', 'e', 'w', 'l'}, {1180591620717411303424, 1.5, (1, 2), 'x', -7})",
  ],
  ['{1} | [1]', "TypeError: unsupported operand type(s) for |: 'set' and 'list'"],
  [
    '{1, 2}.union([3], (4,)), {1, 2, 3}.intersection([2, 3], {3}), {1, 2}.difference([1]), {1, 2} ^ {2, 3}',
    '({1, 2, 3, 4}, {3}, {2}, {1, 3})',
  ],
  ['{1}.add([])', "TypeError: unhashable type: 'list'"],
  ['{1}.remove(5)', 'KeyError: 5'],
  ['set().pop()', "KeyError: 'pop from an empty set'"],
  ['set(5)', "TypeError: 'int' object is not iterable"],
  ['set(1, 2)', 'TypeError: set expected at most 1 argument, got 2'],
  ['set(x=1)', 'TypeError: set() takes no keyword arguments'],
  ['frozenset(x=1)', 'TypeError: frozenset() takes no keyword arguments'],
  ["frozenset('ab', 'cd')", 'TypeError: frozenset expected at most 1 argument, got 2'],
  [
    "hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset('abc'))",
    '(-272375401224217160, 133146708735736, 8636088911049444515)',
  ],
  ['hash({1})', "TypeError: unhashable type: 'set'"],
  ['{1} < {1, 2}, {1} == {1.0}, {1} == frozenset([1])', '(True, True, True)'],
  ['{1} <= [1]', "TypeError: '<=' not supported between instances of 'set' and 'list'"],
  ['{1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2])', '(True, True, True)'],
  [
    'frozenset([1]) | {2}, {1} | frozenset([2]), set(), frozenset()',
    '(frozenset({1, 2}), {1, 2}, set(), frozenset())',
  ],
  ['{1} in {frozenset([1])}', 'True'],
  ['{frozenset([1])}.remove({2})', 'KeyError: {2}'],
  ['iter({1, 2}).__length_hint__(), iter({1, 2}).__reduce__()[1:]', '(2, (([1, 2],),))'],
  ['walk(lambda s, k: s.add(k + 10))', "([1, 'Set changed size during iteration'], {1, 2, 3, 4, 5, 11})"],
  ['walk(lambda s, k: s.remove(k))', "([1, 'Set changed size during iteration'], {2, 3, 4, 5})"],
  ['walk(lambda s, k: s.add(k))', '([1, 2, 3, 4, 5], {1, 2, 3, 4, 5})'],
  [
    'history(20, 2, 1000)',
    '[745504, 497999, 35148, 745504, 718026, 615803, 448444, 448444, 659754, 500216, 466963, 82402, 217792, 530918, 691788, 665259, 496402, 404497]',
  ],
  [
    'history(50, 3, 100)',
    '[531555, 401709, 113679, 569097, 459687, 2275, 531555, 531555, 619851, 449773, 205420, 911834, 985839, 922085, 46638, 93513, 13690, 129101]',
  ],
  [
    'history(200, 4, 10**6)',
    '[480826, 163616, 35148, 650365, 628959, 354121, 480826, 951409, 559698, 541880, 124807, 316293, 846086, 534651, 122859, 712440, 289322, 516793]',
  ],
  [
    'history(500, 5, 300)',
    '[564985, 529682, 754201, 276003, 966681, 877593, 564985, 564985, 68990, 344141, 810297, 16318, 176968, 946889, 611119, 61996, 71192, 114933]',
  ],
  [
    'history(3000, 6, 10**9)',
    '[499493, 890165, 35148, 153382, 709332, 290050, 499493, 499493, 898736, 622504, 931992, 622409, 473258, 126119, 326583, 104141, 792401, 780178]',
  ],
  ['hashes()', '(10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])'],
]

const given = answers(cases.map(([expression]) => expression), prelude)

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
  '$expression',
  ({ expected, place }) => {
    expect(given[place]).toBe(expected)
  },
)
