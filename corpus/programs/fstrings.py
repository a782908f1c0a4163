name, n, pi, items = "World", 42, 3.14159265, [1, 2, 3]
print(f"Hello, {name}!", f"{n}", f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}", f"{pi:.2f} {pi:10.3f} {pi!r}")
print(f"{name!r} {name!s} {name!a} {'é'!a}", f"{n=} {n = } {n=:>5} {name=!s} {n+1=}", f"{{}} {{{n}}}")
print(f"{items[0]} {items[-1]:>3} {len(items)} {[x * 2 for x in items]} {'a' if n else 'b'} {(lambda x: x + 1)(2)}")
width, prec = 10, 3
print(f"{pi:{width}.{prec}}|{name:>{width}}|{name:*^{width + 2}}|{n:#x} {n:#b} {n:#o} {n:e} {n:,} {1234567.891:,.2f} {0.256:.1%}")
print(f"{'nested ' + f'{n} {f"{n!r:>4}"}'}" f" concatenated" " plain", f'{"quotes"}', f"{name.upper()} {name[1:3]}", rf"\{n}\n", F"{n}")
print(f"""multi
{n}
line {
    n + 1
}""")
class P:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "P!"
    def __str__(self): return "p"
print(f"{P()} {P():abc} {P()!r:>5} {P()!s} {P()=}", format(P(), "zz"), "{:x}".format(P()))
print(f"{n!r:^{width}}", f"{None} {True:d} {True} {1.0} {1e100} {-0.0} {10**20}", f"{'a' 'b'}", f"{n:{'>'}{8}}", f"{'':5}|")
print(f"{3.7:.0f} {2.5:.0f} {1e-7} {12345.678:g} {0.00001234:g} {float('inf'):5} {float('nan'):.2f} {1_000_000:_} {255:08b} {-5:=+6d} {5: d} {65:c}")
for bad in ("{:d}", "{:.2q}", "{:,s}", "{:10.5d}"):
    for value in (1, "x", 1.5):
        try:
            print(bad, value, bad.format(value))
        except ValueError as error:
            print(bad, value, error)
