import sys
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
sys.setrecursionlimit(20000)
print(depth(15000))
def infinite(): infinite()
sys.setrecursionlimit(300)
try: infinite()
except RecursionError as e: print(e)
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n + "x")
for f in (repr, lambda r: r == 1, lambda r: r.a):
    try: f(R())
    except RecursionError as e: print(type(e).__name__, str(e)[:32])
l = []
for _ in range(100000): l = [l]
try: repr(l)
except RecursionError as e: print(str(e)[:32])
