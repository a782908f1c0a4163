# __del__ of what a collection finds: chains as they come apart, cycles, what comes back, once each.
import gc, sys, weakref
class A:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
a = A(1); a.next = A(2); a.next.next = A(3); del a; gc.collect(); print('-- chain')
c = A('cycle'); c.other = A('its other'); c.other.back = c; c.hangs = A('on the cycle'); del c; gc.collect(); print('-- cycle')
def f():
    one = A('local'); two = A('holds it'); two.one = one
f(); gc.collect(); print('-- locals')
saved = []
class Back(A):
    def __del__(self):
        super().__del__(); saved.append(self)
b = Back('back'); b.child = A('its child'); before = hash(b); del b; gc.collect()
print('-- resurrected', saved[0].child.name, hash(saved[0]) == before, gc.is_finalized(saved[0]))
saved.clear(); gc.collect(); print('-- gone for good')
b = Back('back in a cycle'); b.me = b; b.child = A('told all the same'); del b; gc.collect(); print('-- again'); saved.clear(); gc.collect()
class Slots:
    __slots__ = 'name', 'held'
    __del__ = A.__del__
s = Slots(); s.name = 'slots'; s.held = A('in a slot'); del s; gc.collect()
class List(list):
    def __del__(self): print('list', len(self), self)
x = List([1, 2]); x.append(x); x.remove(x); del x; gc.collect()
class Error(KeyError):
    def __del__(self): print('error', self)
e = Error('k'); del e; gc.collect()
class Later: pass
Later.__del__ = lambda self: print('given later'); q = Later(); del q; gc.collect()
class Plain: pass
p = Plain(); p.__class__ = Later; del p; gc.collect()
class Meta(type):
    def __del__(cls): print('class', cls.__name__)
class Made(metaclass=Meta): pass
del Made; gc.collect()
class NoInit:
    def __init__(self): raise ValueError
    def __del__(self): print('not even made')
try: NoInit()
except ValueError: pass
gc.collect()
def report(told): print(told.exc_type.__name__, told.exc_value, told.err_msg, told.object.__qualname__, told.exc_traceback is None)
sys.unraisablehook = report
class Raises(A):
    def __del__(self): raise ValueError(self.name)
r = Raises('raised'); r.then = A('after that'); del r; gc.collect()
w = weakref.ref(z := A('referred to'), lambda w: print('callback', w())); del z; gc.collect()
try:
    raise KeyError(A('in an exception'))
except KeyError as caught: kept = caught
print('kept'); del kept; gc.collect()
class Call:
    def __call__(self): g = A('in a call'); del g; gc.collect(); print('-- inside of a call')
Call()()
exec("h = A('of exec'); del h; gc.collect()")
mine = A('held until the end')
