"""A calculator: tokens, a precedence-climbing parser, a tree, and an evaluator with names and functions."""

from __future__ import annotations

import math
import operator
import re
from dataclasses import dataclass, field
from typing import Callable, Iterator

TOKEN = re.compile(
    r"""
    (?P<number> \d+(\.\d*)?([eE][+-]?\d+)? )
  | (?P<name>   [A-Za-z_]\w* )
  | (?P<op>     \*\* | // | [-+*/%^(),=!] )
  | (?P<space>  \s+ )
    """,
    re.VERBOSE,
)


class CalcError(Exception):
    """What the user did wrong, with the place."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    position: int


def tokenize(text: str) -> Iterator[Token]:
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise CalcError(f"unexpected {text[position]!r}", position)
        if match.lastgroup != "space":
            yield Token(match.lastgroup or "", match.group(), position)
        position = match.end()
    yield Token("end", "", position)


@dataclass
class Number:
    value: float

    def __str__(self) -> str:
        return f"{self.value:g}"


@dataclass
class Name:
    text: str
    position: int

    def __str__(self) -> str:
        return self.text


@dataclass
class Unary:
    op: str
    operand: Node

    def __str__(self) -> str:
        return f"({self.op}{self.operand})"


@dataclass
class Binary:
    op: str
    left: Node
    right: Node

    def __str__(self) -> str:
        return f"({self.left} {self.op} {self.right})"


@dataclass
class Call:
    name: Name
    arguments: list[Node] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(str, self.arguments))})"


@dataclass
class Assign:
    name: Name
    value: Node

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"


Node = Number | Name | Unary | Binary | Call | Assign

# operator: (precedence, binds to the right)
PRECEDENCE = {"=": (0, True), "+": (1, False), "-": (1, False), "*": (2, False), "/": (2, False),
              "//": (2, False), "%": (2, False), "^": (4, True), "**": (4, True)}

OPERATORS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "^": operator.pow, "**": operator.pow,
}


class Parser:
    def __init__(self, text: str) -> None:
        self.tokens = list(tokenize(text))
        self.index = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    def take(self, text: str | None = None) -> Token:
        token = self.token
        if text is not None and token.text != text:
            raise CalcError(f"expected {text!r}, found {token.text or 'the end'!r}", token.position)
        self.index += 1
        return token

    def parse(self) -> Node:
        node = self.expression(0)
        if self.token.kind != "end":
            raise CalcError(f"unexpected {self.token.text!r}", self.token.position)
        return node

    def expression(self, lowest: int) -> Node:
        left = self.prefix()
        while (op := self.token.text) in PRECEDENCE:
            precedence, right = PRECEDENCE[op]
            if precedence < lowest:
                break
            position = self.take().position
            operand = self.expression(precedence if right else precedence + 1)
            if op == "=":
                if not isinstance(left, Name):
                    raise CalcError(f"cannot assign to {left}", position)
                left = Assign(left, operand)
            else:
                left = Binary(op, left, operand)
        return left

    def prefix(self) -> Node:
        match self.token:
            case Token("op", "-" | "+" as op):
                self.take()
                return Unary(op, self.expression(3))
            case Token("op", "("):
                self.take()
                inner = self.expression(0)
                self.take(")")
                return self.postfix(inner)
            case Token("number", text):
                self.take()
                return self.postfix(Number(float(text)))
            case Token("name", text, position):
                self.take()
                name = Name(text, position)
                return self.call(name) if self.token.text == "(" else self.postfix(name)
            case Token(_, text, position):
                raise CalcError(f"expected a value, found {text or 'the end'!r}", position)

    def postfix(self, node: Node) -> Node:
        while self.token.text == "!":
            self.take()
            node = Call(Name("factorial", self.token.position), [node])
        return node

    def call(self, name: Name) -> Node:
        self.take("(")
        arguments = []
        while self.token.text != ")":
            arguments.append(self.expression(0))
            if self.token.text != ")":
                self.take(",")
        self.take(")")
        return self.postfix(Call(name, arguments))


class Calculator:
    functions: dict[str, Callable[..., float]] = {
        "sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "round": round,
        "factorial": lambda n: math.factorial(int(n)),
    }

    def __init__(self) -> None:
        self.names = {"pi": math.pi, "e": math.e}

    def evaluate(self, node: Node) -> float:
        match node:
            case Number(value):
                return value
            case Name(text, position):
                if text not in self.names:
                    raise CalcError(f"unknown name {text!r}", position)
                return self.names[text]
            case Unary(op, operand):
                value = self.evaluate(operand)
                return -value if op == "-" else value
            case Binary(op, left, right):
                return OPERATORS[op](self.evaluate(left), self.evaluate(right))
            case Assign(name, value):
                self.names[name.text] = result = self.evaluate(value)
                return result
            case Call(Name(text, position), arguments):
                if text not in self.functions:
                    raise CalcError(f"unknown function {text!r}", position)
                return self.functions[text](*map(self.evaluate, arguments))

    def run(self, text: str) -> None:
        print(">", text)
        try:
            tree = Parser(text).parse()
            print(f"  {tree}  =  {self.evaluate(tree):.10g}")
        except CalcError as error:
            print(f"  {' ' * error.position}^ {error}")
        except (ArithmeticError, ValueError, TypeError) as error:
            print(f"  {type(error).__name__}: {error}")


calculator = Calculator()
for line in """
1 + 2 * 3
(1 + 2) * 3
2 ^ 3 ^ 2
-2 ** 2
10 / 4 // 1 % 2
x = y = sqrt(16) + 1
x * y - pi
max(1, x, 3) + 5!
1 +
2 * (3 + 4
3 = 4
nope + 1
f(1)
1 / 0
sqrt(-1)
2 $ 3
1 2
""".strip().splitlines():
    calculator.run(line)
