// _collections, _functools, _operator, _heapq, _bisect: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
def after(x, change):
    value = change(x)
    return x, value

from _collections import *
from _collections import _tuplegetter, _count_elements
from _functools import *
from _functools import _lru_cache_wrapper
from _operator import *
from _operator import _compare_digest
from _heapq import *
from _bisect import *
def changed(items, change):
    try:
        for item in items: change(items)
    except RuntimeError as error: return str(error)
def cached(limit, typed):
    calls = []
    def function(*args, **names):
        calls.append((args, names))
        return len(calls)
    wrapper = _lru_cache_wrapper(function, limit, typed, lambda *info: info)
    return [wrapper(1), wrapper(1), wrapper(2), wrapper(3), wrapper(1), wrapper(1.0), wrapper(1, x=2)], wrapper.cache_info(), calls
def heaps(count):
    seed, heap = count, []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        heap.append((seed >> 8) % 1000000)
    heapify(heap)
    return hash(tuple(heap)), hash(tuple([heappop(heap) for _ in range(count // 2)])), hash(tuple(heap))
`

const cases: readonly (readonly [string, string])[] = [
  [
    "deque(), deque('abc', 2), deque('abc', maxlen=0), deque(maxlen=3, iterable=range(5))",
    "(deque([]), deque(['b', 'c'], maxlen=2), deque([], maxlen=0), deque([2, 3, 4], maxlen=3))",
  ],
  ["deque('a', 'b')", 'TypeError: an integer is required'],
  ["deque('a', -1)", 'ValueError: maxlen must be non-negative'],
  ['deque(1, 2, 3)', 'TypeError: deque() takes at most 2 arguments (3 given)'],
  ['deque()[9]', 'IndexError: deque index out of range'],
  ["deque()['a']", "TypeError: sequence index must be integer, not 'str'"],
  [
    "after(deque([1, 2, 3]), lambda d: (d.append(5), d.appendleft(0), d.extendleft('ab'), d.rotate(2)))",
    "(deque([3, 5, 'b', 'a', 0, 1, 2]), (None, None, None, None))",
  ],
  ["after(deque([1, 2, 3]), lambda d: d.insert(1, 'x'))", "(deque([1, 'x', 2, 3]), None)"],
  ['deque([1], 1).insert(0, 2)', 'IndexError: deque already at its maximum size'],
  ['deque().pop()', 'IndexError: pop from an empty deque'],
  ['deque([1]).remove(9)', 'ValueError: 9 is not in deque'],
  ['deque([1]).index(9)', 'ValueError: 9 is not in deque'],
  [
    "deque([1, 2]) + deque([1]), deque([1, 2]) * 2, deque([1, 2, 3], 2) * 3, list(reversed(deque('ab')))",
    "(deque([1, 2, 1]), deque([1, 2, 1, 2]), deque([2, 3], maxlen=2), ['b', 'a'])",
  ],
  ['deque([1]) + [1]', 'TypeError: can only concatenate deque (not "list") to deque'],
  ['deque([1, 2]) == deque([1, 2]), deque([1, 2]) < deque([1, 3]), deque([1]) == [1]', '(True, True, False)'],
  ['after(deque([1]), lambda d: d.append(d))', '(deque([1, [...]]), None)'],
  ['changed(deque([1, 2]), lambda d: d.append(1))', "'deque mutated during iteration'"],
  [
    "defaultdict(int), defaultdict(int, a=1) | {'b': 2}, {'b': 2} | defaultdict(int, a=1)",
    "(defaultdict(<class 'int'>, {}), defaultdict(<class 'int'>, {'a': 1, 'b': 2}), defaultdict(<class 'int'>, {'b': 2, 'a': 1}))",
  ],
  ['defaultdict(5)', 'TypeError: first argument must be callable or None'],
  ["defaultdict()['x']", "KeyError: 'x'"],
  ["after(defaultdict(list), lambda d: d['a'].append(1))", "(defaultdict(<class 'list'>, {'a': [1]}), None)"],
  [
    'OrderedDict(), OrderedDict(a=1, b=2), OrderedDict([(1, 2)]).items(), list(reversed(OrderedDict(a=1, b=2)))',
    "(OrderedDict(), OrderedDict({'a': 1, 'b': 2}), odict_items([(1, 2)]), ['b', 'a'])",
  ],
  [
    "after(OrderedDict(a=1, b=2, c=3), lambda d: (d.move_to_end('a'), d.move_to_end('c', False)))",
    "(OrderedDict({'c': 3, 'b': 2, 'a': 1}), (None, None))",
  ],
  ['OrderedDict().move_to_end(1)', 'KeyError: 1'],
  ['after(OrderedDict(a=1, b=2), lambda d: d.popitem(False))', "(OrderedDict({'b': 2}), ('a', 1))"],
  ['OrderedDict().popitem()', "KeyError: 'dictionary is empty'"],
  [
    'OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1)',
    '(False, True)',
  ],
  ['changed(OrderedDict(a=1, b=2), lambda d: d.update(c=1))', "'OrderedDict mutated during iteration'"],
  ["changed(OrderedDict(a=1, b=2), lambda d: d.move_to_end('a'))", "'OrderedDict mutated during iteration'"],
  ["_tuplegetter(0, 'doc'), _tuplegetter(1, 'd').__get__((5, 6))", "(_tuplegetter(0, 'doc'), 6)"],
  [
    "_tuplegetter(1, 'd').__get__(5, int)",
    "TypeError: descriptor for index '1' for tuple subclasses doesn't apply to 'int' object",
  ],
  ["after({}, lambda d: _count_elements(d, 'abca'))", "({'a': 2, 'b': 1, 'c': 1}, None)"],
  ['reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [], 5)', '(6, 5)'],
  ['reduce(max, [])', 'TypeError: reduce() of empty iterable with no initial value'],
  ['reduce(1, 5)', 'TypeError: reduce() arg 2 must support iteration'],
  [
    "partial(int, base=2)('101'), partial(partial(pow, 2), 3)(), partial(dict, a=1)(b=2, a=3)",
    "(5, 8, {'a': 3, 'b': 2})",
  ],
  [
    'partial(int, base=2), partial(partial(max, 1), 2)',
    "(functools.partial(<class 'int'>, base=2), functools.partial(<built-in function max>, 1, 2))",
  ],
  ['partial()', "TypeError: type 'partial' takes at least one argument"],
  ['partial(5)', 'TypeError: the first argument must be callable'],
  ['sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))', '[3, 2, 1]'],
  ['cmp_to_key(1)(2) < 3', 'TypeError: other argument must be K instance'],
  [
    'cached(2, False)',
    "([1, 1, 2, 3, 4, 5, 6], (1, 6, 2, 2), [((1,), {}), ((2,), {}), ((3,), {}), ((1,), {}), ((1.0,), {}), ((1,), {'x': 2})])",
  ],
  [
    'cached(None, True)',
    "([1, 1, 2, 3, 1, 4, 5], (2, 5, None, 5), [((1,), {}), ((2,), {}), ((3,), {}), ((1.0,), {}), ((1,), {'x': 2})])",
  ],
  [
    'cached(0, False)',
    "([1, 2, 3, 4, 5, 6, 7], (0, 7, 0, 0), [((1,), {}), ((1,), {}), ((2,), {}), ((3,), {}), ((1,), {}), ((1.0,), {}), ((1,), {'x': 2})])",
  ],
  [
    "itemgetter(1)('abc'), itemgetter(1, 2)('abc'), attrgetter('real.imag', 'imag')(5), methodcaller('split', ',', maxsplit=1)('a,b,c')",
    "('b', ('b', 'c'), (0, 0), ['a', 'b,c'])",
  ],
  [
    "itemgetter(1), attrgetter('a.b'), methodcaller('a', 1, x=2)",
    "(operator.itemgetter(1), operator.attrgetter('a.b'), operator.methodcaller('a', 1, x=2))",
  ],
  ['itemgetter()', 'TypeError: itemgetter expected 1 argument, got 0'],
  ['attrgetter(5)', 'TypeError: attribute name must be a string'],
  ['methodcaller()', 'TypeError: methodcaller needs at least one argument, the method name'],
  [
    "add(1, 2), iadd([1], [2]), concat('a', 'b'), contains('abc', 'b'), indexOf('abc', 'c'), countOf('abca', 'a'), length_hint(5, 3), index(True), inv(5), not_(1)",
    "(3, [1, 2], 'ab', True, 2, 2, 3, 1, -6, False)",
  ],
  ['concat(1, 2)', "TypeError: 'int' object can't be concatenated"],
  ["indexOf('abc', 'z')", 'ValueError: sequence.index(x): x not in sequence'],
  ["length_hint(5, 'a')", "TypeError: 'str' object cannot be interpreted as an integer"],
  ["_compare_digest('a', 'a'), _compare_digest(b'a', b'b')", '(True, False)'],
  ["_compare_digest('a', b'a')", "TypeError: a bytes-like object is required, not 'str'"],
  [
    'bisect_right([1, 2, 2, 3], 2), bisect_left([1, 2, 2, 3], 2), bisect_right([(1,), (3,)], 2, key=lambda x: x[0])',
    '(3, 1, 1)',
  ],
  ['bisect_right([1], 1, -1)', 'ValueError: lo must be non-negative'],
  ['after([1, 3], lambda x: insort_right(x, 2))', '([1, 2, 3], None)'],
  [
    'after([5, 3, 8, 1], heapify), after([1, 3, 2], heappop), after([1, 3, 2], lambda h: heappush(h, 0))',
    '(([1, 3, 8, 5], None), ([2, 3], 1), ([0, 1, 2, 3], None))',
  ],
  ['heappop([])', 'IndexError: index out of range'],
  ['heappush((), 1)', 'TypeError: heappush() argument 1 must be list, not tuple'],
  [
    'heaps(10), heaps(2500), heaps(2501), heaps(5000)',
    '((405514824713955347, -4249681357181914315, -7119709478184782412), (-8073200575946269579, -4332049110630466540, -7861741161036385704), (3344299499399809587, 6574991200718826390, -626247676466234192), (-7873012156297893681, 7004338489844693608, 7589378314188160744))',
  ],
]

const given = answers(cases.map(([expression]) => expression), prelude)

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
  '$expression',
  ({ expected, place }) => {
    expect(given[place]).toBe(expected)
  },
)
