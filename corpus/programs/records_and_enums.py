"""dataclasses and enum: ordering, freezing, fields, flags, errors."""
from dataclasses import dataclass, field, fields, asdict, astuple, replace, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, nonmember, member
@dataclass(order=True, frozen=True)
class Version:
    major: int; minor: int = 0; tags: tuple = field(default=(), compare=False, repr=False)
print(Version(1, 2) < Version(1, 3), Version(1) == Version(1, 0, ("x",)), hash(Version(1)) == hash(Version(1)), sorted([Version(2), Version(1, 5)]))
for bad in (lambda: setattr(Version(1), "major", 2), lambda: Version(), lambda: Version(1, 2, (), 4), lambda: Version(1, patch=2), lambda: Version(1) < 5, lambda: replace(Version(1), x=1)):
    try: bad()
    except (FrozenInstanceError, TypeError) as e: print(type(e).__name__, e)
@dataclass
class Item:
    name: str; price: float; _: KW_ONLY; count: int = 1; log: list = field(default_factory=list, repr=False); scale: InitVar[int] = 2
    def __post_init__(self, scale): self.total = self.price * self.count * scale
i = Item("pen", 1.5, count=4); print(i, i.total, asdict(i), astuple(i), [f.name for f in fields(i)], replace(i, name="ink", scale=1).total)
@dataclass(slots=True)
class Slim(Item): extra: int = 0
print(Slim("a", 1.0, 5), Slim.__slots__, Slim.__match_args__); print(make_dataclass("Made", [("x", int), ("y", int, 5)])(1))
for source in ("@dataclass\nclass A:\n x: int = 1\n y: int", "@dataclass\nclass A:\n x: list = []", "@dataclass(order=True, eq=False)\nclass A: pass", "@dataclass(frozen=True)\nclass A(Item): pass", "fields(5)"):
    try: exec(source)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
class Planet(Enum):
    EARTH = (5.97, 6.37); MARS = (0.64, 3.39); TERRA = EARTH
    def __init__(self, mass, radius): self.mass = mass
    @property
    def heavy(self): return self.mass > 1
print(list(Planet), Planet.TERRA, Planet["MARS"], Planet((0.64, 3.39)).heavy, Planet.__members__.keys(), len(Planet), Planet.EARTH in Planet, repr(Planet.MARS))
class Level(IntEnum): LOW = auto(); HIGH = auto()
class Mode(StrEnum): READ = auto(); WRITE = "w"
class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(Level.HIGH > 1, Level.LOW + 1, f"{Level.LOW}", Mode.READ, Mode.WRITE.upper(), Perm.R | Perm.X, Perm.RW & ~Perm.R, list(Perm.RW), bool(Perm(0)), Perm(5), repr(Perm(0)), ~Perm.R, Perm.W in Perm.RW)
class Bits(IntFlag): A = 1; B = 2
print(Bits.A | 8, repr(Bits(3)), Bits.A + 1, Bits(0)); 
for bad in (lambda: Planet(5), lambda: Planet["X"], lambda: Perm(64), lambda: setattr(Planet, "MARS", 1), lambda: Planet.NOPE, lambda: exec("class P(Planet): pass"), lambda: Level("x"), lambda: exec("@unique\nclass U(Enum): A = 1; B = 1"), lambda: exec("class U(Enum): A = 1; A = 2"), lambda: Planet.MARS < Planet.EARTH):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class Tools(Enum):
    A = 1; helper = nonmember(5)
    @member
    def f(): return 1
    def g(self): return self.name
print(list(Tools)[0], Tools.helper, Tools.A.g(), len(Tools)); print(Enum("Dyn", "x y z").y, Enum("Dyn", {"p": 5}).p.value)
