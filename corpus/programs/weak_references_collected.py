# What nobody reaches dies at a collection: weak references know, and tell.
import gc, weakref
class A: pass
a = A(); r = weakref.ref(a, lambda r: print('callback', r() is None)); del a
gc.collect(); print(r())
def f():
    b = A(); s = weakref.ref(b); c = A(); c.other = b; b.other = c
    return s
s = f(); gc.collect(); print(s())
d = weakref.WeakValueDictionary(); k = A(); d['x'] = k; d['y'] = A()
gc.collect(); print(sorted(d), len(d)); del k; gc.collect(); print(sorted(d), len(d))
w = weakref.WeakSet(); x = [A() for _ in range(5)]; 
for i in x: w.add(i)
del i
gc.collect(); print(len(w)); x.pop(); gc.collect(); print(len(w)); x.clear(); gc.collect(); print(len(w))
fin = weakref.finalize(o := A(), print, 'finalized'); print(fin.alive); del o; gc.collect(); print(fin.alive)
p = weakref.proxy(q := A(), lambda p: print('proxy gone')); q.v = 1; print(p.v); del q; gc.collect()
try: p.v
except ReferenceError as e: print(e)
wk = weakref.WeakKeyDictionary(); z = A(); wk[z] = 1; print(len(wk)); z = None; gc.collect(); print(len(wk))

# So it is where Python code runs on top of a builtin that has called it.
class Called:
    def __call__(self): return self.look()
    def __len__(self): self.look(); return 0
    def look(self):
        a = A(); r = weakref.ref(a); m = weakref.WeakMethod(Called().look); assert r() is a; b = A(); s = weakref.ref(b)
        del a, b
        gc.collect()
        print(r(), m(), s())
Called()(); len(Called()); list(map(Called.look, [Called()])); sorted([1], key=lambda _: Called().look())
