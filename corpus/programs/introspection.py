import inspect, types, dis, sys
def sample(a, b=1, *args, c, d=2, **kw) -> int:
    """Docs."""
    x = a
    return x
print(inspect.signature(sample), inspect.getdoc(sample), inspect.isfunction(sample), inspect.getsource(sample).splitlines()[0], inspect.signature(len), inspect.signature(str.split), inspect.getfullargspec(sample).kwonlyargs)
sig = inspect.signature(sample); print(sig.bind(1, c=5).arguments, [str(p.kind) for p in sig.parameters.values()], sig.return_annotation, list(sig.parameters))
co = sample.__code__; print(co.co_name, co.co_varnames, co.co_consts, co.co_flags, co.co_stacksize, co.co_nlocals, co.co_firstlineno, co.co_code.hex(), list(co.co_lines()), co.co_qualname, co.co_exceptiontable, co.replace(co_name="z").co_name)
def outer():
    f = sys._getframe(); print(f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, sorted(f.f_locals), f.f_globals is globals())
outer()
class C:
    "doc"
    attr = 1
    def m(self): ...
    @staticmethod
    def s(): ...
    @property
    def p(self): ...
print([n for n, v in inspect.getmembers(C) if not n.startswith("__")], inspect.isclass(C), inspect.ismethod(C().m), inspect.getmro(C), C.__dict__.keys(), type(C.__dict__), C.__qualname__, C.m.__qualname__, C.__firstlineno__, C.__static_attributes__)
f = types.FunctionType(co, {}, "renamed", (9,)); print(f.__name__, f.__defaults__, types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({"a": 1}), types.MethodType(lambda s: s, 5)(), types.new_class("N", (C,)).__mro__[1].__name__)
dis.dis("x = 1 + y")
def gen(): yield
print(inspect.isgeneratorfunction(gen), inspect.getgeneratorstate(gen()), inspect.iscoroutinefunction(sample), inspect.isbuiltin(len), inspect.stack()[0].function, inspect.cleandoc("  a\n    b\n  "))
print(help.__class__.__name__, callable(sample), sample.__kwdefaults__, sample.__module__, sample.__globals__ is globals(), sample.__type_params__)
