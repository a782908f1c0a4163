"""What CPython's `ast` module says: one function a helper, each from a request to a list of texts.

Trees that a program changed come as a source and a list of changes: `path` leads from the root to a
node (field names and indices), `field` is what is set there, to `value` or, without one, to nothing.
"""

import ast
import json
import os
import re

import stages


def plain(text):
    return re.sub(" at 0x[0-9a-f]+", "", text)


def dumps(data):
    """As JSON.stringify gives it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\ud800-\udfff]", lambda found: "\\u%04x" % ord(found[0]), text)


def failure(error):
    """An error as one line; a SyntaxError with its place."""
    if not isinstance(error, SyntaxError):
        return dumps([type(error).__name__, plain(str(error))])
    return dumps(
        [type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text]
    )


def shown(action):
    try:
        return action()
    except Exception as error:
        return failure(error)


def literal_text(value):
    """The repr, with the items of a set in the order of their own texts."""
    kind = type(value)
    if kind in (set, frozenset):
        return kind.__name__ + "{" + ", ".join(sorted(map(literal_text, value), key=lambda text: text.encode())) + "}"
    if kind is list:
        return "[" + ", ".join(map(literal_text, value)) + "]"
    if kind is tuple:
        return "(" + ", ".join(map(literal_text, value)) + ",)"
    if kind is dict:
        return "{" + ", ".join(f"{literal_text(key)}: {literal_text(item)}" for key, item in value.items()) + "}"
    return repr(value)


def literal_eval(request):
    return [shown(lambda: literal_text(ast.literal_eval(source))) for source in request["sources"]]


def literal_eval_nodes(request):
    """Of every node of the tree, instead of a text."""
    nodes = ast.walk(stages.tree_of(request))
    return [shown(lambda: literal_text(ast.literal_eval(node))) for node in nodes]


def docstrings(request):
    nodes = ast.walk(stages.tree_of(request))
    return [shown(lambda: dumps(ast.get_docstring(node, clean=clean))) for node in nodes for clean in (True, False)]


def segments(request):
    source = request["source"]
    nodes = ast.walk(stages.tree_of(request))
    return [
        shown(lambda: dumps(ast.get_source_segment(source, node, padded=padded)))
        for node in nodes
        for padded in (False, True)
    ]


def parsed(request):
    """The tree of every combination of options."""
    return [
        shown(lambda: ast.dump(stages.tree_of({**request, **variant}), include_attributes=True))
        for variant in request["variants"]
    ]


def value_of(data):
    """A value as the request spells it: a node by its class and fields, what JSON lacks by its type."""
    if isinstance(data, list):
        return [value_of(item) for item in data]
    if not isinstance(data, dict):
        return data
    if "nodeType" in data:
        kind = getattr(ast, data["nodeType"])
        node = kind.__new__(kind)
        for name, item in data.items():
            if name != "nodeType":
                setattr(node, name, value_of(item))
        return node
    if "int" in data:
        return int(data["int"])
    if "float" in data:
        return float(data["float"])
    if "bytes" in data:
        return bytes.fromhex(data["bytes"])
    if "complex" in data:
        return complex(*map(float, data["complex"]))
    if "ellipsis" in data:
        return ...
    return tuple(value_of(item) for item in data["tuple"])


def changed(request, change):
    tree = stages.tree_of(request)
    target = tree
    for step in change["path"]:
        target = target[step] if isinstance(step, int) else getattr(target, step)
    if "value" in change:
        setattr(target, change["field"], value_of(change["value"]))
    elif change["field"] in vars(target):
        delattr(target, change["field"])
    return tree


def compiled(tree, request):
    mode = request.get("mode", "exec")
    return stages.code_text(compile(tree, "<changed>", mode, 0, True, request.get("optimize", 0)))


ACTIONS = {
    "compile": compiled,
    "dump": lambda tree, request: ast.dump(tree, **request.get("options", {})),
    "unparse": lambda tree, request: ast.unparse(tree),
}


def answers(request, changes):
    for change in changes:
        yield shown(lambda: ACTIONS[request["action"]](changed(request, change), request))


def in_child(request, changes):
    """The answers that a child gives before it ends or crashes."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with open(writer, "w") as out:
            for answer in answers(request, changes):
                out.write(json.dumps(answer) + "\n")
                out.flush()
        os._exit(0)
    os.close(writer)
    with open(reader) as results:
        found = [json.loads(line) for line in results if line.endswith("\n")]
    os.waitpid(child, 0)
    return found


def after_changes(request):
    """An answer a change. CPython itself crashes on some: those are None."""
    waiting = request["changes"]
    if not request.get("isolated"):
        return list(answers(request, waiting))
    found = []
    while len(found) < len(waiting):
        found += in_child(request, waiting[len(found) :])
        if len(found) < len(waiting):
            found.append(None)
    return found


def listed(stage):
    return lambda request: dumps(stage(request))


STAGES = {
    "literal-eval": listed(literal_eval),
    "literal-eval-nodes": listed(literal_eval_nodes),
    "docstrings": listed(docstrings),
    "segments": listed(segments),
    "parsed": listed(parsed),
    "changes": listed(after_changes),
}
