"""Rows that belong to no one callable: operators, formats, slices, conversions, pickles, what attributes are."""

import importlib

import pool
import subjects
from values import everything, kinds

binary = "+ - * / // % ** @ << >> & | ^".split()
comparing = "== != < <= > >=".split() + ["in", "not in", "is"]


def typical():
    """One receiver of each type, and the pool."""
    return list(dict.fromkeys([*everything, *(texts[0] for texts in subjects.receivers.values())]))


def operators(random):
    values = typical()
    for turn in range(9000):
        left, right = random.one(values), random.one(values)
        if turn % 4 == 0:
            yield f"x = {left}; x {random.one(binary)}= {right}"
        else:
            yield f"{wrapped(left)} {random.one(binary if turn % 3 else comparing)} {wrapped(right)}"


def arithmetic(random):
    numbers = kinds["int"] + kinds["float"]
    for _ in range(4000):
        yield f"{wrapped(random.one(numbers))} {random.one(binary + comparing[:6])} {wrapped(random.one(numbers))}"
    for _ in range(800):
        yield f"pow({random.one(numbers)}, {random.one(numbers)}, {random.one(numbers)})"
        yield f"divmod({random.one(numbers)}, {random.one(numbers)})"


def wrapped(text):
    return f"({text})" if text[0] in "-0123456789l" or " " in text else text


one_argument = (
    "hash repr str ascii bool len int float complex operator.index iter next abs round bytes bytearray list tuple set dict reversed "
    "format callable memoryview sorted sum max any vars type chr ord bin range slice math.trunc math.floor operator.length_hint"
)


def unary(random):
    for text in typical():
        for name in one_argument.split():
            yield f"{name}({text})"
        for form in "-{}", "+{}", "~{}", "not {}", "(*{},)", "{{**{}}}", "spread(*{})", "spread(**{})", "[*{}]":
            yield form.format(wrapped(text))
        yield f"x, *y = {text}; (x, y)"
        yield f"x, y = {text}; (x, y)"
        yield f"with {text} as x: pass"
        yield f"raise {text}"
        yield f"f'{{({text})!r:>12}}'"
        yield f"isinstance(1, {text})"


def spec(random):
    """A format specification, sound or not."""
    one = random.one
    widths = ["", "", "1", "12", "30", "2147483648", "99999999999999999999"] if random.below(9) == 0 else ["", "3", "12"]
    text = one(["", "", "*", " ", "é", "0"]) + one(["<", ">", "^", "=", ""]) if random.below(2) else ""
    text += one(["", "", "+", "-", " "]) + one(["", "", "", "z"]) + one(["", "", "#"]) + one(["", "", "0"]) + one(widths)
    text += one(["", "", "", ",", "_", "_,", ",,"]) + one(["", "", ".0", ".3", ".17", ".", ".2147483648"])
    return text + one("s d b o x X c n e E f F g G % q".split() + ["", "", "dd", "\\ud800"])


fields = (
    "{} {0} {1} {0.real} {0[0]} {0[a]} {a} {a.b} {!r} {!s:>5} {!a} {!q} {!} {:{}} {:{w}} { } {{ }} {0 {a_b} {0.} {0[} {0[]} {:{:{}}} "
    "{0!r:x<9} {-1} {a[0].b} {99999999999999999999} {0!rr} {a!r:} {}{0} {:,} {.real} {[0]}"
).split()


def formats(random):
    values = kinds["int"] + kinds["float"] + kinds["str"][:20] + ["None", "[1]", "Plain()", "Format('f')", "Format(3)", "Raises()"]
    values += ["decimal.Decimal('1.50')", "ValueError('v')"]
    numbers = kinds["int"][:22] + kinds["float"][:14]
    for turn in range(5000):
        yield f"format({random.one(numbers if turn % 2 else values)}, '{spec(random)}')"
    for _ in range(2500):
        template = "".join(random.one(fields) for _ in range(1 + random.below(3)))
        given = [random.one(everything) for _ in range(random.below(3))]
        given += [f"{word}={random.one(everything)}" for word in ("a", "w") if random.below(2)]
        yield f"{template!r}.format({', '.join(given)})"
        if random.below(4) == 0:
            yield f"{template!r}.format_map({random.one(kinds['mapping'])})"


def directive(random):
    """A conversion of `%`, sound or not."""
    one = random.one
    text = "%" + one(["", "", "", "(a)", "(x)", "(", "(a(b))"]) + one(["", "", "0", "-", "+", " ", "#", "-0", "#0", "+ "])
    text += one(["", "", "3", "12", "*", "99999999999999999999"])
    if random.below(3) == 0:
        text += one(["", "", ".0", ".3", ".", ".*", ".99999999999999999999", ".2147483648"])
    return text + one(["", "", "l", "h"]) + one("s r a d i u o x X e E f F g G c b %".split() + ["q", "", "é"])


