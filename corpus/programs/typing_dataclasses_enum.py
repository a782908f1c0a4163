from dataclasses import dataclass, field, asdict, astuple, replace, fields
from enum import Enum, IntEnum, Flag, auto, unique
from typing import NamedTuple, Optional, Union, List, Protocol, runtime_checkable, TypeVar, Generic, get_type_hints, Literal, Any
@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list, compare=False)
    def total(self, n: int) -> float: return self.price * n
i = Item("a", 2.5); j = Item("b", tags=["x"]); print(i, j, i < j, i == Item("a", 2.5), asdict(j), astuple(i), replace(i, price=9), i.total(2), [f.name for f in fields(i)], Item.__match_args__)
@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen: x: int; y: int = 2
f = Frozen(x=1); print(f, hash(f) == hash(Frozen(x=1)))
for bad in (lambda: setattr(f, "x", 5), lambda: Frozen(1), lambda: Item()):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
@dataclass
class Child(Item): extra: int = field(default=1, repr=False)
print(Child("c"), Child("c", 1.0, [], 5).extra)
class Color(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    def describe(self): return f"{self.name}={self.value}"
print(Color.RED, repr(Color.GREEN), Color(2), Color["RED"], Color.CRIMSON is Color.RED, list(Color), Color.RED.describe(), Color.RED == 1, Color.RED in Color, len(Color), Color.__members__.keys(), {Color.RED: 1}[Color.CRIMSON])
for bad in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: unique(Color)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class Num(IntEnum): ONE = 1; TWO = auto(); THREE = auto()
print(Num.TWO + 1, Num.THREE > Num.ONE, [n.name for n in Num], f"{Num.TWO}", repr(Num.TWO), sorted([Num.THREE, Num.ONE]))
class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
p = Perm.R | Perm.X; print(p, Perm.R in p, Perm.W in p, ~Perm.R, Perm.RW, list(p), bool(Perm(0)), p ^ Perm.R, Perm(0))
class Emp(NamedTuple): name: str; id: int = 3
print(Emp("x"), Emp("y", 1)._asdict(), Emp.__annotations__)
print(Optional[int], Union[int, str], List[int], dict[str, list[int]], int | None, Literal["a", 1], Any, list[int].__origin__, list[int].__args__, tuple[int, ...], callable(list[int]), list[int]([1]))
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box[int](5).v, Box[int], T, Box.__orig_bases__, get_type_hints(Item.total))
@runtime_checkable
class Sized2(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], Sized2), isinstance(5, Sized2))
def first[K, *Ts, **P](x: K, *a: *Ts) -> K: return x
print(first.__type_params__, first(3))
type Alias[Q] = list[Q] | None
print(Alias, Alias.__type_params__, Alias.__value__, Alias[int])
class Bounded[N: (int, str), M: int = bool]: pass
print(Bounded.__type_params__[0].__constraints__, Bounded.__type_params__[1].__bound__, Bounded.__type_params__[1].__default__)
