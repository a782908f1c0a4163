import ast, tokenize, io, keyword, token, symtable, code, codeop
tree = ast.parse("def f(x: int = 1, *a) -> str:\n    return [y for y in x if y > 1]\n"); print(ast.dump(tree)); print(ast.dump(tree, indent=2)[:200]); print(ast.unparse(tree))
print(ast.literal_eval("[1, -2.5, 'a', (None, True), {1: {2}}, b'x', 1+2j]"), ast.dump(ast.parse("1 + 2", mode="eval")), eval(compile(ast.Expression(ast.Constant(5)), "x", "eval")) if False else "", ast.get_docstring(ast.parse("'doc'\nx=1")))
class Swap(ast.NodeTransformer):
    def visit_Add(self, node): return ast.Mult()
    def visit_Constant(self, node): return ast.copy_location(ast.Constant(node.value * 10), node)
t = ast.fix_missing_locations(Swap().visit(ast.parse("r = 2 + 3"))); ns = {}; exec(compile(t, "<t>", "exec"), ns); print(ns["r"], [type(n).__name__ for n in ast.walk(t)])
class Count(ast.NodeVisitor):
    names = []
    def visit_Name(self, n): self.names.append(n.id); self.generic_visit(n)
c = Count(); c.visit(ast.parse("a = b + c(d)")); print(c.names)
for tok in tokenize.generate_tokens(io.StringIO("x = 'a' # hi\nif x:\n  y\n").readline): print(tok.start, tok.end, token.tok_name[tok.type], repr(tok.string))
for bad in ("x = ", "1 +", "def", "  x", "f(", "'abc", "a b", "x = 5 = y", "return", "break", "for x in", "{1: 2, 3}", "lambda: (yield", "print 1", "if x:\npass", "async x", "f'{'", "0777", "1__0", "a.1", "*x", "del f()", "None = 1", "import a.b as", "from x import", "class C: x = (", "'\\N{foo}'", "x: int: str", "nonlocal x"):
    try: compile(bad, "<s>", "exec"); print("ok", bad)
    except SyntaxError as e: print(repr(bad), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
print(keyword.iskeyword("match"), keyword.issoftkeyword("match"), len(keyword.kwlist), ast.parse("x=1").body[0].lineno, ast.Name("x").id, ast.Constant(1) != ast.Constant(1), ast.Name._fields, ast.BinOp(1, 2, 3).op, ast.get_source_segment("a + b", ast.parse("a + b").body[0].value.right))
st = symtable.symtable("def f(a):\n  global g\n  return a + g + len", "<s>", "exec"); print(st.get_children()[0].get_globals(), st.get_children()[0].get_parameters(), st.lookup("f").is_namespace())
print(codeop.compile_command("if x:"), codeop.compile_command("x = 1") is not None)
