"""List, dict and set comprehensions."""
def run():
    total = 0
    for n in range(60):
        squares = [i * i for i in range(3000) if i % 3]
        table = {i: s for i, s in enumerate(squares)}
        rest = {s % 97 for s in squares}
        total += len(table) + sum(rest) + sum([a + b for a in range(30) for b in range(30)])
    return total
