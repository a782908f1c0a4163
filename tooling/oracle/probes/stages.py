"""What CPython says of a source at each stage. Every function maps a request to text or bytes.

A request is a dict: `source` (str), `source_b64` or `path`, and the stage's own options. The
text forms are chosen so that a program in another language can build the same text: they are
CPython's own tools' output where one exists, else one fact a line.
"""

import base64
import contextlib
import io
import itertools
import re
import warnings


def source_of(request):
    if "path" in request:
        with open(request["path"], "rb") as file:
            return file.read()
    if "source_b64" in request:
        return base64.b64decode(request["source_b64"])
    return request["source"]


def filename_of(request):
    return request.get("filename") or request.get("path") or "<string>"


def bytes_of(request):
    source = source_of(request)
    return source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")


def tokens(request):
    """As `python -m tokenize [-e]` prints them."""
    import tokenize

    lines = []
    for token in tokenize.tokenize(io.BytesIO(bytes_of(request)).readline):
        kind = token.exact_type if request.get("exact") else token.type
        spot = "%d,%d-%d,%d:" % (token.start + token.end)
        lines.append("%-20s%-15s%-15r\n" % (spot, tokenize.tok_name[kind], token.string))
    return "".join(lines)


def parser_tokens(request):
    """The parser's own stream: no comments, no blank lines."""
    import token
    from _tokenize import TokenizerIter

    source = source_of(request)
    if isinstance(source, str):
        reader = iter(source.splitlines(True))
        stream = TokenizerIter(lambda: next(reader, ""), extra_tokens=False)
    else:
        stream = TokenizerIter(io.BytesIO(source).readline, encoding="utf-8", extra_tokens=False)
    lines = []
    for kind, string, start, end, _line in stream:
        lines.append("%d,%d-%d,%d: %s %r\n" % (*start, *end, token.tok_name[kind], string))
    return "".join(lines)


def tree_of(request):
    import ast

    version = request.get("feature_version")
    return ast.parse(
        source_of(request),
        filename_of(request),
        request.get("mode", "exec"),
        type_comments=request.get("type_comments", False),
        feature_version=tuple(version) if version else None,
        optimize=request.get("optimize", -1),
    )


def ast_dump(request):
    import ast

    return ast.dump(
        tree_of(request),
        annotate_fields=request.get("annotate_fields", True),
        include_attributes=request.get("attributes", True),
        indent=request.get("indent"),
    )


def unparse(request):
    import ast

    return ast.unparse(tree_of(request))


def symbol_table(request):
    """One line a table, one a symbol, children after their parent, by indentation."""
    import symtable

    lines = []

    def show(table, depth):
        pad = "  " * depth
        flags = [
            name
            for name in ("optimized", "nested", "has_children")
            if getattr(table, name if name.startswith("has") else "is_" + name)()
        ]
        lines.append(f"{pad}{str(table.get_type())} {table.get_name()!r} {table.get_lineno()} {' '.join(flags)}".rstrip())
        if hasattr(table, "get_parameters"):
            for what in ("parameters", "locals", "globals", "nonlocals", "frees"):
                names = sorted(getattr(table, "get_" + what)())
                if what == "parameters":
                    names = list(table.get_parameters())
                lines.append(f"{pad}  {what}: {' '.join(names)}".rstrip())
        if str(table.get_type()) == "class":
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                lines.append(f"{pad}  methods: {' '.join(table.get_methods())}".rstrip())
        for symbol in sorted(table.get_symbols(), key=lambda s: s.get_name()):
            facts = [
                name
                for name in (
                    "referenced parameter global declared_global nonlocal local annotated free"
                    " imported assigned namespace type_parameter"
                ).split()
                if hasattr(symbol, "is_" + name) and getattr(symbol, "is_" + name)()
            ]
            lines.append(f"{pad}  {symbol.get_name()}: {' '.join(facts)}".rstrip())
        for child in table.get_children():
            show(child, depth + 1)

    source = source_of(request)
    show(symtable.symtable(source, filename_of(request), request.get("mode", "exec")), 0)
    return "\n".join(lines) + "\n"


