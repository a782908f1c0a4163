"""Float arithmetic in a loop."""
def run():
    x, step, total = 0.0, 1e-6, 0.0
    for _ in range(1_000_000):
        x += step
        total += x * x - x / 3.0
    return total
