class V:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
def install(kind):
    def method(self, *args): return f"{kind}({self.name}{''.join(', ' + repr(a) for a in args)})"
    return method
for kind in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    setattr(V, f"__{kind}__", install(kind)); setattr(V, f"__r{kind}__", install("r" + kind))
for kind in "neg pos invert abs lt le gt ge getitem contains call divmod rdivmod round trunc floor ceil".split():
    setattr(V, f"__{kind}__", install(kind))
import math
a, b = V("a"), V("b")
print(a + b, a - 1, 1 - a, a * b, a / b, a // b, a % b, a**b, 2**a, a << b, a >> b, a & b, a | b, a ^ b, a @ b, 1 @ a)
print(-a, +a, ~a, abs(a), a < b, a <= b, a > b, a >= b, 1 < a, a[1], a[1:2], a[1, 2], a[...], 5 in a, a(1, 2), divmod(a, 2), divmod(2, a), round(a), round(a, 2), math.trunc(a), math.floor(a), math.ceil(a), pow(a, 2, 3))
class In:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("iadd", o)); return self
    def __imatmul__(self, o): self.log.append(("imatmul", o)); return self
    def __ior__(self, o): return "replaced"
x = In(); x += 1; x @= 2; print(x.log); x |= 3; print(x)
class Left:
    def __add__(self, o): print("Left.add"); return NotImplemented
    def __eq__(self, o): print("Left.eq"); return NotImplemented
class Right(Left):
    def __radd__(self, o): print("Right.radd"); return "done"
    def __eq__(self, o): print("Right.eq"); return True
print(Left() + Right(), Left() == Right(), Right() + Left() if False else "", Left() != 5)
try: Left() + 5
except TypeError as error: print(error)
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.indices(len(self)))
        if i >= 3: raise IndexError(i)
        return i * 10
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
s = Seq(); print(list(s), s[1:], 20 in s, 5 in s, list(reversed(s)), bool(s)); s[0] = 1; s[1:2] = 2; del s[3]; s[0] += 5
class Attr:
    def __getattr__(self, n): return f"getattr {n}"
    def __setattr__(self, n, v): print("setattr", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
    def __dir__(self): return ["z", "a"]
t = Attr(); t.x = 1; print(t.x, t.y, dir(t)); del t.x
class All:
    def __getattribute__(self, n): return "all " + n
print(All().anything, All().__class__)
class Conv:
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __complex__(self): return 2j
    def __index__(self): return 3
    def __bool__(self): return False
    def __str__(self): return "str"
    def __bytes__(self): return b"bytes"
    def __hash__(self): return 99
    def __length_hint__(self): return 4
    def __sizeof__(self): return 1
c = Conv(); print(int(c), float(c), complex(c), [10, 20, 30, 40][c], bool(c), str(c), bytes(c), hash(c), hex(c), range(c), "x" * c, not c, "%d %s %5.1f" % (c, c, c))
class Bad:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __str__(self): return 5
    def __index__(self): return "x"
    def __iter__(self): return 5
    def __hash__(self): return "h"
    def __int__(self): return 1.5
    def __repr__(self): return None
    __contains__ = None
for f in (len, bool, str, hex, iter, hash, int, repr, lambda b: 1 in b):
    try: f(Bad())
    except Exception as error: print(type(error).__name__, error)
