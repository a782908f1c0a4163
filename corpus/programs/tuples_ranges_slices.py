t = (1, 2, 3, 2)
print(t, t[0], t[-1], t[1:], t + (4,), t * 2, t.count(2), t.index(3), len(t), 2 in t, hash(t) == hash((1, 2, 3, 2)))
print((), (1,), tuple("ab"), tuple([1]), (1, 2) < (1, 3), (1,) + (), t[::-1], () == (), sorted(t))
a, b, *c = t; print(a, b, c)
a, b = b, a; print(a, b)
r = range(10, 0, -3)
print(r, list(r), len(r), r[1], r[-1], 7 in r, 8 in r, r.index(4), r.count(4), r[1:], r == range(10, -1, -3), list(reversed(r)))
print(range(0), bool(range(0)), range(5)[::2], range(10**20)[-1], len(range(0, 100, 7)), hash(range(3)) == hash(range(0, 3, 1)), range(1, 5).start, range(5).stop, range(5).step)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(6), slice(None).indices(4), slice(-1, None, -1).indices(3), slice(1) == slice(None, 1, None), hash(slice(1)) == hash(slice(1)))
for f in (lambda: t[9], lambda: t.index(50), lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(3)[5], lambda: () + [], lambda: (1, 2)[None], lambda: range(10**30).index(-1), lambda: len(range(10**30))):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
def unpack(value):
    try:
        a, b = value
        print(a, b)
    except Exception as error:
        print(type(error).__name__, error)
for value in ((1,), (1, 2, 3), "ab", 5, [1, 2], {1: 2, 3: 4}, iter((1, 2, 3)), {}):
    unpack(value)
try:
    a, *b, c = (1,)
except ValueError as error:
    print(error)
