"""Matrix times vector without a matrix."""
def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
def times(v, n):
    return [sum(entry(i, j) * v[j] for j in range(n)) for i in range(n)]
def transposed(v, n):
    return [sum(entry(j, i) * v[j] for j in range(n)) for i in range(n)]
def run():
    n = 120
    u = [1.0] * n
    for _ in range(8):
        v = transposed(times(u, n), n)
        u = transposed(times(v, n), n)
    return sum(a * b for a, b in zip(u, v)) / sum(b * b for b in v)
