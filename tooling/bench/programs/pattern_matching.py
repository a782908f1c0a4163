"""match statements over tuples, dicts and classes."""
class Node:
    __match_args__ = ("op", "left", "right")
    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right
def evaluate(node):
    match node:
        case int():
            return node
        case Node("+", a, b):
            return evaluate(a) + evaluate(b)
        case Node("*", a, b):
            return evaluate(a) * evaluate(b) % 1009
        case ("neg", x):
            return -evaluate(x)
        case {"value": x}:
            return evaluate(x)
def build(depth):
    if depth == 0:
        return {"value": 3}
    return Node("+*"[depth % 2], build(depth - 1), ("neg", build(depth - 1)))
def run():
    tree = build(11)
    return sum(evaluate(tree) for _ in range(6))
