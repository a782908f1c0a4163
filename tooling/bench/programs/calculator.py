"""A tokenizer, a parser by precedence and an evaluator of arithmetic."""
class Token:
    __slots__ = ("kind", "text")
    def __init__(self, kind, text):
        self.kind, self.text = kind, text
def tokenize(text):
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
            continue
        start = at
        if char.isdigit():
            while at < len(text) and (text[at].isdigit() or text[at] == "."):
                at += 1
            yield Token("number", text[start:at])
        elif char.isalpha():
            while at < len(text) and text[at].isalnum():
                at += 1
            yield Token("name", text[start:at])
        else:
            at += 2 if text[at : at + 2] in ("**", "<=", ">=", "==") else 1
            yield Token("operator", text[start:at])
    yield Token("end", "")
LEVELS = {"==": 1, "<": 2, ">": 2, "+": 3, "-": 3, "*": 4, "/": 4, "%": 4}
class Parser:
    def __init__(self, text):
        self.tokens = tokenize(text)
        self.token = next(self.tokens)
    def take(self):
        token, self.token = self.token, next(self.tokens, None)
        return token
    def parse(self, level=0):
        left = self.atom()
        while self.token.kind == "operator" and LEVELS.get(self.token.text, -1) > level:
            operator = self.take().text
            left = (operator, left, self.parse(LEVELS[operator]))
        return left
    def atom(self):
        token = self.take()
        if token.kind == "number":
            return float(token.text) if "." in token.text else int(token.text)
        if token.kind == "name":
            return token.text
        if token.text == "-":
            return ("neg", self.atom())
        if token.text != "(":
            raise SyntaxError(f"unexpected {token.text!r}")
        inner = self.parse()
        self.take()
        return inner
OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "%": lambda a, b: a % b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "==": lambda a, b: a == b,
}
def evaluate(tree, names):
    if isinstance(tree, (int, float)):
        return tree
    if isinstance(tree, str):
        return names[tree]
    if len(tree) == 2:
        return -evaluate(tree[1], names)
    operator, left, right = tree
    return OPERATORS[operator](evaluate(left, names), evaluate(right, names))
def run():
    text = " + ".join(f"(x{i % 7} * {i} - {i % 9 + 1}.5) % {i % 11 + 3} * -(y / {i + 1})" for i in range(120))
    names = {f"x{i}": i for i in range(7)} | {"y": 12}
    total = 0
    for _ in range(6):
        tree = Parser(text).parse()
        total += sum(evaluate(tree, names | {"y": y}) for y in range(4))
        try:
            Parser("1 + * 2").parse()
        except SyntaxError as error:
            total += len(str(error))
    return round(total, 6)
