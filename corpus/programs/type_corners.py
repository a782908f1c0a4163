"""Corners of classes, descriptors, code objects, generators, modules and warnings."""
import copy
import types
import warnings


def attempt(label, function, *args, **keywords):
    try:
        print(label, "->", function(*args, **keywords))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


print("== classes")
attempt("name", type, "A\udcdcB", (), {})
attempt("doc", type, "A", (), {"__doc__": "x\udcdcy"})


class Named:
    pass


attempt("rename", setattr, Named, "__name__", "A\udcdcB")
Named.__module__ = "elsewhere"
print("__firstlineno__" in vars(Named), None.__ne__(None), object().__ne__(3))
attempt("delete doc", type.__dict__["__doc__"].__delete__, Named)


class Meta(type):
    def __new__(cls, name, bases, namespace, attr):
        return super().__new__(cls, name, bases, namespace)


class Slotted:
    __slots__ = ["__classcell__", "a"]

    def method(self):
        return __class__


print(Slotted().method(), Slotted.__dict__["__classcell__"])


def slots(*names, base=object):
    return type("S", (base,), {"__slots__": names})


def reclass(before, after):
    made = before()
    made.__class__ = after
    return type(made) is after


attempt("same slots", reclass, slots("a", "b"), slots("b", "a"))
attempt("other slots", reclass, slots("a", "b"), slots("c", "b"))
attempt("weakrefs", reclass, slots("a", "b"), slots("a", "b", "__weakref__"))
attempt("other bases", reclass, slots("e", base=slots("a", "b")), slots("e", base=slots("b", "a")))
attempt("instances", reclass, type("C", (), {}), type("D", (), {}))

print("== descriptors")
for args in (None, None), (42,), (None, 42), (None, int), ({},):
    attempt(f"fromkeys.__get__{args}", lambda: dict.__dict__["fromkeys"].__get__(*args)("a"))


class Wrong(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __hash__ = int.__hash__


attempt("eq", lambda: Wrong() == Wrong())
attempt("add", lambda: Wrong() + Wrong())


class Hidden:
    @property
    def __eq__(self):
        raise AttributeError("booh")


print(Hidden() == Hidden(), type(compile("1", "", "eval")).__name__)
attempt("made", tuple.__new__, type(__import__("sys").flags))
print((lambda: "a").__code__ == (lambda: b"a").__code__, (lambda: 1).__code__ == (lambda: 1.0).__code__)


class Base:
    @property
    def spam(self):
        "BaseClass.getter"

    @spam.setter
    def spam(self, value):
        pass


class Derived(Base):
    @Base.spam.getter
    def spam(self):
        "SubClass.getter"


print(Base.spam.__doc__, Derived.spam.__doc__)

print("== attributes")


class Picky:
    blech = None

    def __getattr__(self, name):
        raise AttributeError()


try:
    Picky().bluch
except AttributeError as error:
    print(error.name, type(error.obj).__name__)


def unbound():
    print(value)
    value = 1


try:
    unbound()
except UnboundLocalError as error:
    print(error, error.name)

print("== calls")
attempt("module", types)
attempt("module", copy)
attempt("keyword", ImportError, namez="oops")
attempt("keyword", ImportError, blech="oops")
error = ImportError("test", name="n", path="p")
error.__init__()
print(error.msg, error.name, error.path)

print("== dir")


class Keyed(dict):
    def keys(self):
        return ["z", "y"]


print(eval("dir()", {}, Keyed(a=1)))


class NoList:
    def __dir__(self):
        return 7


attempt("dir", dir, NoList())


class Module(types.ModuleType):
    __dict__ = property(lambda self: "no dict")


attempt("dir", dir, Module("m"))

print("== code objects")


def function(a, b=2):
    c = a + b

    return c


code = function.__code__
print(copy.replace(code, co_name="other").co_name, hash(code) == hash(code.replace()), hash(code) == hash(code.replace(co_firstlineno=1000)))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(code.co_lnotab, caught[0].message)
    far = compile("x = 1" + "\n" * 300 + "y = 2\n" + "z = (\n" + "\n" * 300 + "1)", "far", "exec")
    print(far.co_lnotab)

print("== generators")


class NotMade(Exception):
    def __new__(cls, *args):
        return cls


def generator():
    try:
        yield 1
    except TypeError as error:
        yield error


g = generator()
next(g)
attempt("throw", g.throw, NotMade)


async def agen():
    yield 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    agen().athrow(ValueError, ValueError(1), None)
    print(*[w.message for w in caught if w.category is DeprecationWarning])


class Awaits:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def loop():
    async for _ in Awaits():
        pass


class Coroutine:
    def __await__(self):
        return kept


kept = loop()


async def waiting():
    await Coroutine()


for one in loop, waiting:
    try:
        one().send(None)
    except TypeError as error:
        print(error, "<-", repr(error.__cause__))

kept.close()

print("== modules")
module = types.ModuleType("m")
module.__spec__ = types.SimpleNamespace(_initializing=True, has_location=True, origin="/m.py")
attempt("initializing", getattr, module, "x")
module.__spec__ = types.SimpleNamespace(_initializing=False, _uninitialized_submodules=["x"])
attempt("submodule", getattr, module, "x")
attempt("plain", getattr, module, "y")

print("== frozen")
import _imp
import __hello_only__
import __phello__.ham.eggs

print(__hello_only__.__spec__, _imp.find_frozen("__phello__.__init__"))
attempt("not frozen", _imp.get_frozen_object, "nope")
attempt("not marshal", _imp.get_frozen_object, "x", b"6'\xd5Cu\x12")
attempt("not code", _imp.get_frozen_object, "x", b"N")
print(_imp.get_frozen_object("x", _imp.find_frozen("__hello__", withdata=True)[0]).co_filename)

print("== warnings")
with warnings.catch_warnings():
    warnings.filterwarnings("once")
    kept, warnings.onceregistry = warnings.onceregistry, None
    attempt("onceregistry", warnings.warn_explicit, "foo", Warning, "bar", 1, registry=None)
    warnings.onceregistry = kept
    warnings.filters[:] = []
    kept, warnings.defaultaction = warnings.defaultaction, None
    attempt("defaultaction", warnings.warn_explicit, "foo", Warning, "bar", 1)
    warnings.defaultaction = kept
    for namespace in (
        {"__name__": "bar", "__loader__": None, "__spec__": None},
        {"__name__": "bar", "__spec__": types.SimpleNamespace()},
        {"__name__": "bar", "__loader__": None, "__spec__": types.SimpleNamespace(loader=None)},
    ):
        attempt("loader", warnings.warn_explicit, "eggs", UserWarning, "bar", 1, module_globals=namespace)
