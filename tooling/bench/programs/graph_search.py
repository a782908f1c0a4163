"""Shortest paths over a dict of dicts: breadth first, Dijkstra with heapq, and connected components."""
from collections import deque
from heapq import heappop, heappush
def build(size):
    graph = {f"n{i}": {} for i in range(size)}
    for i in range(size):
        for step in (1, 7, 31):
            j = (i * step + step) % size
            if j != i:
                graph[f"n{i}"][f"n{j}"] = graph[f"n{j}"][f"n{i}"] = (i * 13 + j * 7) % 17 + 1
    return graph
def hops(graph, start):
    seen, waiting = {start: 0}, deque([start])
    while waiting:
        node = waiting.popleft()
        for other in graph[node]:
            if other not in seen:
                seen[other] = seen[node] + 1
                waiting.append(other)
    return seen
def distances(graph, start):
    best, heap = {start: 0}, [(0, start)]
    while heap:
        distance, node = heappop(heap)
        if distance > best[node]:
            continue
        for other, weight in graph[node].items():
            through = distance + weight
            if through < best.get(other, 1 << 30):
                best[other] = through
                heappush(heap, (through, other))
    return best
def components(graph):
    left, count = set(graph), 0
    while left:
        left -= hops(graph, next(iter(left))).keys()
        count += 1
    return count
def run():
    graph, total = build(1_400), 0
    for start in ("n0", "n50", "n123", "n321", "n600", "n1200"):
        total += max(hops(graph, start).values()) + sum(distances(graph, start).values())
    return total, components(graph)
