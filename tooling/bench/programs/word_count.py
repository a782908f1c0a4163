"""Counting the words of a text, ranking them, and setting the text in lines."""
import textwrap
from collections import Counter, defaultdict
WORDS = "the quick brown fox jumps over a lazy dog while seven wizards box with five dozen jugs of liquor".split()
def run():
    seed, words = 1, []
    for i in range(30_000):
        seed = (seed * 69_069 + 1) % 2**32
        word = WORDS[(seed >> 16) % len(WORDS)]
        words.append(word.capitalize() if i % 11 == 0 else word + ("," if i % 13 == 0 else ""))
    text = " ".join(words)
    counts = Counter(word.strip(",.").lower() for word in text.split())
    by_length = defaultdict(list)
    for word, count in counts.items():
        by_length[len(word)].append((count, word))
    lines = textwrap.wrap(text[:40_000], 72)
    ranking = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    table = "\n".join(f"{word:<10}|{count:>6}|{count / len(words):6.2%}" for word, count in ranking)
    return len(lines), table, sorted((size, max(group)) for size, group in by_length.items())
