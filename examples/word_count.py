"""Counts words, letters and lengths of a text."""

import re
import textwrap
from collections import Counter

TEXT = """
It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of
incredulity, it was the season of light, it was the season of darkness.
"""

words = re.findall(r"[a-z]+", TEXT.lower())
counts = Counter(words)
print(f"{len(words)} words, {len(counts)} different")
for word, count in counts.most_common(6):
    print(f"{word:<12}{count:>3} {'#' * count}")

lengths = Counter(map(len, words))
print({length: lengths[length] for length in sorted(lengths)})
print(textwrap.fill(" ".join(sorted(counts, key=lambda w: (-len(w), w))), width=50))
