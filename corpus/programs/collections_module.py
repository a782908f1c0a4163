from collections import Counter, OrderedDict, defaultdict, deque, namedtuple, ChainMap, UserDict, UserList
c = Counter("abracadabra"); print(c, c.most_common(2), c["zz"], sorted(c.elements())[:4], c + Counter("ab"), c - Counter("aaa"), c & Counter("aab"), c | Counter("zz"), c.total())
c.update("zzz"); c.subtract("a"); print(c["z"], c["a"], +Counter(a=1, b=-1), -Counter(a=1, b=-1))
d = deque([1, 2, 3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); print(d, d.pop(), d.popleft(), d, d.maxlen); d.rotate(1); print(d); d.extend([7, 8]); d.extendleft("ab"); print(d, d.count(7), d[0], d.index(2) if 2 in d else None); d.reverse(); print(d, list(d), d.copy() == d, deque("abc") + deque("d"), deque([1]) * 3); d.clear(); print(d)
try: d.pop()
except IndexError as e: print(e)
P = namedtuple("P", "x y z", defaults=[0]); p = P(1, 2); print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p == (1, 2, 0), P.x.__doc__, *p)
for f in (lambda: P(), lambda: namedtuple("1a", "x"), lambda: namedtuple("A", "x x"), lambda: p._replace(q=1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
dd = defaultdict(lambda: [0]); dd["a"].append(1); dd["b"]; print(dict(dd), dd.get("q"), "q" in dd, defaultdict(int, x=1))
od = OrderedDict(a=1, b=2, c=3); od.move_to_end("a"); print(od, od.popitem(last=False), list(reversed(od)), od == OrderedDict(c=3, a=1), od == {"c": 3, "a": 1})
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); cm["c"] = 5; print(cm["a"], cm["b"], dict(cm), cm.maps, cm.new_child({"a": 0})["a"], cm.parents)
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = D(a=1); u["b"] = 2; print(u, UserList([1, 2])[::-1], u.data)
from collections.abc import Iterable, Mapping, Sequence, Hashable, Callable, MutableSequence
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance("", Sequence), isinstance([], Hashable), isinstance(len, Callable), issubclass(dict, Mapping), issubclass(list, MutableSequence))
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i < 3: return i * i
        raise IndexError
s = S(); print(list(s), 4 in s, s.index(4), s.count(1), list(reversed(s)))
try: Sequence()
except TypeError as e: print(e)


# A factory that is a method of the dict shows the dict again.
class Own(defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


print(repr(Own()))
nested = defaultdict(list)
nested[1] = nested
print(nested, defaultdict(None))
