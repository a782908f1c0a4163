import sys, math as m
import os.path
from collections import OrderedDict as OD, defaultdict
from os import path, sep
print(m.floor(2.7), os.path.join("a", "b"), path.basename("/x/y.txt"), sep, OD([(1, 2)]), defaultdict(list, a=[1]))
print("sys" in sys.modules, sys.modules["math"] is m, m.__name__, type(sys).__name__, __name__, __spec__, __package__)
for bad in ("import nope", "from os import nope", "import os.nope", "from . import x", "from math import *; print(pi > 3)", "import sys.nope", "from nope.deep import q"):
    try: exec(bad, {"__name__": "__main__"})
    except ImportError as e: print(type(e).__name__, e, e.name)
import types
mod = types.ModuleType("made", "doc"); mod.x = 5; sys.modules["made"] = mod
import made; print(made.x, made.__doc__, made, made.__dict__["x"])
try: made.missing
except AttributeError as e: print(e)
mod.__getattr__ = lambda name: f"dynamic {name}"; print(made.anything)
from made import other; print(other)
import importlib; print(importlib.import_module("json").dumps([1]), importlib.import_module("os.path") is os.path, importlib.util.find_spec("nope") if hasattr(importlib, "util") else None)
def local_import(): import string; return string.digits
print(local_import(), "string" in globals(), __import__("string").ascii_lowercase[:3], __import__("os.path").__name__)
import json.decoder; print(json.decoder.JSONDecodeError.__mro__[1].__name__, json.__package__, json.__path__ is not None, json.__spec__.name, math.pi if "math" in globals() else "no math")
sys.path.insert(0, "/nonexistent"); print(sys.path[0], isinstance(sys.path, list), sys.argv[1:], sys.byteorder, sys.getrecursionlimit(), sys.implementation.name, sys.version_info >= (3, 13), sys.flags.optimize, sys.getdefaultencoding(), sys.maxunicode, sys.hash_info.width, sys.float_info.max)
