def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r, out = merge(a[:m]), merge(a[m:]), []
    while l and r: out.append(l.pop(0) if l[0] <= r[0] else r.pop(0))
    return out + l + r
def heap(a):
    a = a[:]
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]: c += 1
            if a[i] >= a[c]: return
            a[i], a[c] = a[c], a[i]; i = c
    for i in range(len(a) // 2, -1, -1): sift(i, len(a))
    for end in range(len(a) - 1, 0, -1): a[0], a[end] = a[end], a[0]; sift(0, end)
    return a
def binary(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x: lo = mid + 1
        else: hi = mid
    return lo if lo < len(a) and a[lo] == x else -1
seed = 12345
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return seed % 1000
data = [rnd() for _ in range(200)]
expect = sorted(data)
print(quick(data) == expect, merge(data) == expect, heap(data) == expect, binary(expect, data[7]) >= 0, binary(expect, -5), expect[:10])
class K:
    n = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): K.n += 1; return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted(map(K, [3, 1, 2, 1])), K.n); K.n = 0; sorted(map(K, data)); print(K.n); K.n = 0; sorted(map(K, expect)); print(K.n)
print(sorted(["b10", "a2", "B1"], key=str.lower), sorted([(2, "a"), (1, "b"), (2, "A")]), sorted({"x": 1, "a": 2}.items(), key=lambda p: p[1]), sorted([3.5, 1, True, -2**70]), sorted("a b C".split(), key=str.swapcase, reverse=True), sorted([[2], [1, 5], []]))
l = [5, 3]; l.sort(key=None); print(l, sorted([2, 1], key=lambda x: 0), sorted([(1, "b"), (0, "z"), (1, "a")], key=lambda t: t[0], reverse=True))
try:
    m = [3, 1, 2]; m.sort(key=lambda x: m.append(x) or x)
except ValueError as e: print(e, m)
class Boom:
    def __lt__(self, o): raise RuntimeError("compare")
try: sorted([Boom(), Boom()])
except RuntimeError as e: print(e)
