"""Classes and functions to call with; their special methods answer what they were told, or raise.

A row of the comparison is a line of Python over these names, so that whoever meets a difference can type it:
`from pool import *` and the line.
"""

import importlib


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return f"Index({self.value!r})"


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class Complex:
    def __init__(self, value):
        self.value = value

    def __complex__(self):
        return self.value


class Int:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class Trunc:
    def __trunc__(self):
        return 7


class Length:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Hint:
    """An iterable that says how long it is."""

    def __init__(self, value):
        self.value = value

    def __length_hint__(self):
        return self.value

    def __iter__(self):
        return iter("ab")


class Iter:
    """`__iter__` answers what it was given."""

    def __init__(self, value):
        self.value = value

    def __iter__(self):
        return self.value


class Sequence:
    """Iterates by `__getitem__` alone."""

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 2


class Mapping:
    def keys(self):
        return ["k", "l"]

    def __getitem__(self, key):
        return key * 2


class Keys:
    """Its `keys` is no method that answers an iterable."""

    def keys(self):
        return 3


class Bool:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Hash:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


class Repr:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return self.value


class Str:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value

    def __repr__(self):
        return "Str()"


class Bytes:
    def __init__(self, value):
        self.value = value

    def __bytes__(self):
        return self.value


class Format:
    def __init__(self, value):
        self.value = value

    def __format__(self, spec):
        return self.value


class Path:
    def __init__(self, value):
        self.value = value

    def __fspath__(self):
        return self.value


class Same:
    """Comparisons answer what it was given."""

    __hash__ = None

    def __init__(self, value):
        self.value = value

    def compare(self, other):
        return self.value

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = compare


class Operand:
    """Every operator answers its name."""

    def __repr__(self):
        return "Operand()"


for _name in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor".split():
    for _form in "", "r", "i":
        setattr(Operand, f"__{_form}{_name}__", lambda self, other, *rest, _name=_form + _name: (_name, type(other).__name__, *rest))


class Declines:
    """Every operator leaves it to the other side."""

    def __repr__(self):
        return "Declines()"


for _name in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor".split():
    for _form in "", "r", "i":
        setattr(Declines, f"__{_form}{_name}__", lambda self, other, *rest: NotImplemented)
for _name in "eq ne lt le gt ge".split():
    setattr(Declines, f"__{_name}__", lambda self, other: NotImplemented)
Declines.__hash__ = lambda self: 5


class Raises:
    """Every special method raises."""


def _raiser(name):
    def raising(self, *args, **kwargs):
        raise ZeroDivisionError(name)

    return raising


for _name in (
    "index float int complex len iter next bool hash repr str bytes format fspath getitem contains call add radd sub mul rmul mod eq lt gt "
    "neg pos abs invert round trunc floor ceil enter exit length_hint reversed copy deepcopy"
).split():
    setattr(Raises, f"__{_name}__", _raiser(_name))


class SubInt(int):
    pass


class SubFloat(float):
    pass


class SubComplex(complex):
    pass


class SubStr(str):
    pass


class SubBytes(bytes):
    pass


class SubBytearray(bytearray):
    pass


class SubList(list):
    pass


class SubTuple(tuple):
    pass


class SubDict(dict):
    pass


class SubSet(set):
    pass


class SubFrozenset(frozenset):
    pass


class OddInt(int):
    """An int that answers wrongly of itself."""

    def __index__(self):
        return 40

    def __int__(self):
        return 41

    def __repr__(self):
        return "odd"

    def __add__(self, other):
        return "added"

    def __eq__(self, other):
        return False

    __hash__ = int.__hash__


class OddStr(str):
    def __str__(self):
        return "other"

    def __repr__(self):
        return "odd"

    def __len__(self):
        return 99

    def __iter__(self):
        return iter("XY")

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class OddList(list):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter((8, 9))

    def __getitem__(self, index):
        return "item"


class OddDict(dict):
    def __getitem__(self, key):
        return "item"

    def __missing__(self, key):
        return "missing"

    def keys(self):
        return ["q"]

    def __iter__(self):
        return iter(["i"])


class Plain:
    """An object with attributes."""

    kind = "plain"

    def __init__(self, value=1):
        self.value = value

    def method(self, *args, **kwargs):
        return args, kwargs

    @classmethod
    def of(cls, *args):
        return cls, args

    @property
    def twice(self):
        return self.value * 2

    def __repr__(self):
        return f"Plain({self.value!r})"


class Slots:
    __slots__ = "left", "right"


class Meta(type):
    def __repr__(cls):
        return "made by Meta"


class Made(metaclass=Meta):
    pass


class Later:
    """Awaits nothing and answers 5."""

    def __await__(self):
        return iter(())


def identity(value):
    return value


def spread(*args, **kwargs):
    return args, kwargs


def failing(*args):
    raise ZeroDivisionError("failing")


def defaults(one, /, two=2, *three, four, five=5, **six):
    """Say so."""
    return one, two, three, four, five, six


def counting(stop=3):
    for number in range(stop):
        yield number


async def ticking():
    yield 1
    yield 2


def closing():
    seen = 1

    def inner():
        return seen

    return inner


async def sleeping():
    return 3


def trace_of(action):
    try:
        action()
    except BaseException as error:
        return error


imports = (
    "_bisect _collections _csv _heapq _json _md5 _operator _queue _sha2 _statistics _string _thread _typing array binascii cmath codecs "
    "collections contextvars copy datetime decimal errno functools io itertools json marshal math operator pickle random re string struct sys time types "
    "typing unicodedata weakref zlib"
)


def described(owner, name):
    """What an attribute is, as a reader of the documentation asks it; its docstring is in our own words."""
    import inspect

    found = inspect.getattr_static(owner, name)
    try:
        signature = str(inspect.signature(getattr(owner, name)))
    except (ValueError, TypeError) as error:
        signature = type(error).__name__
    text = getattr(found, "__text_signature__", None)
    text = text and " ".join(text.split())
    return (type(found).__name__, *(getattr(found, part, None) for part in ("__name__", "__qualname__", "__module__")), text, signature)


def pickled(value, protocol):
    """What comes back, and the digest of what goes without a memo: which equal strs are one object is the machine's affair."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol)
    pickler.fast = True
    pickler.dump(value)
    data = file.getvalue()
    return binascii.crc32(data), len(data), pickle.loads(pickle.dumps(value, protocol))


def namespace():
    """The names that rows may use; a module that cannot be imported is left out."""
    names = {name: value for name, value in globals().items() if not name.startswith("_")}
    for module in imports.split():
        try:
            names[module] = importlib.import_module(module)
        except ImportError:
            pass
    return names


# What the texts of the pool name must be there for the functions above too.
globals().update({name: value for name, value in namespace().items() if name in imports.split()})
