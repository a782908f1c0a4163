# Every operator on the numbers, and how they mix.
ints = [0, 1, -1, 7, -7, 255, 2**31, -(2**63), 10**25]
for a in ints:
    for b in (1, -1, 2, -3, 10, 2**40):
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), a & b, a | b, a ^ b)
print([a << 3 for a in ints], [a >> 2 for a in ints], [~a for a in ints])
print(7 / 2, -7 / 2, 1 / 3, 10**25 / 3, 2**-1, (-8) ** 3, 0**0, 2**100)
print(pow(3, 200, 1000007), pow(3, -1, 7), round(12345, -2), round(15, -1), round(25, -1))
print(int("ff", 16), int("0b101", 0), int(" -42 "), int(3.99), int(-3.99), int("1_000"))
print(bin(-10), oct(64), hex(255), (255).bit_length(), (-256).bit_count(), (10).to_bytes(3, "big"))
print(int.from_bytes(b"\xff\x00", "little", signed=True), (5).conjugate(), (5).numerator, (7).as_integer_ratio())
print(True + True, True & False, True ^ True, isinstance(True, int), -True, ~5)
x = 5
x += 3; print(x)
x -= 10; print(x)
x *= -4; print(x)
x //= 3; print(x)
x **= 3; print(x)
x %= 7; print(x)
x <<= 4; print(x)
x |= 1; print(x)
x ^= 3; print(x)
x &= 0xFE; print(x)
x >>= 1; print(x)
x /= 4; print(x)
