class Data:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None): return self if obj is None else f"get {self.name} {cls.__name__}"
    def __set__(self, obj, value): print("set", self.name, value)
    def __delete__(self, obj): print("delete", self.name)
class NonData:
    def __get__(self, obj, cls=None): return "nondata"
class K:
    d = Data(); n = NonData()
k = K(); k.d = 5; print(k.d, k.n, type(K.d).__name__); del k.d
k.__dict__["d"] = "shadow"; k.__dict__["n"] = "instance"; print(k.d, k.n, K.n)
class cached:
    def __init__(self, fn): self.fn = fn; self.name = fn.__name__
    def __get__(self, obj, cls): print("computing"); v = obj.__dict__[self.name] = self.fn(obj); return v
class Lazy:
    @cached
    def value(self): return 42
l = Lazy(); print(l.value, l.value)
class P:
    def _g(self): return "got"
    x = property(_g, doc="the x")
p = P()
for f in (lambda: setattr(p, "x", 1), lambda: delattr(p, "x"), lambda: property().__get__(p), lambda: p.missing):
    try: f()
    except AttributeError as error: print(error)
print(P.x.__doc__, P.x.fget.__name__, P.x.fset, P.__dict__["x"].__get__(p), P.x.getter(lambda s: "new").__get__(p))
class F:
    def m(self, a): return (self.__class__.__name__, a)
    c = classmethod(m); s = staticmethod(m)
f = F(); print(f.m(1), F.m(f, 2), F.c.__func__(f, 3), F.s(f, 4), f.s(f, 5), F.c.__self__, F.__dict__["c"].__func__ is F.__dict__["m"])
bound = f.m; print(bound(9), bound.__func__ is F.m, bound.__self__ is f, bound == f.m, hash(bound) == hash(f.m), bound is f.m)
print(str.upper.__name__, "a".upper.__self__, list.append.__qualname__, type(list.append).__name__, type([].append).__name__, type(len).__name__, type(F.m).__name__, type(f.m).__name__, type(int.real).__name__, type(type.__dict__["__dict__"]).__name__, type("".__add__).__name__, type(str.__add__).__name__)
