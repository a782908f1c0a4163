"""Integers beyond the machine word."""
import math
a, b = 3**200, 7**90 + 1
print(a * b, a // b, a % b, -a // b, -a % b, divmod(a, -b), a - b - a == -b, a.bit_length(), (-a).bit_count(), sep="\n")
print(pow(3, 10**18, 10**9 + 7), pow(3, -1, 11), pow(2, 100), 2**0.5, (-2)**3, 2**-2, (-8)**(1/3), math.isqrt(a), math.gcd(a * 6, b * 4), math.lcm(12, 18, 7), math.factorial(30), math.comb(60, 30), math.perm(20, 5))
print(a << 70 >> 65 == a << 5, -1 >> 200, -5 >> 1, (1 << 64) - 1 & ~0xFF, a ^ b, a | -b, -a & b, ~a)
print(hex(a), oct(-b), bin(2**70), f"{a:,}", f"{b:_x}", f"{-b:+.5e}", int("z" * 20, 36), int("-0x_ff", 16), int("0b101", 0), int(" 12_345 "), int(1e25), int(-1.9e19))
print(a.to_bytes(40, "little").hex(), int.from_bytes(b"\xff" * 9, "big", signed=True), (-300).to_bytes(2, signed=True), (2**63).__hash__(), hash(-a), hash(2**61 - 1))
print(float(a), a / b, 10**400 // 10**390, round(12345678901234567890, -5), round(-15, -1), round(25, -1), a == float(a), 2**53 + 1 == float(2**53 + 1), 2**70 > 1e20, 10**400 > float("inf"), min(a, 1e300) == a)
for bad in (lambda: float(10**400), lambda: 10**400 / 3, lambda: 1 // 0, lambda: 5 % 0, lambda: divmod(a, 0), lambda: 0**-1, lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: 1 << -1, lambda: int("x1"), lambda: int("9" * 5000), lambda: str(10**5000), lambda: int("1", 99), lambda: int(float("nan")), lambda: int(float("inf")), lambda: (256).to_bytes(1), lambda: (-1).to_bytes(2), lambda: math.isqrt(-1), lambda: a + "x", lambda: int([]), lambda: 10**400 * 1.5, lambda: math.factorial(-1), lambda: int("12", base=2), lambda: [1] * 2**70, lambda: "a" * 2**62, lambda: range(2**70)[2**71], lambda: len(range(2**70))):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
fib = [0, 1]
while len(fib) < 400: fib.append(fib[-1] + fib[-2])
print(fib[399], sum(fib), str(fib[399])[::-1][:10]); print(math.log2(a), math.log(10**400), math.sqrt(2**1000), (10**30).as_integer_ratio(), (a).__sizeof__() > 28, range(2**70, 2**70 + 5)[-1], 2**70 in range(0, 2**80, 2))
