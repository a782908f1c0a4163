"""format(), f-strings, % and str.format: every part of a spec, and the errors."""
class Coin:
    def __init__(self, n): self.n = n
    def __format__(self, spec): return f"<{spec}|{self.n}>"
    def __str__(self): return "coin"
    def __repr__(self): return "Coin()"
c, name, width = Coin(5), "añb", 12
print(f"{c:x y} {c!s:>6} {c!r:^9} {c!a} {name!a} {c=} {name=!s} {width = :>5} {width=:x}")
for spec in ("", "d", "+d", " d", "05d", "x", "#x", "#010b", "o", ",", "_", "_b", "e", ".2f", "%", "g", "c", "n", "*^10", "=+8", "<8", ">8,d", "10.3f", "#_x"):
    print(repr(spec), *(f"{v:{spec}}" if not (spec == "c" and v != 65) else "-" for v in (65, -12345, 10**20)), sep=" | ")
for spec in ("", "f", ".0f", "#.0f", "e", ".3e", "g", "G", ".3g", "#g", "%", ".1%", "+", " ", "012.2f", ",.2f", "_.1f", "z.1f", "n", "*^12.1f"):
    print(repr(spec), *(format(v, spec) for v in (0.0, -0.04, 1234567.891, 1e22, float("nan"), float("-inf"))), sep=" | ")
for spec in ("", "5", "<5", ">5", "^5", "*^7", ".1", "5.2", "s", "é>6"): print(repr(format("abc", spec)), end=" ")
print()
for value, spec in ((5, "s"), ("a", "d"), ("a", "=5"), ("a", "+"), (1.5, "x"), (5, ".2d"), (5, ",x"), ([], "5"), (5, "zz"), (2 + 1j, "05"), (1, "c,"), (-1, "c"), (5, ",_"), (1.5, ".99999999999"), ("a", ","), (None, "x"), (True, "s")):
    try: print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as e: print(type(e).__name__, e)
print("%s %r %a %d %i %u %5d|%-5d|%05d %+d %x %X %#x %o %#o %e %.2f %g %G %c %c %%" % ("é", "é", "é", 3.9, -3, 7, 42, 42, 42, 42, 255, 255, 255, 8, 8, 12345.678, 2.345, 1e-5, 1e10, 65, "z"))
print("%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}, "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159), b"%s %d %r %a" % (b"x", 5, "é", b"y"))
for text, args in (("%d", "a"), ("%s %s", (1,)), ("%s", (1, 2)), ("%q", 1), ("%(a)s", 5), ("%c", 2**40), ("%c", "ab"), ("%", 1), ("%x", 1.5), ("%(a", {}), ("%*d", ("a", 1)), ("%.2f", "x")):
    try: print(text % args)
    except Exception as e: print(type(e).__name__, e)
print("{} {1[0]} {a.real} {b[k]}".format(0, [1], a=2 + 1j, b={"k": 3}) if False else "{0} {1[0]} {a.real} {b[k]} {0!r:>{w}}".format("z", [1], a=2 + 1j, b={"k": 3}, w=5), "{{}} {:{}}".format(5, "03"))
for text in ("{", "}", "{0} {}", "{x}", "{5}", "{!z}", "{0.nope}", "{0[a]}", "{:{:{}}}", "{!}", "{0!rs}", "{[}"):
    try: print(text.format(1, 2, 3))
    except Exception as e: print(type(e).__name__, e)
print(f"{'nested ' + f'{width:{width}}'}", f"{width!r:>{width - 4}}", f"{ {1: 2}[1] }", f"{lambda_ if (lambda_ := 5) else 0}", f"{width:%}", f'{"\n".join("ab")!r}', rf"\{width}\n")