def symtable_text(request):
    """As `python -m symtable` prints it."""
    import symtable
    import sys

    out = io.StringIO()
    stdin = sys.stdin
    try:
        if "path" not in request:
            sys.stdin = io.StringIO(bytes_of(request).decode())
        with contextlib.redirect_stdout(out):
            symtable.main([request.get("path", "-")])
    finally:
        sys.stdin = stdin
    text = out.getvalue()
    if "path" not in request:
        text = text.replace("'<stdin>'", repr(filename_of(request)))
    # Free names come out of a set, in an order that the hash seed decides.
    lines = text.split("\n")
    return "\n".join(
        line
        for is_symbol, group in itertools.groupby(lines, lambda line: " symbol '" in line)
        for line in (sorted(group) if is_symbol else group)
    )


def code_of(request):
    return compile(
        source_of(request),
        filename_of(request),
        request.get("mode", "exec"),
        flags=request.get("flags", 0),
        dont_inherit=True,
        optimize=request.get("optimize", 0),
    )


CODE_NUMBERS = "argcount posonlyargcount kwonlyargcount stacksize flags firstlineno".split()


def text_form(value):
    """A constant with its type, spelled so that JavaScript can spell it too."""
    import json

    kind = type(value)
    if kind is str:
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return "wide:" + ",".join(str(ord(char)) for char in value)
        return json.dumps(value, ensure_ascii=False)
    if kind is bytes:
        return "b:" + value.hex()
    if kind is tuple:
        return "(" + ", ".join(map(text_form, value)) + ")"
    if kind is frozenset:
        return "frozenset{" + ", ".join(sorted(map(text_form, value))) + "}"
    if hasattr(value, "co_code"):
        return "<code>"
    return repr(value)


def code_text(code):
    lines = [f"code {code.co_qualname}"]
    for name in CODE_NUMBERS:
        lines.append(f"{name} {getattr(code, 'co_' + name)}")
    lines.append(f"name {text_form(code.co_name)}")
    lines.append(f"filename {text_form(code.co_filename)}")
    lines.append(f"names {text_form(code.co_names)}")
    lines.append(f"varnames {text_form(code.co_varnames)}")
    lines.append(f"cellvars {text_form(code.co_cellvars)}")
    lines.append(f"freevars {text_form(code.co_freevars)}")
    for index, value in enumerate(code.co_consts):
        lines.append(f"const {index} {text_form(value)}")
    lines.append(f"code {code.co_code.hex()}")
    lines.append(f"linetable {code.co_linetable.hex()}")
    lines.append(f"exceptiontable {code.co_exceptiontable.hex()}")
    for value in code.co_consts:
        if hasattr(value, "co_code"):
            lines.append(code_text(value))
    return "\n".join(lines)


def code(request):
    return code_text(code_of(request)) + "\n"


def marshal(request):
    import marshal

    code = code_of(request)
    return marshal.dumps(code)


def dis_text(request):
    """As `python -m dis [-C] [-O]` prints it."""
    import dis

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        dis.dis(
            compile(source_of(request), filename_of(request), "exec"),
            show_caches=request.get("show_caches", False),
            show_offsets=request.get("show_offsets", False),
        )
    # Addresses are nobody's business, and the order in a frozenset is the hash seed's.
    text = re.sub(" at 0x[0-9a-f]+", " at 0x0", out.getvalue())
    return re.sub(r"frozenset\(\{(.*)\}\)", lambda found: "frozenset " + "".join(sorted(found[1])), text)


def printed(request):
    """The SyntaxError of a source as its traceback ends; nothing when there is none."""
    import traceback

    try:
        compile(
            source_of(request),
            filename_of(request),
            request.get("mode", "exec"),
            flags=request.get("flags", 0),
            dont_inherit=True,
            optimize=request.get("optimize", 0),
            _feature_version=request.get("feature_version", [3, -1])[1],
        )
    except SyntaxError as error:
        return "".join(traceback.format_exception_only(error, colorize=request.get("colour", False)))
    except Exception:
        pass
    return ""


def evaluate(request):
    """Runs `source` and answers what it printed: for the facts no other stage shows."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code_of(request), {"__name__": "__main__", "__builtins__": __builtins__})
    return out.getvalue()


STAGES = {
    "tokens": tokens,
    "parser-tokens": parser_tokens,
    "ast": ast_dump,
    "unparse": unparse,
    "symbols": symbol_table,
    "symtable": symtable_text,
    "code": code,
    "marshal": marshal,
    "dis": dis_text,
    "printed": printed,
    "evaluate": evaluate,
}
