"""Ask CPython 3.13 for trees, code objects, symbol tables and errors of small programs.

Writes the JSON files beside this one: `python3.13 record.py`. Trees are in the form that
`fromJson` of @pellucid/ast reads.
"""
import ast
import json
import pathlib
import re
import symtable
import types
import warnings

here = pathlib.Path(__file__).parent


def constant(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, complex):
        return {"complex": [repr(value.real), repr(value.imag)]}
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if value is ...:
        return {"ellipsis": True}
    if isinstance(value, tuple):
        return {"tuple": [constant(item) for item in value]}
    if isinstance(value, frozenset):
        return {"frozenset": [constant(item) for item in sorted(value, key=repr)]}
    return {"code": code(value)}


def code(value: types.CodeType):
    names = list(value.co_varnames)
    kinds = [0x20] * len(names)
    for name in value.co_cellvars:
        if name in names:
            kinds[names.index(name)] |= 0x40
        else:
            names.append(name)
            kinds.append(0x40)
    names += value.co_freevars
    kinds += [0x80] * len(value.co_freevars)
    return {
        "name": value.co_name,
        "qualname": value.co_qualname,
        "firstlineno": value.co_firstlineno,
        "argcount": value.co_argcount,
        "posonlyargcount": value.co_posonlyargcount,
        "kwonlyargcount": value.co_kwonlyargcount,
        "stacksize": value.co_stacksize,
        "flags": value.co_flags,
        "code": value.co_code.hex(),
        "consts": [constant(item) for item in value.co_consts],
        "names": list(value.co_names),
        "localsplusnames": names,
        "localspluskinds": bytes(kinds).hex(),
        "linetable": value.co_linetable.hex(),
        "exceptiontable": value.co_exceptiontable.hex(),
    }


def tree(node):
    if isinstance(node, ast.AST):
        holds_constant = isinstance(node, (ast.Constant, ast.MatchSingleton))
        fields = {
            name: constant(value) if holds_constant and name == "value" else tree(value)
            for name, value in ast.iter_fields(node)
        }
        places = {name: getattr(node, name) for name in node._attributes}
        return {"nodeType": type(node).__name__, **fields, **places}
    return [tree(item) for item in node] if isinstance(node, list) else node


def parse(source, mode="exec"):
    return tree(compile(source, "<test>", mode, ast.PyCF_ONLY_AST, dont_inherit=True))


def split(path):
    """The programs of a text file: each begins with a line `## name [mode] [-O…]`."""
    parts = re.split(r"^## (.*)\n", path.read_text(), flags=re.M)
    for title, source in zip(parts[1::2], parts[2::2]):
        name, *options = title.split("  ")
        mode = next((option for option in options if option in ("eval", "single")), "exec")
        yield name, source, mode, sum(option == "-O" for option in options)


def write(name, rows):
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    (here / name).write_text(f"[\n{lines}\n]\n")


programs, errors, tables = [], [], []
for name, source, mode, optimize in split(here / "programs.txt"):
    compiled = compile(source, "<test>", mode, dont_inherit=True, optimize=optimize)
    row = {"name": name, "optimize": optimize, "tree": parse(source, mode), "code": code(compiled)}
    programs.append(row)
for name, source, mode, _ in split(here / "errors.txt"):
    row = {"name": name, "tree": parse(source, mode)}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<test>", mode, dont_inherit=True)
        except SyntaxError as error:
            row["error"] = [error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset]
        row["warnings"] = [[str(warning.message), warning.lineno] for warning in caught]
    errors.append(row)
for name, source, mode, _ in split(here / "tables.txt"):

    def describe(table):
        names = [[s.get_name(), s._scope_str(), list(s._flags_str())] for s in table.get_symbols()]
        children = [describe(child) for child in table.get_children()]
        return [str(table.get_type()), table.get_name(), table.get_lineno(), table.is_nested(), names, children]

    tables.append({"name": name, "tree": parse(source, mode), "table": describe(symtable.symtable(source, "t", mode))})
write("programs.json", programs)
write("errors.json", errors)
write("tables.json", tables)
