// the comparisons that sorting makes: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
def numbers(count, seed, limit):
    made = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        made.append((seed >> 8) % limit)
    return made
class Item:
    def __init__(self, value): self.value = value
    def __lt__(self, other):
        Item.log.append((self.value, other.value))
        return self.value < other.value
def log(values, **options):
    Item.log = []
    items = sorted(map(Item, values), **options)
    total = 0
    for a, b in Item.log: total = (total * 31 + a * 7 + b) % 1000000007
    return len(Item.log), Item.log[:6], total, [item.value for item in items][:5]
def modified(change):
    items = [3, 1, 2]
    try: items.sort(key=lambda value: change(items, value) or value)
    except ValueError as error: return str(error), items
    return items
`

const cases: readonly (readonly [string, string])[] = [
  ['log([3, 1, 2])', '(6, [(1, 3), (2, 1), (1, 2), (2, 3), (2, 3), (2, 1)], 300429323, [1, 2, 3])'],
  [
    'log(numbers(10, 3, 100))',
    '(25, [(21, 59), (33, 21), (21, 33), (33, 59), (33, 59), (33, 21)], 318103400, [12, 16, 21, 25, 33])',
  ],
  [
    'log(numbers(40, 4, 10))',
    '(158, [(4, 7), (2, 4), (0, 2), (5, 0), (0, 5), (5, 7)], 747877707, [0, 0, 0, 0, 0])',
  ],
  [
    'log(numbers(70, 5, 1000))',
    '(338, [(18, 864), (911, 18), (18, 911), (911, 864), (663, 911), (663, 864)], 722893031, [4, 18, 49, 97, 104])',
  ],
  [
    'log(numbers(200, 7, 10000))',
    '(1265, [(415, 8469), (2288, 415), (415, 2288), (2288, 8469), (2288, 8469), (2288, 415)], 660440831, [21, 29, 180, 197, 305])',
  ],
  [
    'log(numbers(500, 8, 50))',
    '(3822, [(17, 17), (27, 17), (8, 27), (17, 27), (8, 17), (8, 17)], 783544128, [0, 0, 0, 0, 0])',
  ],
  [
    'log(list(range(100, 0, -1)))',
    '(99, [(99, 100), (98, 99), (97, 98), (96, 97), (95, 96), (94, 95)], 993872083, [1, 2, 3, 4, 5])',
  ],
  ['log([1] * 50)', '(49, [(1, 1), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)], 925708410, [1, 1, 1, 1, 1])'],
  [
    'log(list(range(50)) * 2)',
    '(199, [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5)], 61386901, [0, 0, 1, 1, 2])',
  ],
  [
    'log([5, 5, 5, 4, 4, 3, 3, 3, 1] + list(range(100)))',
    '(281, [(5, 5), (5, 5), (4, 5), (5, 5), (4, 4), (4, 4)], 626661548, [0, 1, 1, 2, 3])',
  ],
  [
    'log(list(range(200)) + list(range(100, 300)) + numbers(90, 3, 9))',
    '(1212, [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5)], 617077952, [0, 0, 0, 0, 0])',
  ],
  [
    'log(numbers(300, 9, 40), reverse=True)',
    '(2082, [(8, 30), (7, 8), (33, 7), (7, 33), (33, 30), (17, 33)], 575745419, [39, 39, 39, 39, 39])',
  ],
  ['modified(lambda items, value: items.append(value))', "('list modified during sort', [1, 2, 3])"],
  ['modified(lambda items, value: items.clear())', '[1, 2, 3]'],
]

const given = answers(cases.map(([expression]) => expression), prelude)

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
  '$expression',
  ({ expected, place }) => {
    expect(given[place]).toBe(expected)
  },
)
