"""Ints that outgrow a machine word."""
def run():
    a, b = 1, 1
    for _ in range(20_000):
        a, b = b, a + b
    product = 1
    for i in range(1, 2000):
        product *= i
    total = a % 1_000_007 + product % 1_000_003
    for i in range(300):
        total += pow(3, 10**30 + i, 10**18 + 9) + len(str(7**i))
    return total
