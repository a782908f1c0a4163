# `sys.getsizeof`, `__sizeof__` and `__basicsize__`: what CPython's structures take on a 64-bit machine.
import array
import collections
import datetime
import decimal
import functools
import itertools
import sys
import types


def sizes(*values):
    print([sys.getsizeof(value) for value in values])


sizes(0, 1, -1, 2**30, 2**60, True, 1.5, 1j, None, ..., NotImplemented)
sizes('', 'a', 'abc', 'é', 'éé', '日本', '😀', b'', b'abc', bytearray(), bytearray(b'abc'), memoryview(b'abc'))
sizes([], [1], [1, 2, 3], [*range(5)], list(range(10)), list('abc'), [0] * 7, [1, 2] + [3], [1, 2, 3, 4][1:], sorted('abc'))
sizes([n for n in range(10)], list(n for n in range(10)), list(map(str, range(9))), list({1: 2, 3: 4}), list({1, 2, 3}))
sizes((), (1,), (1, 2, 3), {}, {'a': 1}, {1: 2}, dict.fromkeys('abcdef'), set(), {1}, set(range(10)), frozenset('abcdef'))
sizes(range(3), slice(1), object(), type, int, Exception(), ValueError('x'), OSError(2, 'x'), len, [].append, sys)
sizes(iter([]), iter(()), iter(range(1)), enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), itertools.count(), itertools.chain())
sizes({}.keys(), {}.values(), {}.items(), property(), staticmethod(len), classmethod(len), functools.partial(len), types.SimpleNamespace(a=1))
sizes(collections.OrderedDict(a=1), collections.OrderedDict.fromkeys(range(20)), collections.deque(), collections.deque(range(100)))
sizes(collections.defaultdict(int), collections.Counter('a'), collections.namedtuple('P', 'x y')(1, 2), array.array('i', [1, 2, 3]))
sizes(decimal.Decimal('1.1'), datetime.date(2020, 1, 1), datetime.datetime(2020, 1, 1), datetime.timedelta(1))


def growth(make, add, count=40):
    grown = make()
    seen = []
    for number in range(count):
        add(grown, number)
        if not seen or seen[-1][1] != sys.getsizeof(grown):
            seen.append((number + 1, sys.getsizeof(grown)))
    print(seen)


growth(list, list.append, 200)
growth(list, lambda grown, number: grown.insert(0, number))
growth(list, lambda grown, number: grown.extend([number] * 3))
growth(dict, lambda grown, number: grown.setdefault(number), 200)
growth(dict, lambda grown, number: grown.setdefault(str(number)), 200)
growth(set, set.add, 200)
growth(bytearray, bytearray.append)
growth(lambda: list(range(40)), lambda grown, number: grown.pop())
unseen = []
for number in range(100):
    unseen.append(number)
sizes(unseen)
del unseen[10:]
sizes(unseen)
unseen.append(1)
sizes(unseen)
unseen.clear()
sizes(unseen)
copied = {str(number): number for number in range(10)}
sizes(copied, copied.copy(), dict(copied))
copied.clear()
sizes(copied)


class Plain:
    def __init__(self):
        self.a = self.b = 1


class Slots:
    __slots__ = ('a', 'b')


class Weak:
    __slots__ = ('a', '__weakref__')


class Both(Slots):
    pass


class Listed(list):
    pass


class Narrow(int):
    __slots__ = ()


class Pair(tuple):
    pass


class Failure(Exception):
    pass


class Meta(type):
    pass


made = [Plain(), Slots(), Weak(), Both(), Listed(), Listed('abc'), Narrow(5), Pair((1, 2)), Failure('x'), Meta('M', (), {})]
sizes(*made)
sizes(*map(type, made))
sizes(made[0].__dict__, made[3].__dict__, made[4].__dict__, made[8].__dict__)
for value in made:
    kind = type(value)
    print(kind.__name__, kind.__basicsize__, kind.__itemsize__, kind.__dictoffset__, kind.__weakrefoffset__, kind.__sizeof__(value))
for kind in (object, int, str, bytes, tuple, list, dict, set, type, float, complex, BaseException, OSError, SyntaxError, enumerate,
             types.FunctionType, types.GeneratorType, types.CodeType, types.FrameType, types.ModuleType, itertools.islice, collections.deque):
    print(kind.__name__, kind.__basicsize__, kind.__itemsize__, kind.__dictoffset__, kind.__weakrefoffset__)


def generator(first, second):
    both = first + second
    yield max(first, second, both)


def framed(first):
    return sys.getsizeof(sys._getframe())


async def coroutine():
    pass


started = coroutine()
sizes(generator(1, 2), (n for n in ()), started, generator, generator.__code__, lambda: 0)
started.close()
print(framed(1))


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


for size in (0, 10, True, -1, 'x', 1.5):
    for otherwise in (), ('otherwise',):
        try:
            print(sys.getsizeof(Sized(size), *otherwise))
        except Exception as error:
            print(type(error).__name__, error)
