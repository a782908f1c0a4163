x = "global"
def a():
    x = "a"
    def b():
        global x
        x = "changed by b"
        def c(): return x
        return c()
    return b(), x
print(a(), x)
def outer():
    v = 1
    class C:
        v = v if False else 2
        def m(self): return v
    return C().m(), C.v
try: print(outer())
except NameError as e: print(e)
def counter():
    total = 0
    def add(n):
        nonlocal total
        total += n
        def deeper():
            nonlocal total
            total *= 2
        deeper(); return total
    return add
add = counter(); print(add(1), add(2), add(3))
def dele():
    y = 1
    def inner():
        try: return y
        except NameError as e: return str(e)
    del y
    return inner()
print(dele())
print(sorted(k for k in globals() if not k.startswith("_")), locals() is globals())
def locs(p, q=2):
    r = 3
    s = locals()
    t = 4
    return sorted(s), sorted(locals())
print(locs(1))
exec("made = x + '!'"); print(made)
ns = {"k": 5}; exec("k += 1\nz = [k for _ in range(2)]", ns); print(ns["k"], ns["z"], eval("k * 2", ns), eval("k + j", {"k": 1}, {"j": 2}))
code = compile("a + b", "<s>", "eval"); print(eval(code, {"a": 1, "b": 2}), code.co_names, code.co_filename)
class Body:
    global injected
    injected = "from class body"
    here = locals().get("__qualname__")
print(injected, Body.here, hasattr(Body, "injected"))
import builtins
builtins.custom = "in builtins"; print(custom); del builtins.custom
try: custom
except NameError as e: print(e)
__x = 1
class M:
    def f(self): return [k for k in (lambda: (lambda: (__class__.__name__))())() ]
print(M().f())
def gen_scope(n): return (lambda: (n, (yield)))
def default_scope(n=x): return n
x = "later"; print(default_scope(), (lambda n=x: n)())
del x
try: x
except NameError as e: print(e)
if True:
    def conditional(): return "yes"
print(conditional())
