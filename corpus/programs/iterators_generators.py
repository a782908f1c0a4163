def count(n):
    print("start")
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "result"
g = count(3); print(next(g), g.send("hi"), next(g))
try: next(g)
except StopIteration as stop: print("stop", stop.value, stop.args)
print(next(g, "default"), list(count(2)))
def delegate(): r = yield from count(2); print("r =", r); yield from "ab"; return 5
print(list(delegate()))
def cleanup():
    try:
        yield 1
        yield 2
    except ValueError as e: print("caught", e); yield "recovered"
    except GeneratorExit: print("exit"); raise
    finally: print("finally")
c = cleanup(); next(c); print(c.throw(ValueError("boom"))); print(list(c))
c = cleanup(); next(c); c.close(); c.close()
c = cleanup()
try: c.throw(KeyError("k"))
except KeyError as e: print("thrown", e)
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def stops(): raise StopIteration("x"); yield
try: next(stops())
except RuntimeError as e: print(e, repr(e.__cause__))
def selfish(): me = yield; yield from me
try:
    s = selfish(); next(s); s.send(s)
except ValueError as e: print(e)
try: count(1).send(5)
except TypeError as e: print(e)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1; return self.n
print(list(It(3)), sum(It(4)), max(It(5)), sorted(It(3)), tuple(It(2)), [*It(2)], dict(zip(It(2), "ab")), 1 in It(3), It(3).__iter__().__next__())
a, *rest = It(4); print(a, rest)
ge = (x * y for x in range(3) for y in "ab" if x); print(list(ge), list(ge), type(ge).__name__, sum(i for i in range(5)))
it = iter([1, 2]); print(next(it), it.__length_hint__(), list(it), list(it), iter(it) is it)
print(list(iter(lambda c=iter("abXd"): next(c), "X")), list(map(None.__class__, [])), list(zip()), list(zip([1, 2], "ab", strict=True)))
try: list(zip([1], [1, 2], strict=True))
except ValueError as e: print(e)
g = count(1); print(g.gi_running, g.gi_frame is not None, g.gi_code.co_name, g.__name__, g.gi_yieldfrom); list(g); print(g.gi_frame)
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 15)), {x: y for x, y in enumerate(islice(fib(), 3))})
def tree(n): 
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(4)))
def lots():
    with_finally = []
    try:
        for i in range(3):
            try: yield i
            finally: with_finally.append(i)
    finally: print(with_finally)
g = lots()
for v in g:
    if v == 1: break
g.close()
print(type(v), v)
