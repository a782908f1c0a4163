"""What builtins say about their parameters, as inspect reads it: no look at any of them may end in a bug."""
import _collections
import _functools
import _io
import array
import builtins
import inspect
import itertools
import types


def shown(value):
    text = getattr(value, "__text_signature__", None)
    return text and " ".join(text.split())


def describe(where, value):
    print(where, shown(value))
    for name in sorted(vars(value)):
        member = vars(value)[name]
        if isinstance(member, staticmethod):
            member = member.__func__
        text = shown(member)
        if text is not None and not name.startswith("__"):
            print(" ", name, text)


for module in builtins, _io, _functools, _collections, array, itertools:
    for name in sorted(vars(module)):
        value = vars(module)[name]
        # The hidden parameter's name of a few is C's alone.
        if name.startswith("__"):
            continue
        if isinstance(value, type) and value.__module__ != "_typing" and not issubclass(value, BaseException):
            if name in ("super", "property", "type", "reversed", "BytesIO", "TextIOWrapper", "_IOBase", "FileIO", "defaultdict"):
                print(name, shown(value))
            else:
                describe(module.__name__ + "." + name, value)
        elif isinstance(value, types.BuiltinFunctionType):
            print(module.__name__ + "." + name, shown(value))


class Written:
    """Written(raw, size=SIZE)\n--\n\nA docstring as C classes have it."""


class Heading:
    """Heading(raw)\n\nand a text)\n--\n\nbelow it."""


print(Written.__text_signature__, Heading.__text_signature__, inspect.signature(_io._IOBase))
for value in map, zip, enumerate, _collections.deque.index, iter:
    try:
        print(value, inspect.signature(value))
    except ValueError as error:
        print(type(error).__name__, str(error).partition(" at ")[0])
