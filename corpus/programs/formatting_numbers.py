for spec in ["", "d", "5", "<5", "^5", "05", "+", " ", "x", "#X", "b", "o", ",", "_", "c", "e", ".2f", "%", "n", "=+8", "*^9", "08b", "#010x", "_x", "10,", "g", ".0e", "z.1f"]:
    row = []
    for v in (0, 42, -42, 1234567, 2**40):
        try: row.append(format(v, spec))
        except (ValueError, OverflowError) as e: row.append(f"!{e}")
    print(repr(spec), row)
for spec in ["", "f", ".0f", ".1f", "8.3f", "e", ".3e", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "+.2f", "010.2f", "n", "_.3f", "#.0f", "#g", "z.1f", "E", ".10g", "<9.1f", "d"]:
    row = []
    for v in (0.0, -0.04, 3.14159, 1e10, 1.5e-7, 123456789.0, float("inf"), float("nan")):
        try: row.append(format(v, spec))
        except ValueError as e: row.append(f"!{e}")
    print(repr(spec), row)
for spec in ["", "s", "5", ">5", "^7", "*<6", ".2", "5.1", "05", "<05", "=5", "d", ",", "+"]:
    try: print(repr(spec), repr(format("abc", spec)))
    except ValueError as e: print(repr(spec), e)
for fmt, v in [("%d", 3.99), ("%i", -5), ("%5d|", 42), ("%-5d|", 42), ("%05d", -42), ("%x", 255), ("%#X", 255), ("%o", 8), ("%e", 12345.678), ("%.2E", 0.00012), ("%f", 1 / 3), ("%.0f", 2.5), ("%g", 1e-10), ("%G", 1e20), ("%c", 65), ("%c", "z"), ("%r", "a"), ("%s", None), ("%a", "é"), ("%10.3s|", "abcdef"), ("%+.1f", 2), ("% d", 5), ("%5%", ()), ("%ld", 5), ("%.3d", 7), ("%d", True), ("%s", (1,)), ("%x", -255), ("%.20f", 0.1), ("%s %%", ("x",))]:
    try: print(fmt, repr(fmt % v))
    except Exception as e: print(fmt, type(e).__name__, e)
print(f"{10**20:e} {10**20:.3g} {1e15} {1e16} {1e17:,} {123456789012345678} {0.1:.20f} {1/3:.17g} {1e-5} {0.0001} {100000.0} {1e5:g} {1234567.0:g}", str(1e23), repr(1.7976931348623157e308), 2.5e-323, 1e22, 1e21, 9007199254740993.0)
print("{:>{w}.{p}f}".format(3.14159, w=10, p=2), "{0:{1}}".format(5, ">4"), "{a.b[c]}".format(a=type("A", (), {"b": {"c": 7}})), "{!s:^9}".format(None) , "{:{}{}}".format(5, "0", 4), "{{{}}}".format(1), "{:}".format([1]))
for bad in (lambda: format([], "5"), lambda: format(None, "d"), lambda: "{:z}".format(1), lambda: "{0.x}".format(5), lambda: "{0[9]}".format([1]), lambda: "{!x}".format(1), lambda: "}".format(), lambda: "{:{:{}}}".format(1, 2, 3), lambda: "%.*f" % (1,), lambda: "%d %d" % 1, lambda: "%(a)d" % 5, lambda: "%c" % "ab", lambda: "%c" % 2**30, lambda: "%i" % None):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
