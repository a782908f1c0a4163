import copy, pickle, copyreg
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is P and self.x == o.x
class S:
    __slots__ = ("a",)
class R:
    def __init__(self, v): self.v = v
    def __reduce__(self): return R, (self.v * 2,)
data = [1, -1, 2**70, 1.5, 2j, "é", b"b", None, True, (1, 2), [1], {"a": {1}}, frozenset([2]), range(3), ..., P(5), int, len, slice(1, 2)]
for protocol in range(6):
    back = pickle.loads(pickle.dumps(data, protocol)); print(protocol, back == data, len(back))
s = S(); s.a = 5; print(pickle.loads(pickle.dumps(s)).a, pickle.loads(pickle.dumps(R(2))).v, copy.copy(R(1)).v, copy.deepcopy([P([1])])[0].x)
loop = []; loop.append(loop); again = pickle.loads(pickle.dumps(loop)); print(again[0] is again, copy.deepcopy(loop)[0][0].__class__)
for bad in (lambda: pickle.loads(b""), lambda: pickle.dumps(iter([])) and copy.copy(open), lambda: pickle.loads(pickle.dumps(5)[:-1])):
    try: print(type(bad()).__name__)
    except Exception as e: print(type(e).__name__)
try: pickle.dumps(lambda: 0)
except (pickle.PicklingError, AttributeError): print("a lambda has no name to find it by")
class D:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(D()), copy.deepcopy(D()), copy.replace(type("N", (), {"__replace__": lambda self, **k: k})(), a=1))
class G:
    def __getstate__(self): return {"s": 1}
    def __setstate__(self, state): self.state = state
print(pickle.loads(pickle.dumps(G())).state)
