def collatz(n):
    steps = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
    return steps
print(max((collatz(n), n) for n in range(1, 3000)))
def sieve(n):
    flags = bytearray([1]) * (n + 1); flags[0:2] = b"\0\0"
    for i in range(2, int(n**0.5) + 1):
        if flags[i]: flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]
p = sieve(5000); print(len(p), p[:10], p[-1], sum(p))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(1071, 462), [gcd(i, 12) for i in range(1, 13)])
def isqrt(n):
    x = n
    while x * x > n: x = (x + n // x) // 2
    return x
print(isqrt(10**30), isqrt(99))
def pi_digits(n):
    q, r, t, k, m, x, out = 1, 0, 1, 1, 3, 3, []
    while len(out) < n:
        if 4 * q + r - t < m * t: out.append(m); q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else: q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))
print(pi_digits(60))
def mandel(w, h):
    for y in range(h):
        row = ""
        for x in range(w):
            z = 0; c = complex(-2 + 3 * x / w, -1.2 + 2.4 * y / h)
            for i in range(20):
                if abs(z) > 2: break
                z = z * z + c
            row += " .:-=+*#%@"[i // 2]
        print(row.rstrip())
mandel(50, 16)
e = 1.0; f = 1.0
for i in range(1, 20): f /= i; e += f
print(e, sum(1 / i**2 for i in range(1, 1000)), sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4)
def matmul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
m = [[1, 1], [1, 0]]; r = [[1, 0], [0, 1]]
for _ in range(90): r = matmul(r, m)
print(r)
x = 0x12345678
for _ in range(5): x ^= (x << 13) & 0xFFFFFFFF; x ^= x >> 17; x ^= (x << 5) & 0xFFFFFFFF; print(hex(x), end=" ")
print(); print(sum(i * i for i in range(1000) if i & 1), sum(divmod(10**20, 7)), [i**3 % 7 for i in range(10)], 1e300 * 1e10 - 1e300 * 1e10)
