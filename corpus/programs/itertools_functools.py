from itertools import *
import functools, operator
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(batched("abcdefg", 3)), list(chain("ab", [1])), list(chain.from_iterable(["ab", "c"])), list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)), list(compress("abcd", [1, 0, 1])), list(islice(count(5, 2), 3)), list(islice(cycle("ab"), 5)))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(filterfalse(lambda x: x % 2, range(5))), [(k, list(g)) for k, g in groupby("aabbbc")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(islice(range(10), 2, 8, 3)), list(pairwise("abc")), list(permutations([1, 2, 3])), list(product("ab", repeat=2)), list(product([1, 2], "x")), list(repeat(7, 2)), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("ab", [1], fillvalue="-")))
a, b = tee([1, 2, 3]); print(next(a), list(b), list(a), repeat(5, 3), count(1), count(1.5, 0.5), islice(count(), 2, None).__class__.__name__)
for f in (lambda: list(islice([1], -1)), lambda: list(batched("a", 0)), lambda: list(combinations([1], -1)), lambda: list(product(5)), lambda: next(cycle([]))):
    try: f()
    except Exception as e: print(type(e).__name__, e)
calls = []
@functools.lru_cache(maxsize=2)
def sq(x): calls.append(x); return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), calls, sq.cache_info(), sq.__wrapped__(5)); sq.cache_clear(); print(sq.cache_info())
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), functools.reduce(operator.add, [1, 2, 3], 10), functools.reduce(lambda a, b: a * b, range(1, 6)))
p = functools.partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, functools.partial(p, "11")(), functools.partial(print, 1, sep="-"))
@functools.wraps(fib)
def wrapped(): "w"
print(wrapped.__name__, wrapped.__wrapped__ is fib)
@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(2), T(1) > T(2), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
@functools.singledispatch
def show(x): return f"object {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list {x}"
print(show(1), show("a"), show([1]), show(True), show.dispatch(int).__name__)
class C:
    @functools.cached_property
    def v(self): print("once"); return 5
    @functools.singledispatchmethod
    def m(self, x): return "any"
    @m.register
    def _(self, x: str): return "str"
c = C(); print(c.v, c.v, c.m(1), c.m("s"))
print(operator.itemgetter(1, 2)("abc"), operator.attrgetter("real", "imag")(5), operator.methodcaller("upper")("x"), operator.index(5), operator.concat([1], [2]), operator.contains("abc", "b"), operator.countOf([1, 1], 1), operator.is_not(1, None), operator.iadd([1], [2]), operator.truth([]), repr(operator.itemgetter(1)))
