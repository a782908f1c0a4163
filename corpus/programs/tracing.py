"""sys.settrace, sys.setprofile, frame.f_trace and f_lineno, and a debugger on top of them."""
import bdb
import io
import pdb
import sys
import threading
import warnings

events = []


def shown(arg):
    if isinstance(arg, tuple) and len(arg) == 3:
        return f"{arg[0].__name__}: {arg[1]}"
    return getattr(arg, "__name__", arg)


def trace(frame, event, arg):
    code = frame.f_code
    if code.co_filename == __file__:
        where = None if frame.f_lineno is None else frame.f_lineno - code.co_firstlineno
        events.append((code.co_name, where, event, shown(arg)))
        return trace


def traced(function, *args):
    events.clear()
    sys.settrace(trace)
    try:
        return function(*args)
    finally:
        sys.settrace(None)
        for event in events:
            print(*event)
        print("--", function.__name__)


def loops(n):
    for i in range(n): i += 1
    while n: n -= 1
    total = [i
             for i in
             (1, 2)]
    return total


def generator():
    got = yield 1
    try:
        yield got
    except KeyError:
        return "end"


def delegating():
    result = yield from generator()
    return result


def drive():
    g = delegating()
    next(g)
    g.send(5)
    try:
        g.throw(KeyError("k"))
    except StopIteration as stop:
        value = stop.value
    for _ in generator(): pass
    return value


class Manager:
    def __repr__(self):
        return "<manager>"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return True


def failing(x):
    with Manager():
        1 / x
    try:
        try:
            raise ValueError("v")
        finally:
            x = 2
    except ValueError as error:
        x = 3
    raise KeyError(x)


def catching():
    try:
        failing(0)
    except KeyError:
        pass


class Slow:
    def __repr__(self):
        return "<slow>"

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


def iterating():
    for _ in Slow():
        pass
    else:
        x = [y for y in (1,)]


async def inner():
    return 3


async def outer():
    return await inner()


def awaiting():
    try:
        outer().send(None)
    except StopIteration as stop:
        return stop.value


for function, args in (loops, (2,)), (drive, ()), (catching, ()), (iterating, ()), (awaiting, ()):
    traced(function, *args)

print("== opcodes, no lines")


def few(a):
    return a + 1


def opcodes(frame, event, arg):
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    events.append((event, frame.f_lasti))
    return opcodes


sys.settrace(opcodes)
few(1)  # The first time that a frame asks for them it gets them late.
few(1)
events.clear()
few(1)
sys.settrace(None)
print(events)

print("== profile")


def profile(frame, event, arg):
    events.append((frame.f_code.co_name, event, shown(arg)))


def busy():
    [].append(1)
    len("ab")
    sorted([3, 1], key=abs)
    try:
        int("x", base="y")
        len(3)
    except TypeError:
        pass
    try:
        chr(-1)
    except ValueError:
        pass
    return max(1, *[2, 3])


events.clear()
sys.setprofile(profile)
busy()
sys.setprofile(None)
for event in events:
    print(*event)

print("== errors of the function")


def broken(frame, event, arg):
    if event == "line":
        raise RuntimeError("broken")
    return broken


sys.settrace(broken)
try:
    few(1)
except RuntimeError as error:
    print(error, sys.gettrace())

print("== f_lineno")


def jumping(out):
    out.append(1)
    for i in 1, 2:
        out.append("loop")
    try:
        out.append(2)
    finally:
        out.append(3)
    with Manager():
        out.append(4)
    out.append(5)


def jump(start, target, event="line"):
    out = []
    first = jumping.__code__.co_firstlineno

    def hook(frame, what, arg):
        if frame.f_code is jumping.__code__ and what == event and (event != "line" or frame.f_lineno == first + start):
            sys.settrace(None)
            frame.f_trace = None
            frame.f_lineno = first + target
        return hook

    sys.settrace(hook)
    try:
        jumping(out)
    except ValueError as error:
        print("refused:", error)
    finally:
        sys.settrace(None)
    print(start, target, out)


for start, target in (1, 4), (2, 10), (3, 10), (4, 1), (1, 3), (5, 9), (1, 7), (9, 1), (1, 99), (1, -3), (5, 7):
    jump(start, target)
jump(0, 2, "call")
jump(0, 2, "return")
try:
    sys._getframe().f_lineno = 1
except ValueError as error:
    print(error)


def unbound():
    first = 1
    second = 2
    return first, second


def skip(frame, event, arg):
    if event == "line" and frame.f_lineno == unbound.__code__.co_firstlineno + 1:
        frame.f_lineno += 2
    return skip


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    sys.settrace(skip)
    print(unbound())
    sys.settrace(None)
    print(*[w.message for w in caught], sep="\n")

print("== a frame that runs already")


def local(frame, event, arg):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return local


def late():
    sys._getframe().f_trace = local
    sys.settrace(lambda *args: None)
    x = 1
    few(x)
    sys.settrace(None)
    return x


events.clear()
late()
print(events)

print("== threads")
seen = []
threading.settrace(lambda frame, event, arg: seen.append((frame.f_code.co_name, event)))
thread = threading.Thread(target=few, args=(1,))
thread.start()
thread.join()
threading.settrace(None)
print(("few", "call") in seen, sys.gettrace())

print("== call_tracing")
events.clear()


def again(frame, event, arg):
    if event == "call" and frame.f_code is loops.__code__:
        sys.call_tracing(few, (3,))
    events.append((frame.f_code.co_name, event))


sys.settrace(again)
loops(0)
sys.settrace(None)
print(events)

print("== pdb")


def debugged(n):
    total = 0
    for i in range(n):
        total += i
    return total


commands = "step\nnext\nnext\nnext\np total, i\nunt 99999\ncontinue\n"
output = io.StringIO()
debugger = pdb.Pdb(stdin=io.StringIO(commands), stdout=output, nosigint=True, readrc=False)
debugger.use_rawinput = False
print(debugger.runcall(debugged, 3))
print(*(line for line in output.getvalue().splitlines() if ".py(" not in line and "/" not in line), sep="\n")


class Counting(bdb.Bdb):
    def user_line(self, frame):
        if frame.f_code.co_name == "debugged":
            print("line", frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals.get("total"))
        self.set_step()


Counting().runcall(debugged, 2)
