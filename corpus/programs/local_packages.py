"""Imports from the program's own folder: packages, relative imports, cycles, failures."""
import sys, importlib
sys.dont_write_bytecode = True
import packages_demo
from packages_demo import *
from packages_demo.inner import up, where
print(Square(3).area(), inner.__name__, VERSION, up is sys.modules["packages_demo.shapes"], where(), packages_demo.lazy, packages_demo.__doc__, Square.__init__.__annotations__)
print(sorted(name for name in vars(packages_demo) if not name.startswith("__")), packages_demo.__path__ == packages_demo.__spec__.submodule_search_locations, packages_demo.inner.deep.__package__, packages_demo.__spec__.parent)
for statement in ("packages_demo.nothing", "from packages_demo import nothing", "import packages_demo.nothing", "import packages_demo.shapes.deeper", "from packages_demo.inner import circular_one", "import packages_demo.broken", "import packages_demo.broken", "from .. import x", "importlib.import_module('.deep')"):
    try: exec(statement)
    except Exception as e: print(type(e).__name__, str(e).replace(sys.path[0], "HERE"))
print("packages_demo.broken" in sys.modules, importlib.import_module(".deep", "packages_demo.inner").__name__, importlib.reload(packages_demo.shapes).__name__, packages_demo.shapes.__file__.replace(sys.path[0], "HERE"))
print(importlib.util.find_spec("packages_demo.inner.deep").name, importlib.util.find_spec("packages_demo.zzz"), repr(packages_demo.inner).replace(sys.path[0], "HERE"))
import packages_demo.inner.circular_one
