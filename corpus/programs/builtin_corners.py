# Corners of builtin types that CPython's own tests look into.
import array
import copy
import io
import itertools
import pickle
import struct
import time
import weakref


def attempt(function, *args, **options):
    try:
        print(ascii(function(*args, **options)))
    except Exception as error:
        print(type(error).__name__, error)


# Keywords of classes that take none: a subclass with an `__init__` of its own may have them.
for cls, args in ((filter, (bool, [])), (map, (bool, [])), (reversed, ([],)), (zip, ()), (itertools.chain, ()), (itertools.islice, ([], 1))):
    class Plain(cls):
        pass

    class Named(cls):
        def __init__(self, *args, named=None):
            self.named = named

    attempt(cls, *args, named=3)
    attempt(Plain, *args, named=3)
    attempt(lambda: Named(*args, named=3).named)

cycle = itertools.cycle([1])
for state in ((), 1, ([],), ('', 0), ([1], 0, 1), ([1], 0)):
    attempt(cycle.__setstate__, state)


# A repr may be of a subclass of str.
class Text(str):
    def __repr__(self):
        return Text('<text>')


class Shown:
    def __repr__(self):
        return Text('shown')

    __str__ = __repr__


print(type(ascii(Text('a'))).__name__, type(repr(Shown())).__name__, type(str(Shown())).__name__, [Shown()], f'{Shown()!r} {Shown()!a} {Shown()}', '%r %s %a' % (Shown(), Shown(), Shown()))

# struct sizes beyond what a double tells.
for form in (f'{2 ** 62}hx', f'{2 ** 63}i', f'{2 ** 63 - 1}s', f'{2 ** 63 - 1}ss', f'{2 ** 63 - 1}x', f'b{2 ** 60 - 1}q'):
    attempt(struct.calcsize, form)
attempt(struct.pack_into, '<I', bytearray(1), 2 ** 63 - 1, 1)
attempt(struct.unpack_from, '<I', bytearray(1), 2 ** 63 - 1)

# Text arrays that hold no characters.
invalid = array.array('w', b'\xff\xff\xff\xff')
for function in (lambda: invalid[0], invalid.tounicode, lambda: str(invalid), lambda: len(invalid)):
    attempt(function)

for given in (0, (), (0,) * 10, (0,) * 8, None):
    attempt(time.asctime, given)


class Hashed:
    hashes = comparisons = 0

    def __hash__(self):
        Hashed.hashes += 1
        return 42

    def __eq__(self, other):
        Hashed.comparisons += 1
        return self is other


entries = {Hashed(): 5}
print(entries.setdefault(Hashed(), 6), Hashed.hashes, Hashed.comparisons)
print({'a': 1}.setdefault('a', 2), {}.setdefault(1), {1.0: 2}.setdefault(True, 3), {}.setdefault('x', 'y'))


class Slotted(bytearray):
    __slots__ = ('x', 'y', '__dict__')


slotted = Slotted(b'abc')
slotted.x, slotted.z = 1, 2
for made in (copy.copy(slotted), copy.deepcopy(slotted)):
    print(made, made.x, made.z, hasattr(made, 'y'))
print(pickle.loads(pickle.dumps(bytearray.maketrans))(b'a', b'b')[97], repr(str.maketrans)[:45], str.maketrans.__reduce__())
view = memoryview(b'x')
print(weakref.ref(view)() is view)
print(['%.12g' % 1e-323, '{:.3e}'.format(9.9e-324)])

# Named tuples of the interpreter take what they name, and nothing twice.
for args in ((1,), ([1] * 9,), ((1,) * 8,), ((1,) * 9, {'tm_zone': 'x'}), ((1,) * 9, {'x': 2}), ((1,) * 10, {'tm_zone': 'x'}), ((1,) * 9, {'tm_year': 1}), ((1,) * 9, 3)):
    attempt(time.struct_time, *args)
attempt(time.struct_time((1,) * 9).__replace__, tm_year=3)


class Frozen(frozenset):
    pass


attempt(Frozen, [1], named=3)
for made, states in ((io.BytesIO(), ((b'x', 0, None), (b'x', -1, None), ('x', 0, None))), (io.StringIO(), (('x', '', 0, None), (b'', '', 0, None), ('', 'f', 0, None)))):
    for state in states:
        attempt(made.__setstate__, state)
    made.close()
    attempt(made.__setstate__, states[0])
