"""Every kind of pattern, and the errors of class patterns."""
from dataclasses import dataclass
from enum import Enum
class Colour(Enum): RED = 1; BLUE = 2
@dataclass
class Pair: left: object; right: object = None
class Odd: __match_args__ = ("a", "b"); a = 1; b = 2
class Twice: __match_args__ = ("a", "a"); a = 1
class Wrong: __match_args__ = ["a"]; a = 1
class Number: __match_args__ = (5,)
def what(v):
    match v:
        case None | True | False: return "singleton"
        case -1 | 1.5 | 2j | -0.5 + 1j: return f"number {v}"
        case "text" | b"bytes": return "literal"
        case Colour.RED: return "red"
        case Colour(): return f"colour {v.name}"
        case int(n) if n > 100: return f"big {n}"
        case int() | float() as n: return f"plain {n}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *_, 9]: return "one to nine"
        case [Pair(left=[a, b]), {"k": Pair(c)}]: return f"deep {a} {b} {c}"
        case [first, *middle, last]: return f"{first} {middle} {last}"
        case {"type": "a", "value": int(value) | str(value), **others}: return f"map {value} {others}"
        case {"x": x, "y": y}: return f"point {x} {y}"
        case {}: return "some mapping"
        case Pair(Pair(a, b), c): return f"nested {a} {b} {c}"
        case Pair(left=left): return f"pair {left}"
        case Odd(a, b=2): return f"odd {a}"
        case str(s) if s.isupper(): return "upper"
        case set() | frozenset(): return "set"
        case _: return "other"
for v in (None, True, 1, -1, 1.5, -0.5 + 1j, 2j, "text", b"bytes", Colour.RED, Colour.BLUE, 101, 7, 0.1, [], [5], (5,), [1, 2, 9], (1, 9), [1, 2, 3],
          [Pair([1, 2]), {"k": Pair(3), "z": 0}], {"type": "a", "value": 5, "z": 1}, {"type": "a", "value": 2.5}, {"x": 1, "y": 2, "z": 3}, {}, {1: 2},
          Pair(Pair(1, 2), 3), Pair(5), Odd(), "UP", "low", set(), range(2), b"x", bytearray(b"ab"), iter([1])):
    print(v if not isinstance(v, Odd) and "iterator" not in repr(v) else "object", "->", what(v))
for cls, source in ((Twice, "case cls(x, y): pass"), (Wrong, "case cls(x): pass"), (Number, "case cls(x): pass"), (Odd, "case cls(1, 2, 3): pass"), (Odd, "case cls(1, a=2): pass"), (int, "case cls(1, 2): pass"), (object, "case cls(1): pass")):
    try: exec(f"match cls():\n {source}"); print("no error", source)
    except TypeError as e: print(e)
try:
    exec("match 5:\n case what(): pass")
except TypeError as e: print(e)
def bind(command):
    match command.split():
        case ["go", ("north" | "south") as way]: return way
        case ["drop", *things] if things: return things
        case [verb]: pass
        case _: verb = "?"
    return verb
print(bind("go north"), bind("go up"), bind("drop a b"), bind("drop"), bind("look"))
