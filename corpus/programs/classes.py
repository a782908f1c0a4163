class Point:
    """A point."""
    count = 0
    def __init__(self, x, y=0): self.x, self.y = x, y; Point.count += 1
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def __eq__(self, o): return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    def __neg__(self): return Point(-self.x, -self.y)
    @property
    def size(self): "the size"; return (self.x**2 + self.y**2) ** 0.5
    @size.setter
    def size(self, v): k = v / self.size; self.x *= k; self.y *= k
    @size.deleter
    def size(self): print("no size")
    @classmethod
    def origin(cls): return cls(0, 0)
    @staticmethod
    def help(): return "help!"
p = Point(3, 4)
print(p, p.size, p == Point(3, 4), p != Point(0), p + p, -p, Point.origin(), p.help(), Point.help(), Point.count, {p: 1}[Point(3, 4)])
p.size = 10; print(p); del p.size
p.new = 1; print(p.__dict__, vars(p), hasattr(p, "new"), getattr(p, "nope", "default")); del p.new; setattr(p, "x", 0); print(p, Point.__doc__, Point.__name__, Point.__module__, Point.size.__doc__)
class A:
    def who(self): return "A"
    def chain(self): return ["A"]
class B(A):
    def who(self): return "B" + super().who()
    def chain(self): return ["B"] + super().chain()
class C(A):
    def who(self): return "C" + super().who()
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def who(self): return "D" + super().who()
    def chain(self): return ["D"] + super().chain()
print(D().who(), D().chain(), [k.__name__ for k in D.__mro__], issubclass(D, A), isinstance(D(), C), D.__bases__, D.__base__, type(D()), type(D), super(B, D()).who(), A.__subclasses__())
class Slots:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = Slots(); print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"))
for f in (lambda: setattr(s, "c", 1), lambda: s.b, lambda: s.nope, lambda: Point(), lambda: Point.nope, lambda: setattr(Point(0).__class__.origin, "x", 1), lambda: type("X", (A, object, A), {}), lambda: type("X", (object, A), {}), lambda: type("X", (5,), {}), lambda: type("X", (bool,), {}), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: A() + 1, lambda: A() < A(), lambda: len(A()), lambda: A()[0], lambda: A()(), lambda: iter(A()), lambda: -A(), lambda: super().x):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
class Meta(type):
    def __new__(m, name, bases, ns, **kw): ns["tag"] = kw.get("tag"); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a): print("calling", cls.__name__); return super().__call__(*a)
    def __len__(cls): return 7
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, kw); return {}
class WithMeta(metaclass=Meta, tag="t"): x = 1
WithMeta(); print(WithMeta.tag, len(WithMeta), type(WithMeta).__name__)
class Base:
    def __init_subclass__(cls, /, flag=None, **kw): super().__init_subclass__(**kw); print("subclass", cls.__name__, flag)
class Sub(Base, flag=1): pass
class Named:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name)
class Holder: field = Named()
Dynamic = type("Dynamic", (Point,), {"extra": 5}); print(Dynamic(1), Dynamic.extra, Dynamic.__mro__[1].__name__)
class Private:
    def __init__(self): self.__secret = 1
    def get(self): return self.__secret
print(Private().get(), Private().__dict__, "__secret" in dir(Private()))
class Generic[T]:
    def m(self) -> T: ...
print(Generic.__type_params__, Generic[int], Generic.__name__)
m = p.origin; print(m.__self__ is Point, p.__class__.__name__, Point.__repr__(p), p.__repr__.__self__ is p)
class Copy:
    x = 5; y = x + 1; z = [x for _ in range(2)] if False else y
print(Copy.z, [n for n in vars(Copy) if not n.startswith("__")])
