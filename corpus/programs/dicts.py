d = {"b": 1, "a": 2}
d["c"] = 3; print(d, len(d), "a" in d, d["a"], d.get("z"), d.get("z", 0))
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items())
print(d.pop("a"), d.pop("zz", None), d, d.setdefault("q", []), d.setdefault("b", 9), d)
d.update({"x": 1}, y=2); d.update([("k", "v")]); print(d)
print(d.popitem(), d)
del d["b"]; print(d)
print(d | {"z": 26}, {**d, "m": 1}, dict(a=1), dict([(1, 2)]), dict(zip("ab", (1, 2))), dict.fromkeys("abc", 0), {k: v for k, v in zip("xy", range(2))})
d |= {"w": 0}; print(d)
e = d.copy(); e.clear(); print(e, d == dict(d), {1: 2} == {1.0: 2}, {1: "a", True: "b", 1.0: "c"})
print(list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())), {1, 2} & {1: 0}.keys(), {1: 2}.keys() | {5}, {1: 2}.items() - {(1, 2)}, {1: 2}.keys() == {1}, {1: 0}.keys().isdisjoint([2]))
for f in (lambda: {}["x"], lambda: {[]: 1}, lambda: {}.popitem(), lambda: {}.pop("x"), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {} | 5, lambda: {} < {}, lambda: dict(**{1: 2})):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
try:
    grow = {1: 1}
    for k in grow:
        grow[k + 1] = 1
except RuntimeError as error:
    print(error)
try:
    grow = {1: 1, 2: 2}
    for k in grow:
        del grow[k]; grow[k + 10] = 0
except RuntimeError as error:
    print(error)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2): del big[i]
print(len(big), sum(big), list(big)[:5], list(big.items())[-1])
class Default(dict):
    def __missing__(self, key): return f"no {key}"
print(Default(a=1)["a"], Default()["b"], Default().get("b"), isinstance(Default(), dict), Default(x=1))
loop = {}; loop["me"] = loop; print(loop)
counts = {}
for ch in "mississippi": counts[ch] = counts.get(ch, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])), max(counts, key=counts.get))
v = d.keys(); d["new"] = 1; print(v, "new" in v, len(v), ("new", 1) in d.items(), v.mapping == d)
