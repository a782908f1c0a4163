"""throw, close, return values and delegation of generators."""

def echo():
    received = []
    while True:
        try:
            value = yield len(received)
        except KeyError as error:
            received.append(("key", error.args[0]))
        except GeneratorExit:
            print("closing with", received)
            return "the value of close"
        else:
            received.append(value)

g = echo()
print(next(g), g.send("a"), g.throw(KeyError("k")), g.send(None))
print(g.close(), g.close())
try:
    next(g)
except StopIteration as stop:
    print("over", stop.value)

def inner():
    try:
        got = yield "inner 1"
        print("inner got", got)
        yield "inner 2"
    except ValueError as error:
        print("inner caught", error)
        return "recovered"
    finally:
        print("inner finally")
    return "inner result"

def outer():
    first = yield from inner()
    second = yield from inner()
    return first, second

g = outer()
print(next(g), g.send(7), next(g))
try:
    g.throw(ValueError("bad"))
except StopIteration as stop:
    print(stop.value)

class Delegate:
    def __iter__(self): return self
    def __next__(self): return "from iterator"
    def throw(self, error): print("thrown", type(error).__name__); return "after throw"
    def close(self): print("delegate closed")

def through(): return (yield from Delegate())

g = through()
print(next(g), g.throw(RuntimeError("x")), g.close())
try:
    through().send(1)
except TypeError as error:
    print(error)

def once():
    try: yield "no"
    except GeneratorExit: yield "refused"

g = once()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)

def raising():
    try: yield 1
    finally: raise LookupError("in finally")

g = raising()
next(g)
try:
    g.throw(ZeroDivisionError("first"))
except LookupError as error:
    print(repr(error), repr(error.__context__))
for wrong in (lambda: echo().throw(5), lambda: echo().throw(KeyError("new"))):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
del g
def counted():
    total = 0
    while (n := (yield total)) is not None: total += n
    return total
def report(): print("total", (yield from counted()))
r = report(); next(r)
print([r.send(n) for n in (1, 2, 3)], next(r, "done"))
