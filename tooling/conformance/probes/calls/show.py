"""An answer in one line of ASCII: types and values, without addresses, bounded."""

import array
import binascii
import collections
import functools
import io
import re
import types

plain = (type(None), bool, int, float, complex, str, bytes, bytearray, range, slice, type(...), type(NotImplemented))
mutable = (list, dict, set, bytearray, array.array, collections.deque, io.BytesIO, io.StringIO, memoryview, types.SimpleNamespace)
address = re.compile(r" at 0x[0-9a-f]+|(?<=pid=)\d+|(?<=object 0x)[0-9a-f]+")


def bounded(text, limit=400):
    if len(text) <= limit:
        return text
    return f"{text[:limit]}...{len(text)}:{binascii.crc32(text.encode('utf-8', 'surrogatepass')):x}"


def named(cls):
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def safely(action):
    try:
        return action()
    except BaseException as error:
        return f"<{type(error).__name__} in {action.__name__}>"


def items(value, deep):
    """What an iterator gives, a dozen at most."""
    shown = []
    for _ in range(12):
        try:
            shown.append(show(next(value), deep + 1))
        except StopIteration:
            break
        except BaseException as error:
            shown.append(f"{type(error).__name__}: {safely(error.__str__)}")
            break
    else:
        shown.append("...")
    return ", ".join(shown)


def number(value):
    if abs(value) < 10**60:
        return int.__repr__(value)
    return f"{value % 10**40:d}~{value.bit_length()}"


def show(value, deep=0):
    """The text of a value."""
    cls = type(value)
    if deep > 6:
        return named(cls)
    if cls is int:
        return number(value)
    if cls in plain:
        return bounded(ascii(value))
    if cls in (list, tuple):
        shown = ", ".join(show(item, deep + 1) for item in value[:40]) + (f", ...{len(value)}" if len(value) > 40 else "")
        return f"[{shown}]" if cls is list else f"({shown},)"
    if cls is dict:
        return "{" + ", ".join(f"{show(key, deep + 1)}: {show(item, deep + 1)}" for key, item in list(value.items())[:40]) + "}"
    if cls in (set, frozenset):
        return f"{named(cls)}({{{', '.join(sorted(show(item, deep + 1) for item in value))}}})"
    return f"{named(cls)} {bounded(ascii(address.sub('', text_of(value, cls, deep))))}"


def text_of(value, cls, deep):
    if isinstance(value, BaseException):
        return f"{safely(value.__str__)} {show(list(value.args), deep + 1)}"
    if isinstance(value, (io.BytesIO, io.StringIO)):
        return "closed" if value.closed else f"{value.getvalue()!r} at {value.tell()}"
    if cls is memoryview:
        return safely(lambda: f"{value.format} {value.shape} {value.strides} {value.readonly} {value.tobytes()!r}")
    if cls is types.MappingProxyType and "__doc__" in value:
        # A class: its docstrings are in our own words.
        return f"names {sorted(map(str, value))}"
    if cls is functools.partial:
        return show((value.func, value.args, value.keywords), deep + 1)
    if isinstance(value, (types.FunctionType, types.CodeType, types.FrameType, types.ModuleType)):
        return getattr(value, "__qualname__", getattr(value, "co_qualname", getattr(value, "__name__", "")))
    if isinstance(value, types.TracebackType):
        return ""
    if hasattr(cls, "__next__") and not isinstance(value, io.IOBase):
        return items(value, deep)
    for base in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset):
        if isinstance(value, base):
            text = safely(lambda: base.__repr__(value))
            if base in (set, frozenset):
                # The order is that of hashes, some of which are addresses.
                text = f"{cls.__name__}({{{', '.join(sorted(show(item, deep + 1) for item in base.__iter__(value)))}}})"
            own = {name: show(item, deep + 1) for name, item in sorted(getattr(value, "__dict__", {}).items())}
            return f"{text} {own or ''}"
    return safely(lambda: repr(value))


def raised(error):
    """The text of an exception that came out."""
    parts = [f"{named(type(error))}: {bounded(ascii(address.sub('', safely(error.__str__))))}"]
    if not (len(error.args) == 1 and type(error.args[0]) is str):
        parts.append(f"args {safely(lambda: show(list(error.args), 1))}")
    if error.__cause__ is not None:
        parts.append(f"from {type(error.__cause__).__name__}: {ascii(address.sub('', safely(error.__cause__.__str__)))}")
    elif error.__context__ is not None:
        parts.append(f"in {type(error.__context__).__name__}{' hidden' if error.__suppress_context__ else ''}")
    if getattr(error, "__notes__", None):
        parts.append(f"notes {error.__notes__}")
    for name in "name", "obj", "key":
        if isinstance(error, (AttributeError, NameError, ImportError)) and getattr(error, name, None) is not None:
            parts.append(f"{name} {safely(lambda: show(getattr(error, name), 3))}")
    return " ".join(parts)
