a = [3, 1, 2]
a.append(5); print(a)
a.extend([7, 8]); print(a)
a.insert(1, 99); print(a)
a.insert(-100, 0); print(a)
print(a.pop(), a.pop(0), a)
a.remove(99); print(a)
print(a.index(1), a.count(2), 5 in a, 50 not in a)
a.sort(); print(a)
a.sort(reverse=True); print(a)
a.sort(key=lambda x: -x % 4); print(a)
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b, a == b, a is a[:])
print(a[0], a[-1], a[1:3], a[::-1], a[::2], a[10:], a[-2:])
a[1:2] = ["x", "y", "z"]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
del a[0]; print(a)
del a[1:3]; print(a)
del a[::2]; print(a)
a += (1, 2); print(a)
a *= 2; print(a, [0] * 3, [[1]] * 2)
print([1, 2] + [3], [1, 2] < [1, 3], [1] < [1, 2], [] < [0], [1, 2] == [1, 2.0], max([[1, 2], [1, 3]]))
print(sorted([3, 1, 2], reverse=True), sorted("banana"), sorted(["B", "a"], key=str.lower), list(range(5)), list("ab"), list({1: 2}))
nested = [[i * j for j in range(3)] for i in range(3)]
print(nested, [x for row in nested for x in row if x], sum(nested, []))
first, *rest = [1, 2, 3]; print(first, rest)
*init, last = "abc"; print(init, last)
(p, q), r = [1, 2], 3; print(p, q, r)
loop = [1]; loop.append(loop); print(loop)
for f in (lambda: [][0], lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(5), lambda: [1, "a"].sort(), lambda: [1] + (2,), lambda: [1]["a"], lambda: [1, 2].pop(9), lambda: [].extend(5)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
try:
    c = [1, 2, 3, 4]; c[::2] = [1]
except ValueError as error:
    print(error)
print(list(map(lambda x, y: x * y, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, "", "a"])), list(zip("ab", [1, 2, 3])), list(enumerate("ab", 5)))
print(any([0, 1]), all([1, 0]), any([]), all([]), list(reversed([1, 2, 3])), [*range(2), *"ab"])
stable = sorted([("b", 1), ("a", 1), ("c", 0)], key=lambda t: t[1]); print(stable)
