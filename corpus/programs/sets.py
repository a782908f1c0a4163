a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b, a <= b, a < a, a <= a, a >= {1}, a.isdisjoint({9}), a == {3, 2, 1}, len(a), 2 in a)
print(a.union([5], (6,)), a.intersection("x", [1]), a.difference([1]), a.symmetric_difference([1, 9]), a.issubset(range(9)), a.issuperset([1]))
a.add(10); a.discard(99); a.remove(10); a.update([7], {8}); print(a)
a |= {20}; a &= {1, 2, 20}; a -= {20}; a ^= {5}; print(a)
a.intersection_update([1, 2, 5]); a.difference_update([5]); a.symmetric_difference_update([6]); print(a, a.copy(), a.pop() in (1, 2, 6))
f = frozenset("abc"); print(sorted(f), frozenset(), f == set("abc"), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), {f: 1}[frozenset("cba")], isinstance(f | {1}, frozenset))
print(set(), set("a"), {x % 3 for x in range(10)}, {1, 1.0, True}, sorted(set("hello")), {None}, frozenset([1]), set(range(20)), {0, -1, 2**61 - 1, 10})
print(sorted({"apple", "banana", "cherry", "date"}), set("abcdefgh"), {(1, 2), (3,)}, {1.5, 2.5, -0.0}, set(list(range(0, 100, 9))))
for g in (lambda: {[]}, lambda: set().pop(), lambda: {1}.remove(2), lambda: {1} + {2}, lambda: {1} | [2], lambda: set(5), lambda: {1} < [1], lambda: frozenset().add, lambda: hash({1})):
    try:
        g()
    except Exception as error:
        print(type(error).__name__, error)
try:
    s = {1, 2}
    for x in s: s.add(x + 10)
except RuntimeError as error:
    print(error)
