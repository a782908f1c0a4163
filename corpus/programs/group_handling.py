"""Exception groups: except*, split, subgroup, derive, nesting."""
import traceback
group = ExceptionGroup("outer", [ValueError("v"), ExceptionGroup("inner", [TypeError("t"), KeyError("k")]), OSError(2, "gone")])
print(group, repr(group), group.message, len(group.exceptions))
matched, rest = group.split(TypeError); print(repr(matched), repr(rest)); print(group.subgroup((KeyError, OSError)), group.subgroup(lambda e: False))
def handle(error):
    try: raise error
    except* ValueError as e: print("values", e.exceptions)
    except* (TypeError, KeyError) as e: print("both", e.exceptions)
    else: print("nothing")
    finally: print("finally")
for error in (group, ValueError("bare"), ExceptionGroup("only", [KeyError(1)])):
    try: handle(error)
    except ExceptionGroup as left: print("left", repr(left))
def again():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError: raise RuntimeError("new")
    except* TypeError: raise
try: again()
except ExceptionGroup as e: print(repr(e), [type(x).__name__ for x in e.exceptions], repr(e.exceptions[0].__context__))
class Named(ExceptionGroup):
    def derive(self, members): return Named(self.message + "'", members)
n = Named("n", [ValueError(1), TypeError(2)]); n.add_note("a note"); print(repr(n.split(ValueError)), n.subgroup(TypeError).__notes__)
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", 5), lambda: group.split(5)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [SystemExit()])).__name__, isinstance(group, Exception))
try:
    try: raise ExceptionGroup("wrong", [ValueError()])
    except* ExceptionGroup: pass
except TypeError as e: print(e)
for depth in range(3):
    try:
        try: raise group
        except* OSError as caught: raise ExceptionGroup("again", [caught]) from None
    except ExceptionGroup as e: print("".join(traceback.format_exception(e)).replace(__file__, "FILE")) if depth == 0 else print(len(e.exceptions))
def loop():
    for i in range(3):
        try: raise ExceptionGroup("l", [ValueError(i)])
        except* ValueError as e:
            if i == 1: print("one", e.exceptions)
loop()
raise ExceptionGroup("last", [ValueError("a\nb"), ExceptionGroup("deep", [IndexError("i"), Named("named", [TypeError()])])])
