# frame.f_locals of a function: reading, writing, comparing, copying.
import sys


def show(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, error)


class Like:
    def __hash__(self):
        return hash("a")

    def __eq__(self, other):
        return other == "a"


def function():
    a = 1
    b = 2
    proxy = sys._getframe().f_locals
    show(lambda: list(proxy))
    show(lambda: proxy.keys())
    show(lambda: len(proxy))
    show(lambda: proxy == {"a": 1})
    show(lambda: proxy == sys._getframe(1).f_locals)
    show(lambda: type(proxy)(1))
    show(lambda: type(proxy)())
    show(lambda: proxy.setdefault("q", 3))
    show(lambda: proxy["q"])
    show(lambda: proxy.update(1))
    show(lambda: proxy.update([("z", 1)]))
    show(lambda: proxy.__delitem__("a"))
    show(lambda: proxy.__setitem__(1, 2))
    show(lambda: proxy.get("nope"))
    show(lambda: hash(proxy))
    show(lambda: proxy[[]])
    show(lambda: [] in proxy)
    show(lambda: reversed(proxy))
    show(lambda: proxy[Like()])
    show(lambda: proxy.__setitem__(Like(), 5))
    show(lambda: proxy.pop("q"))
    print(a, b)


function()


class Body:
    seen = [sys._getframe().f_locals["x"] for x in [7]]
    after = "x" in [sys._getframe().f_locals for x in [7]][0]
    print(seen, after)
