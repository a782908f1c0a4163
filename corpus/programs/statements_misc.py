"""Module doc"""
print(__doc__)
x: int = 5; y: "later"; z: list[int] = [1]; print(x, __annotations__)
class A: a: int; b: str = "b"; print(__annotations__)
(x): int = 6; A.c: int = 7; z[0]: str = 8; print(x, A.c, z)
del z[0], A.c; print(z, hasattr(A, "c"))
a = b = c = [0]; a[0], d = 5, 6; print(b, c, d)
a, = [1]; [b] = 2,; print(a, b); (a), (b) = 3, 4; print(a, b); [a, [b, *c], *d] = 1, "xyz", 9, 8; print(a, b, c, d)
for i, (j, *k) in [(1, "ab"), (2, "cde")]: print(i, j, k)
for lst in [[0, 0]]:
    for lst[0] in range(3): print(lst)
for A.attr in "ab": pass
print(A.attr)
with open("/dev/null") as A.f, open("/dev/null") as z2: print(A.f.name)
print(*[1], *(2, 3), sep=","); print(*[1, 2], **{"sep": "-", "end": "!\n"})
if 1: pass
elif 2: nope
else: nope
while 0: nope
else: print("else of while")
lines = 1 + \
    2; print(lines); print((1,
    2)); print("a"
    "b")
def f(): return
def g(): yield
def h(): ...
print(f(), h(), list(g()))
import sys as s, os as o; from os.path import (join as j, split,); print(s.__name__, j("a", "b"))
print(0b1010, 0o17, 0xFF, 1_000, 1e3, 1E-2, .5, 5., 3j, 1_0.0_1, 0xdead_BEEF, 00, 0_0)
print('a\tb', r'a\tb', b'\x00', '''tri
ple''', "\
continued", u"u", 'a' 'b', "\N{GREEK SMALL LETTER ALPHA}", "\U0001F600")
print(not True, not not 1, - - 1, ~-1, 2 ** -1, -2 ** 2, 1 if 0 else 2 if 0 else 3, 1 or 2 and 3, 1 < 2 == 2 != 3, 5 % 3 ** 2, 2 ** 3 ** 2, (1, 2)[0], 1 ,)
print(lambda: 1 and 2, end="") if False else None
print((lambda x, *y, z=1, **w: (x, y, z, w))(1, 2, z=3, q=4), [*range(2), 5][-1], {"a": 1, **{"b": 2}}["b"], {*()}, (*"ab", 1), {1: 2}[1], "abc"[::-1][0], [1, 2, 3][-2:][0])
try: assert 0, ("m", 1)
except AssertionError as e: print(repr(e))
try: assert []
except AssertionError as e: print(repr(e), e.args)
if (n := 10) > 5 and (m := n * 2): print(n, m)
print(f"{(lambda: 5)()}", [w := 1, w + 1], (p := 3, p)); exec("print('exec', x)"); print(eval("x + 1"))
global_later = 1
def many_args(a, b, c, d, e, f, g, h, i, j, k, l): return a + l
print(many_args(*range(12)), many_args(**{c: 1 for c in "abcdefghijkl"}))
try:
    try: pass
    finally: 1 / 0
except: print("bare except")
é = "ident"; print(é, ℌ := "nfkc", H)
async def co(): return 5
try: co().send(None)
except StopIteration as stop: print(stop.value)
type Point = tuple[int, int]; print(Point.__value__)
print(__name__, __builtins__.__name__, __debug__, ...); None; 1; "string statement"; x; (yield_) if False else 0
