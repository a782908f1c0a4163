"""Where native code calls itself too deep: the limit is not the one that sys.setrecursionlimit sets."""
import sys
from functools import lru_cache


def nested(make, deep):
    value = make(None)
    for _ in range(deep):
        value = make(value)
    return value


def attempt(name, action):
    try:
        action()
    except RecursionError as error:
        print(name, "-", error)
    else:
        print(name, "ends")


class Asked:
    """Passes each question on to one more like it, `left` times."""

    def __init__(self, left):
        self.left = left

    def __call__(self):
        return self.left == 0 or Asked(self.left - 1)()

    def __eq__(self, other):
        return self.left == 0 or Asked(self.left - 1) == other

    def __len__(self):
        return 0 if self.left == 0 else len(Asked(self.left - 1))


@lru_cache(None)
def total(n):
    return n and n + total(n - 1)


makers = {
    "list": lambda inner: [inner],
    "tuple": lambda inner: (inner,),
    "dict": lambda inner: {0: inner},
}
for name, make in makers.items():
    for deep in (5000, 9000, 12000):
        attempt(f"repr of {name} {deep}", lambda: repr(nested(make, deep)))
        attempt(f"str of {name} {deep}", lambda: str(nested(make, deep)))
        attempt(f"== of {name} {deep}", lambda: nested(make, deep) == nested(make, deep))
for deep in (9000, 12000):
    attempt(f"isinstance {deep}", lambda: isinstance(1, nested(lambda inner: (inner or str,), deep)))
    attempt(f"issubclass {deep}", lambda: issubclass(int, nested(lambda inner: (inner or str,), deep)))

sys.setrecursionlimit(100_000)
for deep in (3000, 3600):
    attempt(f"call {deep}", Asked(deep))
    attempt(f"== {deep}", lambda: Asked(deep) == 1)
    attempt(f"len {deep}", lambda: len(Asked(deep)))
    attempt(f"cached {deep}", lambda: total(deep))
    total.cache_clear()

# What a failure took is given back.
for _ in range(3):
    attempt("again", lambda: repr(nested(makers["list"], 12000)))
    attempt("less", lambda: repr(nested(makers["list"], 9000)))
