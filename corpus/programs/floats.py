values = [0.0, -0.0, 1.0, 1.5, 0.1, 1e16, 1e22, 1e-5, 123456789.123, 5e-324, 1.7976931348623157e308, float("inf"), float("nan")]
for v in values:
    print(repr(v), str(v), format(v, ".3f"), format(v, "e"), format(v, "g"), format(v, "10.2f"), "%r %s %.4g" % (v, v, v))
for v in (0.5, 1.5, 2.5, -0.5, 2.675, 1e300, 123.456):
    print(round(v), round(v, 1), round(v, 2), round(v, -1), v.is_integer(), v.hex(), v.as_integer_ratio())
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2))
print(2.0**0.5, (-8) ** (1 / 3), 2**0.5, 1e-320, 0.1 + 0.7, 3.0 == 3, hash(3.0) == hash(3), hash(0.5))
print(float("1e5"), float("  -.5 "), float("1_0.5"), float("infinity"), float.fromhex("0x1.8p3"))
print(1.0 < 2, 1.0 == 1, float("nan") == float("nan"), float("inf") > 10**400, 0.1 == 10**-1)
print(max(1, 1.0), min(1.0, 1), sum([0.1] * 10), abs(-0.0), -0.0 == 0.0, int(1e20))
for bad in ("abc", "", "1e", "0x10"):
    try:
        float(bad)
    except ValueError as error:
        print(error)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: int(float("nan")), lambda: int(float("inf")), lambda: 2.0**10000):
    try:
        print(f())
    except (ZeroDivisionError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

# Just below a power of ten: the exponent is the float's own, not that of its shortest digits.
for x in (1e-323, 2e-323, 5e-324, 1e-320, 1e-315, 1e23, 1e22, 9.5e-7, 0.1, 1e-7, 1e126, 9999999999999999.0, 1e16, 9.995e-310):
    print(*(f'{x:.{digits}{kind}}' for digits in (0, 1, 5, 12, 15, 16, 17, 20) for kind in 'eg'), f'{x:g}', f'{x:n}', '%.15g %.16e' % (x, x))
