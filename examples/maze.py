"""Shortest way through a maze, breadth first."""

from collections import deque

MAZE = """
#################
#S  #     #     #
# # # ### # ### #
# #   # #   #   #
# ##### # ### ###
#     #   #     #
##### ##### ### #
#         #   #E#
#################
""".strip().splitlines()


def find(mark):
    return next((x, y) for y, row in enumerate(MAZE) for x, cell in enumerate(row) if cell == mark)


def solve():
    start, end = find("S"), find("E")
    came = {start: None}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if here == end:
            break
        x, y = here
        for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if near not in came and MAZE[near[1]][near[0]] != "#":
                came[near] = here
                queue.append(near)
    path = []
    while here is not None:
        path.append(here)
        here = came[here]
    return path[::-1], len(came)


path, seen = solve()
print(f"{len(path) - 1} steps, {seen} cells seen")
for y, row in enumerate(MAZE):
    print("".join("." if (x, y) in path[1:-1] else cell for x, cell in enumerate(row)))
