import weakref, gc, sys
class Thing:
    def __init__(self, name): self.name = name
t = Thing("a")
r = weakref.ref(t); print(r() is t, r().name, weakref.getweakrefcount(t) >= 1)
p = weakref.proxy(t); print(p.name)
d = weakref.WeakValueDictionary(); d["k"] = t; print(d["k"].name, len(d))
k = weakref.WeakKeyDictionary(); k[t] = 5; print(k[t])
s = weakref.WeakSet([t]); print(len(s), t in s)
for bad in (lambda: weakref.ref(5), lambda: weakref.ref([])):
    try: bad()
    except TypeError as e: print(e)
print(gc.isenabled(), isinstance(gc.collect(), int), gc.get_threshold() != ())
m = weakref.WeakMethod(Thing("x").__init__); print(type(m).__name__)
f = weakref.finalize(t, print, "finalized"); print(f.alive); f(); print(f.alive)
