# What FunctionType, MappingProxyType and int make of odd arguments.
import types
def f(): pass
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
F=types.FunctionType
t(lambda: F(f.__code__,{},argdefs=1)); t(lambda: F(f.__code__,{},None,1)); t(lambda:F(f.__code__,{},1)); t(lambda:F(1,{})); t(lambda:F(f.__code__,1)); t(lambda: F(f.__code__,{},None,None,1)); t(lambda:F(f.__code__,{},None,None,(1,))); t(lambda:F(f.__code__,{},kwdefaults=1)); t(lambda: types.MappingProxyType[int,str])
import warnings; warnings.simplefilter('always')
class A:
    def __int__(s): return True
class B:
    def __index__(s): return True
with warnings.catch_warnings(record=True) as w:
    t(lambda:int(A())); t(lambda:int(B())); print([str(x.message) for x in w])
