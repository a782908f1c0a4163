"""Conway's game of life on an endless board."""

from collections import Counter

GLIDER = """
.#.
..#
###
"""


def parse(picture):
    return {
        (x, y)
        for y, line in enumerate(picture.strip().splitlines())
        for x, cell in enumerate(line)
        if cell == "#"
    }


def step(alive):
    near = Counter(
        (x + dx, y + dy) for x, y in alive for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy
    )
    return {cell for cell, count in near.items() if count == 3 or count == 2 and cell in alive}


def draw(alive, width=12, height=6):
    return "\n".join("".join(".#"[(x, y) in alive] for x in range(width)) for y in range(height))


board = parse(GLIDER)
for generation in range(9):
    if generation % 4 == 0:
        print(f"generation {generation}, {len(board)} alive")
        print(draw(board))
    board = step(board)
