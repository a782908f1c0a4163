"""Files that stand in front of modules they are named like: what is said of an attribute that is missing."""

import os
import subprocess
import sys
import tempfile
import warnings


def run(folder, *arguments):
    made = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True)
    lines = made.stderr.replace(os.path.realpath(folder), "…").replace(folder, "…").splitlines()
    print(arguments[:1], made.returncode, lines[-1:], made.stdout)


with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    files = {
        "fractions.py": "import fractions\nfractions.Fraction",
        "numpy.py": "import numpy\nnumpy.array",
        "renamed.py": (
            "import bisect, sys\nclass substr(str):\n    __hash__ = None\nbisect.__name__ = substr('bisect')\n"
            "try:\n    bisect.bisect\nexcept TypeError as error:\n    print(error)\nsys.stdlib_module_names = None\nbisect.bisect"
        ),
        "bisect.py": "",
    }
    for name, source in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(source)
    for name in ("fractions.py", "numpy.py", "renamed.py"):
        run(folder, name)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for hook in (".foo", "nosuchbuiltin", "nosuchmodule.name", "os.nothing"):
        os.environ["PYTHONBREAKPOINT"] = hook
        breakpoint()
    os.environ["PYTHONBREAKPOINT"] = "print"
    breakpoint("a hook", sep=",")
print([(warning.category.__name__, str(warning.message)) for warning in caught])
