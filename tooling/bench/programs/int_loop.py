"""Counting and adding small ints."""
def run():
    total = 0
    i = 0
    while i < 2_000_000:
        total += i & 7
        i += 1
    return total
