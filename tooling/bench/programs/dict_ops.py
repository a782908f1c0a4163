"""Dicts with int and str keys: insert, look up, count, delete."""
def run():
    numbers = {}
    for i in range(200_000):
        numbers[i * 7 % 100_003] = i
    total = 0
    for i in range(200_000):
        total += numbers.get(i, 1)
    words = [f"key{i % 5000}" for i in range(200_000)]
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    for word in list(counts)[::2]:
        del counts[word]
    return total, len(counts)
