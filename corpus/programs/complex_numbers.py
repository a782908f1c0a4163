z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), z * z, z / (1 - 2j), z**2, z ** -1, -z, +z)
print(complex("1+2j"), complex(1.5), complex(1, -0.0), 1j * 1j, (1 + 0j) == 1, hash(2 + 0j) == hash(2))
print(repr(-0j), 0j, 1e20j, complex(float("nan"), float("inf")), format(z, ".2f"), f"{z:>12}")
print(sum([1j, 2j, 3]), z == complex(3, 4), z != 5, bool(0j), 2 ** (1 + 1j))
for f in (lambda: z < 1, lambda: z // 2, lambda: complex("x"), lambda: int(z), lambda: 1j / 0):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
