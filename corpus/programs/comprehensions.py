x = "outer"
print([x for x in range(3)], x, {x: x**2 for x in range(3)}, {x % 2 for x in range(4)}, list(x for x in "ab"), x)
print([(a, b) for a in range(3) if a % 2 == 0 for b in "xy" if a or b == "y"], [[j for j in range(i)] for i in range(4)])
print([i for i in range(20) if i % 2 if i % 3], [(lambda: k)() for k in range(3)], [f() for f in [lambda: k for k in range(3)]])
def scope():
    n = 10
    return [n + i for i in range(3)], {n: i for i in range(2)}, (lambda: [n for _ in range(2)])(), [[n + i + j for i in range(2)] for j in range(2)]
print(scope())
class K:
    vals = [1, 2]
    doubled = [v * 2 for v in vals]
    n = 5
    try: bad = [n for _ in vals]
    except NameError as e: bad = str(e)
print(K.doubled, K.bad)
print([y := i for i in range(3)], y, [i if i else "zero" for i in range(3)], [*[1], *(2,), *{3}], {**{1: 2}, **{3: 4}}, {*"a", *"a"})
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ["xyz", "uv"]], [c.upper() for w in ["ab", "cd"] for c in w], dict((k, v) for k, v in [("a", 1)]))
try: [1 / q for q in (1, 0)]
except ZeroDivisionError as e: print(e)
try: [undefined for _ in [1]]
except NameError as e: print(e)
def gen_in_comp(): return [(yield_ := v) for v in (lambda: (w for w in range(3)))()], yield_
print(gen_in_comp())
print(any(v > 2 for v in [1, 2, 3]), sum(len(w) for w in "a bb ccc".split()), max((len(w), w) for w in ["aa", "b"]), ",".join(str(v) for v in range(3)), sorted({v: -v for v in range(3)}.values()))
def shadow(x): y = [x for x in range(x)]; return x, y
print(shadow(3), [locals().get("i", None) for i in [7]], [x for x in (x for x in [1, 2])])
