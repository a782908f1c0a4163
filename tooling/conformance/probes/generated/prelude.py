import contextlib
import functools
import math
import sys
import traceback

shown = 0
traced = 0


def written(value):
    text = repr(value)
    return text if len(text) < 160 else f"{text[:120]}...{len(text)}"


def show(*values):
    """Print, but not for ever."""
    global shown
    shown += 1
    if shown <= 150:
        print(*[written(value) for value in values])


def report(error):
    """Print what can be known of an exception."""
    global traced
    traced += 1
    if traced > 60:
        return
    lines = []
    tb = error.__traceback__
    while tb is not None:
        code = tb.tb_frame.f_code
        if code.co_filename == report.__code__.co_filename:
            lines.append((code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(type(error).__name__, str(error)[:200], lines[-4:], getattr(error, "__notes__", ""))
    chained = error.__cause__ or error.__context__
    if chained is not None:
        print("  after", type(chained).__name__, str(chained)[:100], error.__suppress_context__)
    if traced % 8 == 3:
        traceback.print_exception(error, limit=-6)


def drive(coroutine):
    """Run a coroutine without a loop."""
    try:
        for turn in range(60):
            show("waits", coroutine.send(None if turn == 0 else turn))
    except StopIteration as stop:
        return stop.value
    finally:
        finish(coroutine)


def finish(generator):
    """Close it, however often it refuses."""
    close = getattr(generator, "close", bool)
    for _ in range(200):
        try:
            close()
            return
        except BaseException as error:
            report(error)


class pause:
    """Something to wait for."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class Manager(contextlib.ContextDecorator):
    def __init__(self, name, hides=False):
        self.name = name
        self.hides = hides

    def __enter__(self):
        show("enter", self.name)
        return self.name

    def __exit__(self, kind, error, tb):
        show("exit", self.name, kind and kind.__name__, tb and tb.tb_lineno)
        return self.hides

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, *details):
        return self.__exit__(*details)

    def _recreate_cm(self):
        return self


class Mistake(Exception):
    def __init__(self, *args, code=0):
        super().__init__(*args)
        self.code = code


class Other(Mistake, ValueError):
    pass


class Thing:
    kept = 3

    def __init__(self, a=1, b="b"):
        self.a = a
        self.b = b

    def __repr__(self):
        return f"{type(self).__name__}{sorted(vars(self))}"


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        return kind is ZeroDivisionError


async def numbers(count):
    for number in range(count):
        await pause(number)
        yield number


async def ready(value):
    return value


