"""Times `run()` of one program for a while: the first and the best runs, by the clock and by processor time."""

import sys
import time

path, seconds = sys.argv[1], float(sys.argv[2])
namespace = {"__name__": "program"}
with open(path) as file:
    exec(compile(file.read(), path, "exec"), namespace)
run = namespace["run"]
walls, processor = [], []
stop = time.perf_counter() + seconds
while len(walls) < 3 or time.perf_counter() < stop:
    busy, start = time.process_time(), time.perf_counter()
    result = run()
    walls.append(time.perf_counter() - start)
    processor.append(time.process_time() - busy)
print(walls[0], min(walls), min(processor))
print(repr(result))
