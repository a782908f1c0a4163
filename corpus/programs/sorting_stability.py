"""sorted, list.sort, min, max, heapq, bisect: stability, keys, errors in the middle."""
import random, functools, operator, heapq, bisect
people = [("ann", 30), ("bob", 25), ("cid", 30), ("dee", 25), ("eve", 30)]
print(sorted(people, key=lambda p: p[1])); print(sorted(people, key=lambda p: p[1], reverse=True)); print(min(people, key=operator.itemgetter(1)), max(people, key=operator.itemgetter(1)))
rng = random.Random(7); rows = [(rng.randrange(8), i) for i in range(300)]; once = sorted(rows, key=lambda r: r[0]); print(all(a[1] < b[1] for a, b in zip(once, once[1:]) if a[0] == b[0]), once[:5])
back = sorted(rows, key=lambda r: r[0], reverse=True); print(all(a[1] < b[1] for a, b in zip(back, back[1:]) if a[0] == b[0]))
class Loud:
    compared = 0
    def __init__(self, n): self.n = n
    def __lt__(self, other): Loud.compared += 1; return self.n < other.n
    def __repr__(self): return f"L{self.n}"
for data in (list(range(50)), list(range(50, 0, -1)), [1] * 50, [i * 7919 % 101 for i in range(100)], list(range(40)) + list(range(20)), [0, 1] * 40, list(range(60)) + [5]):
    Loud.compared = 0; out = sorted(map(Loud, data)); print(len(data), Loud.compared, out[0], out[-1])
for bad in ([3, "a", 1], [None, 1], [1, 2, 3j], [[1], (2,)], [{}, {}]):
    try: sorted(bad)
    except TypeError as e: print(e)
values = [5, 2, 8, 1]
def meddle(x): values.append(x); return x
try: values.sort(key=meddle)
except ValueError as e: print(e, values)
class Breaks:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        if o.n == 3: raise RuntimeError("cannot compare with 3")
        return self.n < o.n
    def __repr__(self): return str(self.n)
broken = [Breaks(n) for n in (4, 2, 3, 1)]
try: broken.sort()
except RuntimeError as e: print(e, sorted(b.n for b in broken))
print(sorted("bANana", key=str.lower), sorted([3.5, 1, True, 2**70, -1.5]), sorted([float("nan"), 1.0, 0.5])[1:], sorted({3: 1, 1: 2}), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted(["é", "z", "a", "Z", "🐍"]))
print(sorted([5, 3, 9], key=functools.cmp_to_key(lambda a, b: b - a)), sorted([[2], [1, 5], []]), [].sort(), sorted((), reverse=True))
heap = []
for n, word in enumerate("pear fig apple kiwi date".split()): heapq.heappush(heap, (len(word), n, word))
print([heapq.heappop(heap)[2] for _ in range(5)], heapq.nsmallest(3, people, key=lambda p: p[1]), list(heapq.merge([3, 1], [2], reverse=True)), bisect.bisect_right([1, 2, 2, 3], 2), bisect.bisect_left(people, 30, key=lambda p: p[1], lo=2))
for call in (lambda: sorted(5), lambda: sorted([1], 5), lambda: min([]), lambda: max(), lambda: min(1), lambda: [].sort(5), lambda: min([], default="d"), lambda: max(1, 2, key=5)):
    try: print(call())
    except (TypeError, ValueError) as e: print(e)
