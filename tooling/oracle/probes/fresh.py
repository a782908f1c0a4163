"""The payload `py_compile` would write, each file compiled in a fork that has compiled nothing else.

marshal's bytes depend on which strings the process has interned, so this file imports as little
as it can. Protocol: one file a line on stdin, as level, tab, path, tab, name in the code object;
a little-endian u32 length and that many bytes on stdout, length 0xffffffff when it does not compile.
"""

import marshal
import posix
import sys

FAILED = (0xFFFFFFFF).to_bytes(4, "little")


def compile_in_child(level, path, name, out):
    try:
        with open(path, "rb") as file:
            source = file.read()
        code = compile(source, name, "exec", 0, True, level)
        data = marshal.dumps(code)
        out.write(len(data).to_bytes(4, "little") + data)
    except BaseException:
        out.write(FAILED)
    out.flush()
    posix._exit(0)


def main():
    out = sys.stdout.buffer
    for line in sys.stdin:
        level, path, name = line.rstrip("\n").split("\t")
        child = posix.fork()
        if child == 0:
            compile_in_child(int(level), path, name, out)
        posix.waitpid(child, 0)


main()
