import contextlib, functools, time
def memo(fn):
    cache = {}
    @functools.wraps(fn)
    def inner(*args):
        if args not in cache: cache[args] = fn(*args)
        return cache[args]
    inner.cache = cache
    return inner
@memo
def paths(r, c): return 1 if 0 in (r, c) else paths(r - 1, c) + paths(r, c - 1)
print(paths(10, 10), len(paths.cache), paths.__name__)
class CountCalls:
    def __init__(self, fn): self.fn, self.n = fn, 0; functools.update_wrapper(self, fn)
    def __call__(self, *a): self.n += 1; return self.fn(*a)
    def __get__(self, obj, cls): return functools.partial(self, obj)
@CountCalls
def hi(x): "doc hi"; return x
hi(1); hi(2); print(hi.n, hi.__doc__)
class K:
    @CountCalls
    def m(self, v): return (type(self).__name__, v)
print(K().m(5), K.__dict__["m"].n)
def register(reg, **opts):
    def deco(obj): reg[obj.__name__] = (obj, opts); return obj
    return deco
reg = {}
@register(reg, a=1)
class Thing: pass
@register(reg)
def fn(): pass
print({k: v[1] for k, v in reg.items()})
@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("handled", e)
    finally: print(f"</{name}>")
with tag("a") as A, tag("b") as B: print(A, B)
with tag("c"): raise ValueError("inside")
try:
    with tag("d"): raise KeyError("k")
except KeyError as e: print("escaped", e)
@tag("func")
def in_tag(): return "ran"
print(in_tag())
class closing:
    def close(self): print("closed")
with contextlib.closing(closing()): print("using")
with contextlib.ExitStack() as stack:
    for n in "xy": stack.enter_context(tag(n))
    stack.callback(print, "callback")
    stack.push(lambda *exc: print("exc", exc[0]) or True)
    raise TypeError("swallowed")
with contextlib.nullcontext(5) as five: print(five)
def adders(): return [lambda x, n=n: x + n for n in range(3)], [(lambda n: lambda x: x + n)(n) for n in range(3)]
print([f(10) for fs in adders() for f in fs])
def make():
    x = 1
    def get(): return x
    def put(v): nonlocal x; x = v
    return get, put
get, put = make(); put("new"); print(get(), get.__closure__[0].cell_contents, put.__code__.co_freevars)
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-5"), (lambda f: f(f, 10))(lambda s, n: 1 if n == 0 else n * s(s, n - 1)))
