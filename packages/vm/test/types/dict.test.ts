// dict: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
def after(x, change):
    value = change(x)
    return x, value

def walk(change):
    d = {i: i for i in range(5)}
    seen = []
    try:
        for k in d:
            seen.append(k)
            change(d, k)
    except RuntimeError as error:
        seen.append(str(error))
    return seen, d
class Missing(dict):
    def __missing__(self, key): return ('missing', key)
class Mapping:
    def keys(self): return 'ab'
    def __getitem__(self, key): return key.upper()
class Key:
    def __init__(self, value): self.value = value
    def __hash__(self): return 5
    def __eq__(self, other): return isinstance(other, Key) and self.value == other.value
`

const cases: readonly (readonly [string, string])[] = [
  ["{}['x']", "KeyError: 'x'"],
  ['{}[[]]', "TypeError: unhashable type: 'list'"],
  ['{}.get()', 'TypeError: get expected at least 1 argument, got 0'],
  ["{1: 2}.get(1.0), {1: 2}.get(5, 'd'), {2**53: 1}[float(2**53)]", "(2, 'd', 1)"],
  ["{}.pop('q')", "KeyError: 'q'"],
  ["{}.pop('q', None)", 'None'],
  ['{}.popitem()', "KeyError: 'popitem(): dictionary is empty'"],
  ['{}.update(5)', "TypeError: 'int' object is not iterable"],
  ['{}.update([1])', 'TypeError: cannot convert dictionary update sequence element #0 to a sequence'],
  ['{}.update([(1, 2, 3)])', 'ValueError: dictionary update sequence element #0 has length 3; 2 is required'],
  ['{}.update(1, 2)', 'TypeError: update expected at most 1 argument, got 2'],
  ['dict(5)', "TypeError: 'int' object is not iterable"],
  ["dict([(1, 2)], x=5), dict.fromkeys('ab', 0)", "({1: 2, 'x': 5}, {'a': 0, 'b': 0})"],
  ["{'a': 1} | {'b': 2}", "{'a': 1, 'b': 2}"],
  ["{'a': 1} | [(1, 2)]", "TypeError: unsupported operand type(s) for |: 'dict' and 'list'"],
  ["after({'a': 1}, lambda d: d.__ior__([(1, 2)]))", "({'a': 1, 1: 2}, {'a': 1, 1: 2})"],
  ['{} < {}', "TypeError: '<' not supported between instances of 'dict' and 'dict'"],
  ['hash({})', "TypeError: unhashable type: 'dict'"],
  [
    "{'a': 1}.keys(), {'a': 1}.values(), {'a': 1}.items()",
    "(dict_keys(['a']), dict_values([1]), dict_items([('a', 1)]))",
  ],
  [
    "{'a': 1, 'b': 2}.keys() & {'a', 'q'}, {'a': 1}.keys() - {'a'}, {'a': 1}.items() & {('a', 1)}",
    "({'a'}, set(), {('a', 1)})",
  ],
  [
    "{'a': 1}.keys() == {'a'}, {'a': 1}.keys() < {'a', 'b'}, {'a': 1}.keys().isdisjoint([5])",
    '(True, True, True)',
  ],
  ["{'a': 1}.keys() + 1", "TypeError: unsupported operand type(s) for +: 'dict_keys' and 'int'"],
  ['list(reversed({1: 2, 3: 4})), list(reversed({1: 2, 3: 4}.items()))', '([3, 1], [(3, 4), (1, 2)])'],
  ['{1: 1, 1.0: 2, True: 3}', '{1: 3}'],
  ['iter({1: 2}).__length_hint__(), iter({1: 2}.items()).__reduce__()[1:]', '(1, (([(1, 2)],),))'],
  [
    'walk(lambda d, k: d.__setitem__(k + 10, 1))',
    "([0, 'dictionary changed size during iteration'], {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 10: 1})",
  ],
  [
    'walk(lambda d, k: d.pop(k))',
    "([0, 'dictionary changed size during iteration'], {1: 1, 2: 2, 3: 3, 4: 4})",
  ],
  ['walk(lambda d, k: d.__setitem__(k, 9))', '([0, 1, 2, 3, 4], {0: 9, 1: 9, 2: 9, 3: 9, 4: 9})'],
  [
    'walk(lambda d, k: (d.pop(k), d.__setitem__(k + 10, 1)))',
    "([0, 2, 3, 4, 10, 'dictionary keys changed during iteration'], {1: 1, 12: 1, 13: 1, 14: 1, 20: 1})",
  ],
  [
    'walk(lambda d, k: (d.pop(k), d.__setitem__(k, 1)))',
    "([0, 2, 3, 4, 0, 'dictionary keys changed during iteration'], {1: 1, 2: 1, 3: 1, 4: 1, 0: 1})",
  ],
  ['walk(lambda d, k: d.clear())', "([0, 'dictionary changed size during iteration'], {})"],
  [
    "Missing(a=1)['q'], Missing(a=1).get('q'), type(Missing().copy()), Missing(a=1)",
    "(('missing', 'q'), None, <class 'dict'>, {'a': 1})",
  ],
  ['dict(Mapping()), {**Mapping()}', "({'a': 'A', 'b': 'B'}, {'a': 'A', 'b': 'B'})"],
  ['after({1: 1}, lambda d: d.__setitem__(1, d))', '({1: {...}}, None)'],
  [
    "{Key(1): 1, Key(2): 2, 'a': 3}[Key(2)], Key(3) in {Key(1): 1}, {'a': 1, Key(1): 2}['a']",
    '(2, False, 1)',
  ],
]

const given = answers(cases.map(([expression]) => expression), prelude)

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
  '$expression',
  ({ expected, place }) => {
    expect(given[place]).toBe(expected)
  },
)
