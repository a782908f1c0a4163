"""Runs a program inside this process, for a CPython that cannot start another (wasm)."""

import base64
import io
import json
import sys
import traceback
import types


def run(request):
    source = base64.b64decode(request["source_b64"])
    filename = request["filename"]
    module = types.ModuleType("__main__")
    module.__file__ = filename
    module.__builtins__ = __builtins__
    saved = sys.argv, sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"]
    out, err = io.StringIO(), io.StringIO()
    sys.argv = list(request["args"])
    sys.stdin = io.StringIO(request.get("stdin", ""))
    sys.stdout, sys.stderr = out, err
    sys.modules["__main__"] = module
    status = 0
    try:
        exec(compile(source, filename, "exec", dont_inherit=True), module.__dict__)
    except SystemExit as stop:
        if stop.code is None:
            status = 0
        elif isinstance(stop.code, int):
            status = stop.code
        else:
            print(stop.code, file=err)
            status = 1
    except BaseException as error:
        status = 1
        error = error.with_traceback(error.__traceback__.tb_next)
        traceback.print_exception(error, file=err)
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr, sys.modules["__main__"] = saved
    return {"stdout": out.getvalue(), "stderr": err.getvalue(), "status": status}


def run_json(text):
    return json.dumps(run(json.loads(text)))
