# `f(**{1: 2})`: who gets the keywords as a dict comes to their names in its own time; all others refuse them at once.
import collections, datetime, functools, operator, time, types


def ask(callee, *args, **more):
    name = getattr(callee, '__qualname__', type(callee).__name__)
    try:
        print(name, repr(callee(*args, **{1: 2}, **more)))
    except Exception as error:
        print(name, f'{type(error).__name__}: {error}')


class Plain: pass
class Init:
    def __init__(self, **names): print('init')
class Both(collections.OrderedDict): pass
class Error(Exception): pass
class Dict(dict): pass
class Int(int): pass
class Meta(type):
    def __call__(cls, **names): print('meta')
class OfMeta(metaclass=Meta): pass
class Callable:
    def __call__(self, **names): print('call')


for callee in (Plain, Init, Both, Error, Dict, Int, OfMeta, Callable(), lambda **names: names):
    ask(callee)
for callee in (Plain, Both, Error, Dict, Int, dict, int, list, set, frozenset, tuple, zip, range, super, type):
    ask(callee, 1, 2, 3, 4)
for callee in (object, dict, int, str, bytes, float, map, property, memoryview, slice, ValueError, OSError, SyntaxError,
               UnicodeDecodeError, ImportError, KeyError, BaseExceptionGroup, time.struct_time):
    ask(callee)
for callee in (len, print, sorted, max, dir, vars, ''.format, ''.join, [].append, {}.update, time.ctime, functools.reduce,
               datetime.date.fromordinal, datetime.datetime.strptime, object.__new__, {}.__init__, ''.__len__):
    ask(callee)
ask(collections.OrderedDict, [(3, 4)], a=5)
ask(collections.OrderedDict().update)
ask(collections.defaultdict, int)
ask(collections.deque, [])
ask(types.SimpleNamespace)
ask(types.MethodType(Plain, 1))
ask(operator.itemgetter(0), [1])
ask('{}'.format, 1)
print(functools.partial(print, **{1: 2}).keywords)

for size in (None, 4, 0):
    cached = functools.lru_cache(size)(lambda *args, **names: names)
    ask(cached)
    try:
        print(cached(**{1: {}}))
    except TypeError as error:
        print(error)
    print(cached.cache_info())

# With names that are strings, what takes none says so.
for callee in (time.ctime, functools.reduce, dir, len, ''.join, SyntaxError, UnicodeDecodeError, datetime.date.fromordinal):
    try:
        callee(zzz=1)
    except TypeError as error:
        print(error)


# `functools.partial` hands them on; it shows a key by its `__str__`, which may change the dict.
class Renaming(str):
    def __str__(self):
        shown.keywords[self] = ['later']
        return 'renamed'


for callee in collections.OrderedDict, dict, list, types.SimpleNamespace, print, list[int], dict[int, int], lambda **keywords: keywords:
    for more in {}, {'a': 3}:
        try:
            print(functools.partial(callee, **{1: 2})(**more))
        except TypeError as error:
            print(error)
print(functools.partial(collections.OrderedDict, **{1: 2}))
shown = functools.partial(print)
shown.keywords[Renaming('key')] = ['now']
print(str(shown).partition('>')[2])
