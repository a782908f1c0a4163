# `__builtins__` may be any mapping, and globals a subclass of dict: what each instruction asks of them.
import types


class Missing(dict):
    def __missing__(self, key):
        return f'missing {key}'


class Refusing(dict):
    def __getitem__(self, key):
        raise ValueError(key)


sources = ["print(repr(len('x')))", 'class A: pass\nprint(A)', 'import nothing', 'name', 'def f(): return name\nf()', '__debug__']
for builtins in [
    types.MappingProxyType({'len': lambda value: 42, 'print': print, 'repr': repr}),
    {'__build_class__': lambda *args: 'made', 'print': print},
    Missing(), Refusing(name=1), 5,
]:
    print('---', type(builtins).__name__)
    for source in sources:
        try:
            exec(source, {'__builtins__': builtins})
        except Exception as error:
            print(source.splitlines()[0], type(error).__name__, error)

print('--- globals')
for source in ['name', 'def f(): return name\nf()', 'def f(): global name; name = 1; return name\nf()']:
    for scopes in [(Refusing(name=1),), (Refusing(name=1), {}), (Missing(),), (Missing(), {})]:
        try:
            exec(source, *scopes)
            print('fine')
        except Exception as error:
            print(type(error).__name__, error)

print('--- functions')


def plain():
    return len('abc')


other = types.FunctionType(plain.__code__, {'__builtins__': types.MappingProxyType({'len': lambda value: 'counted'})})
print(other(), type(other.__builtins__).__name__, plain.__builtins__ is __builtins__.__dict__)
print(types.FunctionType(plain.__code__, {})(), types.FunctionType(plain.__code__, {'__builtins__': {}}).__builtins__)

print('--- subclasses of OSError')


class New(OSError):
    def __new__(cls, *args, **keywords):
        self = super().__new__(cls, args[0])
        self.rest = keywords or args[1:]
        return self


class Init(OSError):
    def __init__(self, first, second=None):
        self.second = second
        super().__init__(first)


class Silent(OSError):
    def __init__(self):
        pass


print(repr(New('m', rest=1)), New('m', 'n').args, New('m', 'n').rest)
print(repr(Init('x', second=2)), Init(2, 'b').errno, repr(Silent()), Silent().args)
for call in [
    lambda: OSError(1, 2, x=3), lambda: OSError.__new__(Silent, 2, 3).args, lambda: OSError.__new__(OSError, 2, 3).args,
    lambda: OSError(1, 'b', None).args, lambda: OSError(1, 'b', 'f', None, 'g').args, lambda: OSError(1, 'b', None, None, 'g').filename2,
    lambda: BlockingIOError(1, 2, 3).characters_written, lambda: BlockingIOError(1, 2, 3).args, lambda: BlockingIOError(1, 2, -1).characters_written,
    lambda: BlockingIOError(1, 2, 3.5), lambda: BlockingIOError(1, 2, 2**70), lambda: OSError(1, 2).characters_written,
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