def percents(random):
    for turn in range(5000):
        text = "".join(random.one(["", "a", "-"]) + directive(random) for _ in range(1 + random.below(2)))
        prefix = "b" if turn % 3 == 0 else ""
        if prefix:
            text = text.replace("é", "Z")
        many = random.below(4)
        if many == 0:
            given = random.one(everything)
        elif many == 3:
            given = random.one(kinds["mapping"])
        else:
            given = "".join(f"{random.one(kinds[random.one(('int', 'float', 'str', 'bytes', 'other'))])}, " for _ in range(many))
            given = f"({given})"
        yield f"{prefix}{text!r} % {wrapped(given)}"


sequences = [
    "[1, 2, 3, 4]", "(1, 2, 3)", "'aéb\\U0001f600'", "b'abcd'", "bytearray(b'abcd')", "range(1, 20, 3)", "memoryview(bytearray(b'abcd'))",
    "array.array('i', [1, 2, 3])", "collections.deque([1, 2, 3])", "SubList([1, 2])", "OddList([1, 2])", "{'a': 1}", "Sequence()",
    "'\\ud800b'", "None", "memoryview(b'abcdef').cast('B', (2, 3))", "io", "int", "list", "re.match('(?P<n>a)(b)?', 'abc')",
]
bounds = [
    "", "", "0", "1", "-1", "2", "-9", "9", "2**63", "-2**70", "None", "Index(1)", "Index('x')", "True", "'a'", "1.0", "SubInt(1)",
    "OddInt(1)", "Raises()",
]


def slices(random):
    for turn in range(3500):
        where = ":".join(random.one(bounds) for _ in range(random.one([1, 2, 2, 3]))) or "0"
        if random.below(12) == 0:
            where += f", {random.one(bounds)}"
        what = random.one(sequences)
        if turn % 3 == 0:
            yield f"x = {what}; x[{where}]"
        elif turn % 3 == 1:
            yield f"x = {what}; x[{where}] = {random.one(everything)}"
        else:
            yield f"x = {what}; del x[{where}]"


def copies(random):
    values = list(dict.fromkeys([*everything, *(text for texts in subjects.receivers.values() for text in texts)]))
    for text in values:
        for name in "copy.copy", "copy.deepcopy", "json.dumps":
            yield f"{name}({text})"
        # Of the versions that mark what is referred to once more, counts of references decide.
        yield f"marshal.dumps({text}, 2)"
        yield f"copy.replace({text}, a=1)"
        yield f"({text}).__reduce_ex__(2)"
        yield f"({text}).__reduce__()"
        yield f"pickled({text}, {random.below(6)})"
        yield f"pickled([{text}, ({text},)], {random.below(6)})"
        yield f"json.dumps([{text}], indent=1)"


# Subclassable, immutable, not to be made, a sequence, a mapping.
flags = 1 << 10 | 1 << 8 | 1 << 7 | 1 << 5 | 1 << 6


def described(random):
    for group, texts in subjects.receivers.items():
        value = eval(texts[0], pool.namespace())
        cls = type(value)
        yield f"len(dir(type({texts[0]})))"
        yield f"type({texts[0]}).__mro__"
        names = ", ".join(f"type({texts[0]}).{name}" for name in ("__name__", "__qualname__", "__module__"))
        yield f"({names}, type({texts[0]}).__flags__ & {flags})"
        for name in sorted(dir(cls)):
            own = getattr(cls, name, None) is not getattr(object, name, 0) or name not in object.__dict__
            if name not in ("__doc__", "__module__", "__dict__", "__weakref__") and (group == "object" or own):
                yield f"described(type({texts[0]}), {name!r})"
    for module in subjects.modules:
        for name in subjects.names_of(module):
            owner = "sys.modules['builtins']" if module == "builtins" else module
            yield f"described({owner}, {name!r})"
        for name in sorted(vars(importlib.import_module(module))):
            # How a module came to be loaded is the installation's.
            written = module.startswith("_") or module in ("math", "cmath", "binascii", "unicodedata", "errno", "itertools", "operator")
            if written and name not in ("__file__", "__loader__", "__spec__"):
                yield f"type({module}.{name}).__name__"


families = {family.__name__: family for family in (operators, arithmetic, unary, formats, percents, slices, copies, described)}
