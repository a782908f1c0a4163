"""A tour of the language: each section prints what it shows."""

import collections
import contextlib
import dataclasses
import enum
import functools
import itertools
import json
import math
import re
import sys
from typing import Iterator, Protocol


def section(title: str) -> None:
    print(f"\n== {title} ".ljust(60, "="))


# Numbers -----------------------------------------------------------------

section("numbers")
print(2**100, 7 // -2, 7 % -2, divmod(-7, 2))
print(0.1 + 0.2, round(2.675, 2), 1e16, float("inf"), -0.0)
print((3 + 4j) * 1j, abs(3 + 4j), math.isqrt(10**30), math.comb(52, 5))
print(f"{1234567.891:,.2f} {255:#x} {255:08b} {0.256:.1%} {42:^10}|")


# Text --------------------------------------------------------------------

section("text")
sentence = "The quick brown fox jumps over the lazy dog"
print(sentence.title(), "|", sentence[4:9], "|", sentence[::-1])
print(sorted(set(sentence.lower()) - {" "})[:5], len(sentence.split()))
print("naïve café".upper(), "ß".upper(), "日本語"[::-1], "🐍" * 3)
print(re.sub(r"(\w+) (\w+)", r"\2 \1", sentence, count=2))
print(re.findall(r"\b\w{5}\b", sentence))
name = "Pellucid"
print(f"{name!r:>12} {name=} {len(name)=} {'nested ' + f'{name[0]}'}")


# Collections ---------------------------------------------------------------

section("collections")
squares = {n: n * n for n in range(6)}
print(squares, [k for k, v in squares.items() if v % 2])
first, *middle, last = squares
print(first, middle, last)
print({*"hello"} == set("hello"), {**squares, 6: 36}[6])
counts = collections.Counter("mississippi")
print(counts.most_common(2), counts["z"])
print(collections.deque([1, 2, 3], maxlen=2), collections.OrderedDict(a=1))
print(list(itertools.groupby("aabbb"))[0][0], list(itertools.pairwise([1, 2, 3])))
print(functools.reduce(lambda a, b: a * b, range(1, 11)))


# Functions -----------------------------------------------------------------

section("functions")


def describe(thing, /, *extras, sep=", ", **options):
    parts = [repr(thing), *map(str, extras)]
    parts += [f"{key}={value}" for key, value in options.items()]
    return sep.join(parts)


print(describe("x", 1, 2, colour="red"))


def memoise(function):
    seen = {}

    @functools.wraps(function)
    def wrapper(n):
        if n not in seen:
            seen[n] = function(n)
        return seen[n]

    return wrapper


@memoise
def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(90), fibonacci.__name__, fibonacci.__annotations__)


def counter():
    total = 0

    def add(amount=1):
        nonlocal total
        total += amount
        return total

    return add


add = counter()
add()
print(add(41))


# Generators ----------------------------------------------------------------

section("generators")


def primes() -> Iterator[int]:
    found: list[int] = []
    for candidate in itertools.count(2):
        if all(candidate % p for p in itertools.takewhile(lambda p: p * p <= candidate, found)):
            found.append(candidate)
            yield candidate


print(list(itertools.islice(primes(), 10)))


def running_mean():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        total, count = total + value, count + 1
        mean = total / count


mean = running_mean()
next(mean)
print([mean.send(v) for v in (10, 20, 60)])


# Classes -------------------------------------------------------------------

section("classes")


class Shape(Protocol):
    def area(self) -> float: ...


@dataclasses.dataclass(frozen=True, order=True)
class Circle:
    radius: float

    def area(self) -> float:
        return math.pi * self.radius**2


@dataclasses.dataclass(frozen=True, order=True)
class Rectangle:
    width: float
    height: float = 1.0

    def area(self) -> float:
        return self.width * self.height


class Colour(enum.Enum):
    RED = "r"
    GREEN = "g"


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


shapes: list[Shape] = [Circle(1), Rectangle(2, 3)]
print(shapes, [round(s.area(), 3) for s in shapes], Circle(1) < Circle(2))
print(Colour("r"), Colour["GREEN"].value, list(Colour), Vector(1, 2) + Vector(3, 4))


# Pattern matching ------------------------------------------------------------

section("pattern matching")


def explain(value):
    match value:
        case int() | float() as number if number < 0:
            return f"negative {number}"
        case Circle(radius=r):
            return f"a circle of radius {r}"
        case [x, *rest]:
            return f"starts with {x}, {len(rest)} more"
        case {"kind": kind, **others}:
            return f"a {kind} with {sorted(others)}"
        case Colour.RED:
            return "the colour red"
        case _:
            return f"something else: {value!r}"


for value in (-3, Circle(2), [1, 2, 3], {"kind": "box", "size": 1}, Colour.RED, None):
    print(explain(value))


# Errors --------------------------------------------------------------------

section("errors")


class ConfigError(Exception):
    """Raised when a setting is wrong."""


@contextlib.contextmanager
def reading(what):
    print("open", what)
    try:
        yield what.upper()
    except KeyError as error:
        raise ConfigError(f"{what} lacks {error}") from error
    finally:
        print("close", what)


try:
    with reading("settings"):
        {}["port"]
except ConfigError as error:
    print(type(error).__name__, error, "because of", repr(error.__cause__))

try:
    raise ExceptionGroup("two at once", [ValueError("v"), TypeError("t")])
except* ValueError as group:
    print("values:", group.exceptions)
except* TypeError as group:
    print("types:", group.exceptions)


# Coroutines ----------------------------------------------------------------

section("coroutines")


class Pause:
    def __await__(self):
        return (yield "paused")


async def worker(label, times):
    for step in range(times):
        await Pause()
        print(label, step)
    return label


def run(*coroutines):
    waiting = collections.deque(coroutines)
    while waiting:
        coroutine = waiting.popleft()
        try:
            coroutine.send(None)
            waiting.append(coroutine)
        except StopIteration as stop:
            print(stop.value, "done")


run(worker("a", 2), worker("b", 1))


# Reflection ----------------------------------------------------------------

section("reflection")
code = compile("[x * factor for x in values]", "<tour>", "eval")
print(code.co_names, eval(code, {"values": [1, 2, 3], "factor": 10}))
print(type(print).__name__, describe.__code__.co_varnames, Rectangle.__mro__[-1])
print(json.dumps({"python": list(sys.version_info[:2]), "ok": True, "none": None}))
