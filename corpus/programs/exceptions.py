def attempt(n):
    try:
        print("try", n)
        if n == 1: raise ValueError("one")
        if n == 2: raise KeyError("two")
        if n == 3: return "returned"
        if n == 4: 1 / 0
    except ValueError as e: print("value", e, e.args)
    except (KeyError, IndexError) as e: print("lookup", e, repr(e))
    else: print("else")
    finally: print("finally")
    return "end"
for n in range(4): print(attempt(n))
try: attempt(4)
except ZeroDivisionError as e: print("outer", e, e.__traceback__ is not None, e.__context__)
def final():
    try: return "try"
    finally: return "finally"
print(final())
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally: print("f", i)
    return i
print(loop())
try:
    try: raise ValueError("a")
    except ValueError as e: raise TypeError("b") from e
except TypeError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: raise ValueError("a")
    except ValueError: raise TypeError("b")
except TypeError as e: print(repr(e.__cause__), repr(e.__context__))
try:
    try: raise ValueError("a")
    except ValueError: raise TypeError("b") from None
except TypeError as e: print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    try: raise ValueError("x")
    except ValueError: raise
except ValueError as e: print("reraised", e)
try: e
except NameError as err: print(err)
class MyError(Exception):
    def __init__(self, code, *rest): super().__init__(code, *rest); self.code = code
    def __str__(self): return f"code {self.code}"
try: raise MyError(5, "x")
except MyError as e: print(e, repr(e), e.args, e.code, isinstance(e, Exception))
for bad in (lambda: exec("raise 5"), lambda: exec("raise"), lambda: exec("raise ValueError from 5"), lambda: exec("raise int")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
try: raise KeyError
except KeyError as e: print(repr(e), str(e) == "", e.args)
try:
    try: 1 / 0
    except 5: pass
except TypeError as e: print(e)
print(repr(ValueError()), repr(ValueError(1, "a")), str(ValueError(1, 2)), str(KeyError("k")), OSError(2, "No such", "f").filename, str(OSError(2, "No such file", "f")), repr(OSError(13, "x")), type(OSError(13, "x")).__name__, StopIteration(3).value, SystemExit(4).code, UnicodeDecodeError("utf-8", b"ab", 0, 1, "why"), ImportError("m", name="n", path="p").name, AttributeError("a", name="b", obj=1).name, SyntaxError("msg", ("f", 1, 2, "txt")).lineno)
e = ValueError("n"); e.add_note("note 1"); e.add_note("note 2"); print(e.__notes__)
class Ctx:
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return self.swallow
with Ctx(True) as c: raise ValueError("swallowed")
try:
    with Ctx(False), Ctx(False): raise ValueError("passed")
except ValueError as e: print("out", e)
with (Ctx(True) as a, Ctx(True) as b,): print("inside")
def w():
    with Ctx(False): return "from with"
print(w())
for i in range(2):
    with Ctx(False): continue
for f in (lambda: exec("with 5: pass"), lambda: exec("with open: pass")):
    try: f()
    except TypeError as e: print(e)
print([k.__name__ for k in FileNotFoundError.__mro__], issubclass(KeyError, LookupError), BaseException.__subclasses__()[:1])
def nested():
    try:
        try: raise ValueError(1)
        finally:
            try: raise KeyError(2)
            except KeyError as e: print("inner", repr(e.__context__))
    except ValueError as e: print("outer", repr(e), repr(e.__context__))
nested()
import sys
try: raise ValueError("info")
except ValueError: print(sys.exc_info()[0], sys.exception()); 
print(sys.exc_info())
