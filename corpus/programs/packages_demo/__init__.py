"""A package: its names, and a name made when asked for."""
from .shapes import Square
from . import inner
__all__ = ["Square", "inner", "VERSION"]
VERSION = (1, 2)
print("packages_demo is", __name__, __package__)
def __getattr__(name):
    if name == "lazy": return "made when asked"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
