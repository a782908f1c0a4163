def show(e, depth=0):
    print("  " * depth + repr(e))
    for sub in getattr(e, "exceptions", ()): show(sub, depth + 1)
g = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), KeyError(4)])])
show(g); print(g.message, len(g.exceptions), isinstance(g, Exception), str(g))
match_, rest = g.split(ValueError); show(match_); show(rest)
show(g.subgroup(lambda e: isinstance(e, (KeyError, ExceptionGroup)))); print(g.subgroup(OSError))
try: raise g
except* ValueError as eg: print("values"); show(eg)
except* TypeError as eg: print("types"); show(eg)
except* KeyError as eg: print("keys"); show(eg)
try:
    try: raise g
    except* TypeError: print("only types")
except ExceptionGroup as left: show(left)
try: raise ValueError("naked")
except* ValueError as eg: show(eg)
try:
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
except ExceptionGroup as e: show(e)
try:
    try: raise ExceptionGroup("a", [ValueError(1)])
    except* ValueError: raise
except ExceptionGroup as e: show(e)
try: pass
except* ValueError: print("no")
else: print("else")
finally: print("finally")
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [SystemExit()])).__name__)
class My(ExceptionGroup):
    def derive(self, excs): return My(self.message, excs)
show(My("mine", [ValueError(1), KeyError(2)]).subgroup(KeyError))
try:
    try: raise g
    except* ExceptionGroup: pass
except TypeError as e: print(e)
