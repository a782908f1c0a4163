"""Digits of pi by a spigot over ever larger ints, and by one long division."""
def digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
def by_machin(places):
    def arctan(inverse, one):
        total = term = one // inverse
        square, n, sign = inverse * inverse, 3, -1
        while term:
            term //= square
            total += sign * (term // n)
            sign, n = -sign, n + 2
        return total
    one = 10 ** (places + 10)
    return 4 * (4 * arctan(5, one) - arctan(239, one)) // 10**10
def run():
    stream = digits()
    first = "".join(str(next(stream)) for _ in range(600))
    second = str(by_machin(2_500))
    return first[-20:], second[-20:], second.startswith(first[:290])
