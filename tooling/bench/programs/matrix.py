"""Products of lists of lists."""
def run():
    n = 70
    a = [[(i * j) % 7 for j in range(n)] for i in range(n)]
    b = [[i + j for j in range(n)] for i in range(n)]
    for _ in range(3):
        columns = list(zip(*b))
        a = [[sum(x * y for x, y in zip(row, column)) % 1009 for column in columns] for row in a]
    return sum(map(sum, a))
