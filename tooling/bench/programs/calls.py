"""Function calls: positional, default and keyword arguments."""
def add(a, b=1, *, c=2):
    return a + b + c
def run():
    total = 0
    for i in range(300_000):
        total += add(i) + add(i, 2) + add(i, c=3)
    return total
