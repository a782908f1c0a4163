"""Fibonacci three ways."""


def recursive(n):
    return n if n < 2 else recursive(n - 1) + recursive(n - 2)


def iterative(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def fast(n):
    """Doubling: F(2k) and F(2k+1) from F(k) and F(k+1)."""
    if n == 0:
        return 0, 1
    a, b = fast(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


print([recursive(n) for n in range(15)])
print(iterative(100))
print(fast(1000)[0])
assert all(recursive(n) == iterative(n) == fast(n)[0] for n in range(18))
