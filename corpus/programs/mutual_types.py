# int, str, list and dict subclasses, and how builtins treat them.
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 100)
    def __repr__(self): return f"I({int(self)})"
class S(str):
    def upper(self): return "custom"
    def __len__(self): return 99
class L(list):
    def __getitem__(self, i): return ("item", i)
    def append(self, x): print("append", x); super().append(x)
class D(dict):
    def __getitem__(self, k): return "D" + str(k)
    def __contains__(self, k): return True
    def keys(self): return ["fake"]
class F(float): pass
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class B(bytes): pass
i, s, l, d = I(5), S("abc"), L([1, 2]), D(a=1)
print(i + 1, 1 + i, i * 2, i, [i], str(i), f"{i}", i == 5, hash(i) == hash(5), isinstance(i, int), type(i - 1), int(i), [0] * i, range(i), I("7"), -i, i.bit_length(), sorted([I(3), I(1)]), {5: "x"}[i])
print(s, s.upper(), len(s), s + "d", type(s + "d"), s == "abc", "".join([s]), s[0], {s: 1}["abc"], f"{s:>5}", "%s" % s, list(s), repr(s), S(5), type(s.lower()), s.x if hasattr(s, "x") else "no x")
l.append(3); print(l[0], l, len(l), [*l], list(l), sorted(l), l + [4], type(l + [4]), l * 2, l == [1, 2, 3], l[0:1], sum(l), max(l))
print(d["zz"], d.get("a"), "q" in d, dict(d) if False else list(d), {**d} if False else len(d), d, d == {"a": 1}, D.fromkeys("ab"), d | {"b": 2}, type(d | {}))
s.attr = 5; i.attr = 6; l.attr = 7; print(s.attr, i.attr, l.attr, vars(l), F(1.5) + 1, type(F(1.5) + 1), F("2").is_integer(), T(1, 2), T(1)[0], type(T(1, 2)[:1]), B(b"x") + b"y", type(B(b"x") + b"y"))
print(isinstance(True, I), bool(I(0)), abs(I(-3)), divmod(I(7), I(2)), I(2) ** I(3), round(F(2.5)), int(F(3.9)), type(int(I(3))), float(I(2)), complex(F(1)), str(S("q")).__class__, tuple(T(1, 2)).__class__)
try: type("Z", (int, str), {})
except TypeError as e: print(e)
try: type("Z", (type(None),), {})
except TypeError as e: print(e)
try: int.x = 5
except TypeError as e: print(e)
try: i.__class__ = float
except TypeError as e: print(e)
class A: pass
class Other: pass
class A2(Other): pass
a = A(); a.__class__ = A2; print(type(a).__name__); A.__name__ = "Renamed"; print(A.__name__, A.__qualname__); A2.__bases__ = (A,); print(A2.__mro__[1].__name__, isinstance(a, A))
