"""isinstance, and class and mapping patterns, where an object says something else of its class than it has."""
import weakref
from unittest.mock import Mock


class Plain:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Claims:
    @property
    def __class__(self):
        return Plain


class Gets:
    def __getattribute__(self, name):
        print('asked for', name)
        return Plain if name == '__class__' else object.__getattribute__(self, name)


class Fallback:
    def __getattr__(self, name):
        print('missing', name)
        raise AttributeError(name)


class Slotted:
    __slots__ = ()
    __class__ = Plain


class Broken:
    @property
    def __class__(self):
        raise ValueError('no class')


class Metaclass(type):
    @property
    def __match_args__(cls):
        print('match args of', cls.__name__)
        return ('y',)


class Ruled(Plain, metaclass=Metaclass):
    pass


class Named(str):
    pass


class Late(dict):
    def get(self, key, default=None):
        print('get', key)
        return super().get(key, default)


class Same:
    """Equals a str and hashes like it."""

    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        print('compared with', other)
        return self.text == other


point = Plain(1, 2)
for thing in (point, Claims(), Gets(), Fallback(), Slotted(), weakref.proxy(point), Mock(spec=Plain), Mock(), 3, None, Plain):
    print(type(thing).__name__, isinstance(thing, Plain), isinstance(thing, (int, Plain)), isinstance(thing, type))
try:
    print(isinstance(Broken(), Plain))
except ValueError as error:
    print('ValueError', error)
print(isinstance(Broken(), Broken))


def shape(thing):
    match thing:
        case Ruled(7):
            return 'ruled'
        case Plain(1, y):
            return f'plain {y}'
        case Plain(x=x, y=y):
            return f'named {x} {y}'
        case {'kind': 'a', 'size': size, **rest}:
            return f'a {size} {rest}'
        case {'kind': kind}:
            return f'some {kind}'
        case {}:
            return 'mapping'
        case str(text):
            return f'text {text}'
        case int(number) | float(number):
            return f'number {number}'
    return 'nothing'


for thing in (
    point, Plain(3, 4), Ruled(1, 7), Ruled(1, 8), {'kind': 'a', 'size': 1, 'more': 2}, {'kind': 'b'}, {}, Late(kind='c'),
    {Same('kind'): 'd'}, Named('n'), 'plain', 5, True, 2.5, [1], None,
):
    print(shape(thing))

Plain.__match_args__ = ('y', 'x')
print(shape(Plain(9, 1)))
Plain.__match_args__ = ['x', 'y']
try:
    print(shape(point))
except TypeError as error:
    print('TypeError', error)
Plain.__match_args__ = ('x', 'x')
try:
    print(shape(Plain(1, 1)))
except TypeError as error:
    print('TypeError', error)
Plain.__match_args__ = ('x', 5)
try:
    print(shape(Plain(1, 1)))
except TypeError as error:
    print('TypeError', error)
del Plain.__match_args__
try:
    print(shape(Plain(1, 1)))
except TypeError as error:
    print('TypeError', error)
