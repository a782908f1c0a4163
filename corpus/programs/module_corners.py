"""Corners of small modules: what they refuse, and in which words."""

import binascii
import functools
import inspect
import itertools
import math
import operator
import types
import warnings
from collections import OrderedDict
from dataclasses import dataclass


def attempt(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


for getter in (operator.attrgetter("a"), operator.itemgetter(1), operator.methodcaller("x"), functools.cmp_to_key(max)):
    print(inspect.signature(getter))

for text in (b"YWJj\n", b"=YWJj", b"YWJj=", b"YQ==Y", b"YQ=", b"Y===", b"YQ=Q", b"ab===", b"===", b""):
    attempt(binascii.a2b_base64, text, strict_mode=True)

attempt(math.fma, 1e300, 1e300, -math.inf)
attempt(math.fma, math.inf, 0, 1)
attempt(math.nextafter, 5e-324, -0.0)
attempt(math.sumprod, (1.2e308, 1e300), (1.0, -1.0))


class Counting:
    hashes = 0

    def __hash__(self):
        self.hashes += 1
        return 7


once = Counting()
functools.lru_cache(lambda value: value)(once)
print("hashed", once.hashes)


class Logged(OrderedDict):
    def __delitem__(self, key):
        print("deleted", key)
        super().__delitem__(key)

    def __missing__(self, key):
        return "missing"


logged = Logged(a=1, b=2, c=3)
print(logged.pop("a"), logged.popitem())
attempt(logged.pop, "z")


class Fickle:
    def __eq__(self, other):
        left.clear()
        return True

    def __hash__(self):
        return 1


left, right = OrderedDict({Fickle(): 1, 2: 2}), OrderedDict({Fickle(): 1, 2: 2})
attempt(operator.eq, left, right)

for kind in (types.GeneratorType, types.FrameType, types.BuiltinFunctionType, types.MethodDescriptorType, type(iter(range(3)))):
    attempt(kind)


@dataclass
class Base:
    __slots__ = ("x",)
    x: int


@dataclass
class Derived(Base):
    __slots__ = ("y",)
    y: int


print(Derived(1, 2), types.MemberDescriptorType)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    attempt(itertools.chain().__setstate__, ([],))
    itertools.accumulate([1]).__setstate__(1)
    print([str(one.message) for one in caught])

import io
import os
import pickle
import signal

print(pickle.loads(pickle.dumps(io.BytesIO(b"abc"))).getvalue(), pickle.loads(pickle.dumps(io.StringIO("abc"))).getvalue())
attempt(io.BytesIO().__setstate__, (b"", -1, None))
attempt(io.StringIO().__setstate__, ("", "\n", 0, 3))
signal.signal(signal.SIGUSR1, lambda number, frame: print("signal", number))
os.kill(os.getpid(), signal.SIGUSR1)
attempt(os.kill, 2**22 + 1, 0)
try:
    os.kill(os.getpid(), signal.SIGINT)
    print("not reached")
except KeyboardInterrupt:
    print("interrupted")

import array
import collections.abc

print(isinstance(array.array("i"), collections.abc.MutableSequence))
