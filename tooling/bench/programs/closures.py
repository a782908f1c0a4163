"""Closures, lambdas and higher-order functions."""
from functools import reduce
def adder(n):
    def add(x):
        return x + n
    return add
def counter():
    total = 0
    def step(x):
        nonlocal total
        total += x
        return total
    return step
def run():
    step = counter()
    adders = [adder(i) for i in range(10)]
    for i in range(30_000):
        step(reduce(lambda x, f: f(x), adders, i))
    return step(0) + sum(map(lambda x: x * 2, filter(lambda x: x & 1, range(200_000))))
