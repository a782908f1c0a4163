"""Queens on a board: recursion with sets, and a generator of permutations."""
from itertools import permutations
def place(size, row, columns, rising, falling):
    if row == size:
        return 1
    count = 0
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        columns.add(column); rising.add(row + column); falling.add(row - column)
        count += place(size, row + 1, columns, rising, falling)
        columns.remove(column); rising.remove(row + column); falling.remove(row - column)
    return count
def by_permutations(size):
    rows = range(size)
    for board in permutations(rows):
        if size == len({board[i] + i for i in rows}) == len({board[i] - i for i in rows}):
            yield board
def run():
    return place(8, 0, set(), set(), set()), sum(1 for _ in by_permutations(8))
