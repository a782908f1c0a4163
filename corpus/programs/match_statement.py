from dataclasses import dataclass
@dataclass
class Point: x: int; y: int
class Color: RED = 1; BLUE = 2
def f(v):
    match v:
        case 0: return "zero"
        case 1 | 2 as n: return f"small {n}"
        case -5: return "minus five"
        case 1.5 | 2j: return "float/complex"
        case True: return "never"
        case None: return "none"
        case "a" | b"b": return "text"
        case Color.RED: return "red"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, 2, *rest]: return f"12 then {rest}"
        case [first, *_, last]: return f"ends {first} {last}"
        case {"type": "circle", "r": r, **rest}: return f"circle {r} {rest}"
        case {"k": [a, {"deep": b}]}: return f"deep {a} {b}"
        case {}: return "mapping"
        case Point(0, y=yy): return f"on axis {yy}"
        case Point(x=a, y=b) if a == b: return f"diagonal {a}"
        case Point(a, b): return f"point {a} {b}"
        case int(n) if n > 100: return f"big {n}"
        case str() as s: return f"str {s}"
        case int() | float(): return "number"
        case (set() | frozenset()): return "set"
        case _: return "other"
values = [0, 1, 2, -5, 1.5, 2j, True, None, "a", b"b", [], (), [7], [1, 2, 3, 4], (5, 6), range(3), {"type": "circle", "r": 2, "c": 1}, {"k": [1, {"deep": 2}]}, {}, {"x": 1}, Point(0, 3), Point(2, 2), Point(1, 2), 500, "word", 50, 3.5, {1}, frozenset(), object, iter([]), bytearray(b"x")]
for v in values: print(f(v))
match 5, 6:
    case x, y if x > y: print("gt")
    case x, y: print("le", x, y)
match [1, [2, [3]]]:
    case [a, [b, [c]]]: print(a, b, c)
match {"a": 1}:
    case {"a": 1 | 2 as q}: print("q", q)
class Pair:
    __match_args__ = ("left", "right")
    def __init__(self, l, r): self.left, self.right = l, r
match Pair(1, Pair(2, 3)):
    case Pair(a, Pair(b, right=c)): print(a, b, c)
for bad in ("match Pair(1, 2):\n case Pair(a, b, c): pass", "match 5:\n case int(a, b): pass", "match Pair(1, 2):\n case Pair(a, left=b): pass", "match 1:\n case print(): pass", "match {}:\n case {**r}: print(r)"):
    try: exec(bad)
    except TypeError as e: print(e)
match = {"match": 1}; case = match["match"]; print(match, case); _ = 5
match _:
    case 6: print("six")
print("done", _)
type X = int | str
print(X, X.__value__, X.__name__); type = 5; print(type)
