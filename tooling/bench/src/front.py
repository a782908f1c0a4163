"""Times CPython's front end on a list of files: stdin gives the rounds, each stage answers seconds a round.

Protocol: one line a request, `STAGE`; one line an answer, the seconds it took for all files.
"""

import ast
import dis
import io
import marshal
import sys
import time
import tokenize

sources = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        sources.append((path, file.read()))
codes = [compile(source, path, "exec", dont_inherit=True) for path, source in sources]
payloads = [marshal.dumps(code) for code in codes]


def tokens():
    for _, source in sources:
        for _ in tokenize.tokenize(io.BytesIO(source).readline):
            pass


def parse():
    for path, source in sources:
        ast.parse(source, path)


def compile_all():
    for path, source in sources:
        compile(source, path, "exec", dont_inherit=True)


def dumps():
    for code in codes:
        marshal.dumps(code)


def loads():
    for payload in payloads:
        marshal.loads(payload)


def disassemble():
    for code in codes:
        dis.dis(code, file=io.StringIO())


STAGES = {"tokenize": tokens, "parse": parse, "compile": compile_all, "dumps": dumps, "loads": loads, "dis": disassemble}

for line in sys.stdin:
    stage = STAGES[line.strip()]
    start = time.perf_counter()
    stage()
    print(time.perf_counter() - start, flush=True)
