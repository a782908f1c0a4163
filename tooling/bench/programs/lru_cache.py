"""Caches by recency: an OrderedDict of our own use, functools.lru_cache, and the report they end in."""
from collections import OrderedDict
from functools import lru_cache
class Cache:
    def __init__(self, size):
        self.size, self.entries, self.hits, self.misses = size, OrderedDict(), 0, 0
    def __getitem__(self, key):
        try:
            value = self.entries[key]
        except KeyError:
            self.misses += 1
            raise
        self.entries.move_to_end(key)
        self.hits += 1
        return value
    def __setitem__(self, key, value):
        self.entries[key] = value
        if len(self.entries) > self.size:
            self.entries.popitem(last=False)
    def __len__(self):
        return len(self.entries)
@lru_cache(maxsize=256)
def digits(number, base):
    text = ""
    while number:
        number, digit = divmod(number, base)
        text = "0123456789abcdef"[digit] + text
    return text or "0"
def run():
    cache, lines, seed = Cache(500), [], 7
    for i in range(12_000):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        key = ("page", seed % 800)
        try:
            body = cache[key]
        except KeyError:
            body = cache[key] = f"<p>{digits(seed % 400, 2 + seed % 15)}</p>"
        if i % 6 == 0:
            lines.append(f"{i:06d} {key[1]:>4} {body}")
    digits.cache_clear()
    report = "\n".join(lines)
    return cache.hits, cache.misses, len(cache), len(report), report.count("1")
