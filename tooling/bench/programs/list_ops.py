"""Appending, indexing, slicing and popping lists."""
def run():
    total = 0
    for _ in range(20):
        items = []
        for i in range(20_000):
            items.append(i)
        for i in range(0, 20_000, 2):
            items[i], items[i + 1] = items[i + 1], items[i]
        total += sum(items[100:10_000:3]) + len(items[::-1])
        while len(items) > 10_000:
            total += items.pop()
    return total
