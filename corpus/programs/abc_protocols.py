from abc import ABC, abstractmethod, ABCMeta
import numbers, contextlib
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name}: {self.area():.2f}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s**2
    name = "square"
class Half(Shape):
    def area(self): return 1
print(Sq(2).describe(), Shape.__abstractmethods__ == frozenset({"area", "name"}))
for k in (Shape, Half):
    try: k()
    except TypeError as e: print(e)
class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, C): return any("quack" in B.__dict__ for B in C.__mro__) or NotImplemented
class D1:
    def quack(self): ...
print(isinstance(D1(), Duck), issubclass(int, Duck)); Duck.register(int); print(isinstance(5, Duck), issubclass(bool, Duck))
print(isinstance(1, numbers.Number), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(True, numbers.Integral))
from collections.abc import *
class Bag(MutableSet):
    def __init__(self, it=()): self.d = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): x in self.d or self.d.append(x)
    def discard(self, x): x in self.d and self.d.remove(x)
    def __repr__(self): return f"Bag({self.d})"
b = Bag("hello"); print(b | Bag("xy"), b & Bag("lo"), b - Bag("h"), b ^ Bag("hz"), b <= Bag("helox"), b.pop(), b, b.isdisjoint("z")); b |= {1}; b.remove(1); b.clear(); print(b)
try: b.remove(5)
except KeyError as e: print(repr(e))
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update(a=1, b=2); print(m.pop("a"), m.get("z", 0), list(m.items()), m.setdefault("q", 3), dict(m), m == {"b": 2, "q": 3}, m.popitem(), "b" in m, list(m.keys()), len(m.values()))
for t in (Iterable, Iterator, Generator, Reversible, Sized, Container, Collection, Callable, Hashable, Awaitable, Coroutine, AsyncIterable, Buffer, ByteString if "ByteString" in globals() else Sized):
    print(t.__name__, [isinstance(x, t) for x in ([], iter([]), (i for i in []), "a", 5, len, {})])
