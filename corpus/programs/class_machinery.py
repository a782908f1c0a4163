"""Metaclasses, descriptors, slots, method resolution and the errors of each."""

class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options): print("prepare", name, options); return {"made_by": mcls.__name__}
    def __new__(mcls, name, bases, space, tag=None, **rest):
        cls = super().__new__(mcls, name, bases, space); cls.tag = tag; return cls
    def __init__(cls, name, bases, space, **options): print("init", name, sorted(options)); super().__init__(name, bases, space)
    def __call__(cls, *args): print("call", cls.__name__, args); return super().__call__(*args)
    def __len__(cls): return 3
    def __contains__(cls, item): return item == cls.tag
    def __instancecheck__(cls, value): return value == 5 or super().__instancecheck__(value)
    @property
    def shout(cls): return cls.__name__.upper()

class Base(metaclass=Meta, tag="b"):
    def __init__(self, x): self.x = x
class Derived(Base, tag="d"): pass
print(Derived(1).x, len(Derived), "d" in Derived, isinstance(5, Base), Derived.shout, Derived.made_by, type(Derived))
try: Derived(1).shout
except AttributeError as e: print(e)

class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): print("named", owner.__name__, name); self.name = "_" + name
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)
    def __delete__(self, obj): raise AttributeError("cannot delete")
class Point:
    __slots__ = ("_x", "_y", "note")
    x, y = Typed(int), Typed(int)
    def __init__(self, x, y): self.x, self.y = x, y
p = Point(1, 2); print(p.x, p.y, Point.x.kind, hasattr(p, "note"), hasattr(p, "__dict__"), type(Point.note).__name__)
for statement in ("p.x = 'a'", "del p.x", "p.z = 1", "p.note", "del p.note", "p.__class__ = int", "Point.note.__get__(5)"):
    try: exec(statement)
    except (TypeError, AttributeError) as e: print(statement, "->", type(e).__name__, e)

for source in (
    "class A: pass\nclass B(A): pass\nclass C(A, B): pass",
    "class A(int, str): pass",
    "class A(bool): pass",
    "class A(5): pass",
    "class M1(type): pass\nclass M2(type): pass\nclass A(metaclass=M1): pass\nclass B(metaclass=M2): pass\nclass C(A, B): pass",
    "class A:\n __slots__ = ('a', 'a b')",
    "class A:\n __slots__ = ('a',)\n a = 1",
    "class A(int):\n __slots__ = ('a',)",
    "class A:\n __slots__ = ('x',)\nclass B:\n __slots__ = ('y',)\nclass C(A, B): pass",
    "class A(object, object): pass",
    "class A(tag=1): pass",
    "class A: __init_subclass__ = None\nclass B(A): pass",
    "type('A', (), 5)", "type('A')(1)", "type('A', ())", "object.__new__(5)", "object.__new__(int)", "object(1)",
    "class D:\n def __set_name__(self, o, n): 1 / 0\nclass A: d = D()",
    "class A: __bases__ = ()\nA.__bases__ = ()",
    "int.x = 1", "del int.real", "super().x",
):
    try: exec(source); print("fine", source)
    except Exception as e: print(type(e).__name__, e, getattr(e, "__notes__", ""))
class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__]); D.__bases__ = (C, B); print(D().who(), super(C, D()).who())
print(A.__subclasses__(), D.__base__, vars(B).keys() >= {"who"}, D.__qualname__)
