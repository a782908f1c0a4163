"""The Mandelbrot set in characters: complex numbers, and the same with two floats."""
def depth(c, limit):
    z = 0j
    for n in range(limit):
        if abs(z) > 2.0:
            return n
        z = z * z + c
    return limit
def depth_of_floats(x, y, limit):
    a = b = 0.0
    for n in range(limit):
        square_a, square_b = a * a, b * b
        if square_a + square_b > 4.0:
            return n
        a, b = square_a - square_b + x, 2.0 * a * b + y
    return limit
def run():
    rows = []
    for row in range(-48, 49):
        y = row / 42
        left = "".join(" .:-=+*#%@"[depth(complex(column / 40, y), 36) // 4] for column in range(-80, -12))
        right = "".join(" .:-=+*#%@"[depth_of_floats(column / 40, y, 36) // 4] for column in range(-12, 40))
        rows.append(left + right)
    return "\n".join(rows)
