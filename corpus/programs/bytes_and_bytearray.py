b = b"Hello, \x00\xff"
print(b, b[0], b[1:3], len(b), b + b"!", b * 2, b"ell" in b, 72 in b, list(b[:3]), b.hex(), b.hex(":", 2), bytes.fromhex("00 ff 10"))
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(5)), b"a" b"b", rb"\n", b'\'"', repr(b"it's"))
print(b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b.split(b","), b"a b".split(), b.startswith(b"He"), b"x".join([b"1", b"2"]), b"abc".strip(b"a"), b"%d %s %b" % (5, b"x", b"y"), b"%a" % "é")
print(b"abc".translate(bytes.maketrans(b"a", b"z")), b"a\nb".splitlines(), b"ab".center(6, b"-"), b"7".zfill(3), b"abc".isalpha(), b"\t".expandtabs(2), b"AbC".swapcase(), b"abc".count(b"b"), b"abc".partition(b"b"), b"abc" < b"abd", hash(b"a") == hash(b"a"))
m = bytearray(b"abc")
m[0] = 65; m.append(100); m.extend(b"ef"); m.insert(0, 33); m += b"!"; print(m, len(m), m.pop(), m.pop(0), m)
m[1:3] = b"ZZZ"; print(m); del m[0]; m.reverse(); print(m, bytes(m), m.decode(), m == bytes(m), m.remove(90), m, m.copy(), m.clear(), m)
m = bytearray(5); m[::2] = b"xyz"; print(m, bytearray("hi", "ascii"), bytearray([1, 2]), m * 2)
v = memoryview(bytearray(b"abcdef"))
print(v[0], v[1:3].tobytes(), len(v), v.tolist(), v.format, v.itemsize, v.nbytes, v.readonly, v.shape, v[::-1].tobytes(), v == b"abcdef", v.hex(), bytes(v[::2]))
v[0] = 90; print(v.obj); v[1:3] = b"??"; print(bytes(v)); print(v.cast("H").shape, memoryview(b"\x01\x00\x02\x00").cast("H").tolist())
for f in (lambda: bytes([256]), lambda: bytes(-1), lambda: bytes("x"), lambda: b"a" + "b", lambda: b"a"[5], lambda: b"a".decode("utf-16"), lambda: bytes.fromhex("0g"), lambda: b"" .join(["a"]), lambda: bytearray(b"a").append(300), lambda: b"abc".index(b"z"), lambda: b"a" < "a", lambda: memoryview(5), lambda: memoryview(b"a").__setitem__(0, 1), lambda: bytes([1.5]), lambda: b"%d" % b"x"):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
