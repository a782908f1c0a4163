"""Sorting ints, strings and by key."""
def run():
    seed, data = 42, []
    for _ in range(60_000):
        seed = (seed * 1103515245 + 12345) % 2**31
        data.append(seed)
    by_key = sorted(data, key=lambda x: x % 1000)
    names = sorted(map(str, data))
    data.sort()
    data.sort(reverse=True)
    return by_key[0], names[0], data[0]
