"""Generators that feed each other."""
def count(n):
    for i in range(n):
        yield i
def squares(source):
    for i in source:
        yield i * i
def both(n):
    yield from squares(count(n))
def run():
    total = 0
    for value in both(400_000):
        total += value
    return total + sum(x for x in count(300_000) if x % 3)
