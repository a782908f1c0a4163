import sys, traceback

class Node:
    child = None
    def __call__(self, *a, **k): raise ValueError("called")

n = Node()
d = {"a": {"b": None}}
cases = [
    lambda: n.child.child,
    lambda: d["a"]["b"]["c"],
    lambda: 1 + (2 + "x") + 3,
    lambda: n(1, 2)(3),
    lambda: [i / 0 for i in range(3)],
    lambda: -"x",
    lambda: f"{1 / 0} and {2}",
    lambda: (yield_ := 5)[0] if True else 1,
    lambda: d["a"]["zz"] + d["a"]["é"],
    lambda: "é" + d["a"] + 1,
    lambda: len(
        5
    ),
    lambda: n.missing.other,
    lambda: print(1)[0],
    lambda: {**5},
    lambda: n @ n,
    lambda: int("é"),
]
for case in cases:
    try:
        case()
    except Exception:
        lines = traceback.format_exc().splitlines()
        print("\n".join(lines[3:]))
