"""Cells, nonlocal, late binding, default capture, class scopes, comprehensions."""
def counter(start=0):
    n = start
    def up(by=1):
        nonlocal n; n += by; return n
    def peek(): return n
    return up, peek
up, peek = counter(5); print(up(), up(10), peek(), up.__closure__[0].cell_contents, up.__code__.co_freevars, peek.__closure__[0] is up.__closure__[0])
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
def late():
    def use(): return value
    try: use()
    except NameError as e: print(type(e).__name__, e)
    value = 1; print(use()); del value
    try: use()
    except NameError as e: print(e)
    try: print(value)
    except UnboundLocalError as e: print(e)
late()
x = "global"
class Scope:
    x = "class"; y = [x for _ in range(2)]; f = lambda: x
    def method(self): return x
    try: z = [(lambda: x)() for _ in range(1)]
    finally: pass
print(Scope.y, Scope.f(), Scope().method(), Scope.z)
def outer():
    x = "outer"
    class Inner:
        seen = x
        x = "inner"
        def get(self): return x, __class__
    return Inner
print(outer().seen if False else outer()().get()[0])
def shadow():
    x = 1
    def g(): global x; x = "changed"; return x
    return g(), x
print(shadow(), x)
def make():
    def fact(n): return 1 if n < 2 else n * fact(n - 1)
    return fact
print(make()(10), make().__qualname__, (lambda: 0).__name__)
def memo(f):
    cache = {}
    def inner(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    inner.cache = cache; return inner
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), len(fib.cache))
def cells():
    a = b = None
    def f(): return a, b
    c = f.__closure__; c[0].cell_contents = "set"; del c[1].cell_contents
    try: return f()
    except NameError as e: return str(e), a, repr(c[0])[:8]
print(cells())
for source in ("def f():\n nonlocal q", "nonlocal z", "def f(a):\n global a", "def f():\n print(v)\n global v", "def f(a):\n nonlocal a", "def f():\n x: int\n nonlocal x"):
    try: exec(source)
    except SyntaxError as e: print(e)
import types
print(types.FunctionType(up.__code__, {}, "renamed", (1,), (types.CellType(41),))())
try: types.FunctionType(up.__code__, {})
except TypeError as e: print(e)
def walrus(): return [last := n for n in range(4)], last, (lambda: last)()
print(walrus(), locals().get("nope"), sorted(k for k in (lambda a, b=2: locals())(1)))
