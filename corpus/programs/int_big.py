import sys
a, b = 3**200, 7**90
print(a, b, a * b, a // b, a % b, a - b, a + b, -a // b, -a % b, divmod(-a, b), a & b, a | -b, a ^ b, a >> 100, b << 100)
print(2**1000, (2**1000).bit_length(), len(str(2**10000)), hash(2**200), hash(-(3**150)), hex(2**100 + 1), oct(-(2**70)), bin(2**65), float(2**100), int(1e30), (10**50) / (10**49), 10**400 // 10**398)
print(int("123456789" * 20), int("f" * 40, 16), int("z" * 20, 36), str(-(10**40)), f"{10**30:,}", f"{2**100:x} {2**70:e} {2**70:40d}|", "%d %x" % (10**25, 10**25))
print(pow(3, 10**20, 10**9 + 7), pow(2**70, 3), pow(-3, 5, 7), pow(3, -2, 11), (2**70) ** 0.5, 2**70 == 2.0**70, 2**70 + 1 == 2.0**70, 2**53 + 1 == float(2**53 + 1), 2**1024 > 1e308, -(2**1024) < float("-inf"))
print(round(10**30 + 55, -1), round(123456789012345678901234567890, -20), (10**30).to_bytes(13, "big"), int.from_bytes(b"\x01" * 20, "big"), (-1).to_bytes(10, "little", signed=True), (2**90).bit_count(), (10**20).__index__(), ~(10**20))
import math
print(math.factorial(50), math.isqrt(10**40), math.gcd(2**100, 6**50), math.lcm(10**15, 15**10), math.comb(100, 50), math.perm(20, 10), sum(range(10**6)), math.log(10**400), math.prod(range(1, 30)))
fib = [0, 1]
for _ in range(300): fib.append(fib[-1] + fib[-2])
print(fib[300], fib[92] % 10**9, sum(fib))
for f in (lambda: 2**100 << -1, lambda: (300).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: float(10**400), lambda: 10**400 / 3, lambda: 1 << (1 << 70), lambda: math.factorial(-1), lambda: math.isqrt(-1), lambda: int("0x", 16), lambda: int("١٢٣") , lambda: int("1__0"), lambda: 5 // 0, lambda: 5 % 0, lambda: 10**400 * 1.0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(sys.maxsize, sys.int_info.bits_per_digit, -5 >> 1, -5 >> 100, 5 >> 100, -1 << 3, 0 << 100, (-7) // 2, (-7) % 3, 7 % -3, -0, 0 == -0, 10**18 * 10**18, 999999999999 * 999999999999, 2**62 + 2**62, -(2**63) - 1, 4611686018427387904 * 2, 3037000500**2)
