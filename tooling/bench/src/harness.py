"""Times `run()` of one program: the best of several runs in seconds, and what it returned."""

import sys
import time

path, times = sys.argv[1], int(sys.argv[2])
namespace = {"__name__": "program"}
with open(path) as file:
    exec(compile(file.read(), path, "exec"), namespace)
run = namespace["run"]
best = float("inf")
for _ in range(times):
    start = time.perf_counter()
    result = run()
    best = min(best, time.perf_counter() - start)
print(best)
print(repr(result))
