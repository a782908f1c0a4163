# Code of a module made a function, iterators that are pickled by builtins that are gone, `join` while its separator changes.
import ast
import asyncio
import inspect
import types


async def count(end):
    for number in range(end):
        yield number


async def give(value=None):
    return value

for source in ['a = [x async for x in count(2)][1]', 'await give()\na = 1', 'async with asyncio.Lock() as lock:\n    a = 1',
               'async for i in count(2):\n    a = 1', 'b = 1; a = b']:
    for mode in ['exec', 'single']:
        code = compile(source, '?', mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        space = {'asyncio': asyncio, 'a': 0, 'give': give, 'count': count}
        made = types.FunctionType(code, space)()
        if inspect.iscoroutine(made):
            asyncio.run(made)
        print(space['a'], 'lock' in space, bool(code.co_flags & inspect.CO_COROUTINE))

for builtins in [{}, {'iter': 1}, types.MappingProxyType({}), types.MappingProxyType({'iter': iter})]:
    for value in [iter([1, 2]), iter((1, 2)), iter({1: 2}), iter({1}), iter(lambda: 0, 0), reversed([1]), 'a'.join, int.from_bytes]:
        try:
            print(eval('x.__reduce__()', {'__builtins__': builtins, 'x': value})[1:])
        except Exception as error:
            print(type(error).__name__, error)

print(type.__type_params__, object.__type_params__)


def emptying():
    separator.clear()
    yield b'A'


def growing():
    yield b'A'
    separator.extend(b'...')


for parts in (emptying, growing):
    separator = bytearray(b',')
    try:
        print(separator.join(parts()))
    except BufferError as error:
        print(error, separator)
    separator.append(1)
    print(separator)
