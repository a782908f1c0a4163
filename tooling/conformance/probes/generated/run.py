"""Run whole programs: run.py FROM < rows. A row is JSON, `[name, text]`; its answer too, `[stdout, stderr, status]`.

Each program has a `__main__` of its own, and what a process would print when it ends.
"""

import contextlib
import io
import json
import linecache
import logging
import re
import sys
import types
import warnings

warnings.filterwarnings("ignore", message=".*never awaited")
# What a program may take, where that can be limited.
memory = 1 << 31
address = re.compile(r"\b0x[0-9a-f]{6,}")


def status_of(code):
    """What a process that ends with SystemExit answers."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def run(name, text):
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__builtins__ = __builtins__
    linecache.clearcache()
    linecache.cache[name] = len(text), None, text.splitlines(True), name
    try:
        exec(compile(text, name, "exec", dont_inherit=True), vars(module))
        return 0
    except SystemExit as error:
        return status_of(error.code)
    except BaseException as error:
        tb = error.__traceback__
        sys.excepthook(type(error), error.with_traceback(tb and tb.tb_next), tb)
        return 1


def own(text, name):
    """Without what frames of the library are like: another release has other lines."""
    frame = rf'^([ |]*)File "(?!{re.escape(name)}").*\n(?:\1  .*\n)*'
    return re.sub(frame, r"\1File of the library\n", text, flags=re.MULTILINE)


def answer(name, text):
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    try:
        status = run(name, text)
        printed = [own(address.sub("0x", stream.getvalue()), name) for stream in (sys.stdout, sys.stderr)]
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    return [*printed, status]


if __name__ == "__main__":
    logging.disable()
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    rows = sys.stdin.read().split("\n")
    for number in range(int(sys.argv[1]), len(rows)):
        sys.stdout.write(f"{number}\t")
        sys.stdout.flush()
        sys.stdout.write(f"{json.dumps(answer(*json.loads(rows[number])))}\n")
    sys.stdout.flush()
