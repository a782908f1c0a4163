"""Answer rows: evaluate.py FROM < rows. A row is one line of Python; the value of its last statement is its answer.

Before each row its number is written, so that whoever reads knows which one hung or killed: `NUMBER TAB ANSWER`.
"""

import builtins
import re
import sys
import warnings

import pool
from show import address, mutable, raised, show

told = []


def tell(message, category, *rest, **more):
    """Keeps a warning, but for the one of a dropped coroutine, whose time is the memory's affair."""
    if category is not RuntimeWarning or "never awaited" not in str(message):
        told.append(f"{category.__name__}: {message}")


warnings.simplefilter("always")
warnings.showwarning = tell


class Printed:
    """What a row writes to stdout."""

    def __init__(self):
        self.text = []

    def write(self, text):
        if type(text) is not str:
            raise TypeError("write() argument must be str")
        self.text.append(text)
        return len(text)

    def flush(self):
        pass


def compiled(text, mode):
    try:
        return compile(text, "<row>", mode)
    except SyntaxError:
        return None


def run(row, names):
    """The value of the last statement, or of `x` where that is no expression."""
    before, _, last = row.rpartition("; ")
    if before:
        exec(before, names)
    code = compiled(last, "eval")
    if code is not None:
        return eval(code, names)
    exec(last, names)
    return names.get("x")


def answer(row):
    """Everything that can be seen of a row."""
    names = dict(base)
    told.clear()
    printed = sys.stdout = Printed()
    try:
        try:
            value = run(row, names)
        except BaseException as error:
            text = raised(error)
        else:
            text = show(value)
        if "x" in names and isinstance(names["x"], mutable):
            text += f" | x = {show(names['x'])}"
    except BaseException as error:
        text = f"not shown: {type(error).__name__}"
    finally:
        sys.stdout = sys.__stdout__
    text = address.sub("", text)
    if printed.text:
        text += f" | prints {ascii(''.join(printed.text))[:200]}"
    if lasting.search(row):
        renew()
    if told:
        text += f" | warns {ascii(told)}"
    return text


with open(pool.__file__, encoding="utf-8") as file:
    source = compile(file.read(), pool.__file__, "exec")
# What may change a class or a function that later rows use too.
lasting = re.compile(
    r"^x = (Plain|Made|Slots|Sub|defaults|identity|closing|property)|setattr|delattr|__set|__del|__init__|\.\w+ = |; del "
)


def renew():
    """The names of the pool, made again."""
    exec(source, vars(pool))
    base.clear()
    base.update(pool.namespace(), __builtins__=builtins)


base = {}
renew()

if __name__ == "__main__":
    rows = sys.stdin.read().split("\n")
    for number in range(int(sys.argv[1]), len(rows)):
        sys.stdout.write(f"{number}\t")
        sys.stdout.flush()
        sys.stdout.write(f"{answer(rows[number])}\n")
    sys.stdout.flush()
