def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{"d": 1, "x": 2}), f(1, d=0, a=5, b=6))
def g(x, y): "doc of g"; return x - y
print(g(y=1, x=5), g.__name__, g.__doc__, g.__defaults__, f.__defaults__, f.__kwdefaults__, g.__code__.co_varnames, g.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__qualname__)
def h(x, acc=[]): acc.append(x); return acc
print(h(1), h(2), h(3, []))
print((lambda *a, **k: (a, k))(1, *[2, 3], x=4, **{"y": 5}), (lambda: None)(), (lambda x=1, /, *, y: x + y)(y=2))
def outer():
    n = 0
    def inner(): nonlocal n; n += 1; return n
    def peek(): return n
    return inner, peek
inc, peek = outer(); inc(); inc(); print(peek(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars, outer.__code__.co_cellvars)
fs = [lambda: i for i in range(3)]; print([q() for q in fs])
fs = [lambda i=i: i for i in range(3)]; print([q() for q in fs])
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def annotated(a: int, b: "str" = "x", *c: float, **d) -> bool: ...
print(annotated.__annotations__, annotated.__wrapped__ if hasattr(annotated, "__wrapped__") else "plain")
def deco(tag):
    def wrap(fn):
        def run(*a, **k): print(tag, "before"); r = fn(*a, **k); print(tag, "after"); return r
        return run
    return wrap
@deco("outer")
@deco("inner")
def decorated(x): print("body", x); return x * 2
print(decorated(4))
for call in (lambda: f(), lambda: f(1), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, y=2, z=3), lambda: g(1, x=2), lambda: f(1, d=1, **{"d": 2}), lambda: g(*5), lambda: g(**[1]), lambda: (5)(), lambda: (lambda a, /: a)(a=1), lambda: (lambda *, k: k)(), lambda: (lambda: 0)(1), lambda: (lambda a, b=1: 0)(1, 2, 3), lambda: (lambda a, b, c: 0)(), lambda: (lambda *, a, b: 0)(), lambda: print(end=5), lambda: len(), lambda: len(1, 2), lambda: int(x=1), lambda: sorted([1], 5), lambda: isinstance(1, "a")):
    try:
        print(call())
    except TypeError as error:
        print(error)
def local():
    if False: unset = 1
    try: print(unset)
    except UnboundLocalError as error: print(error)
    def inner():
        try: print(later)
        except NameError as error: print(error)
    inner(); later = 1
    del later
    try: later
    except UnboundLocalError as error: print(error)
local()
g.attr = 5; print(g.attr, g.__dict__, callable(g), callable(5)); g.__defaults__ = (7,); print(g(1))
print(max(3, 1, key=lambda v: -v), min([], default="none"), sum([1, 2], 10), abs(-3), divmod(7, -2), pow(2, 3), round(2.567, 2))
def recursion(n): return recursion(n + 1)
try: recursion(0)
except RecursionError as error: print(error)
