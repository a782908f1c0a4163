import argparse, logging, sys, io, unittest, urllib.parse, html, locale, platform, reprlib, timeit, numbers, cmd, traceback, linecache
p = argparse.ArgumentParser(prog="tool", description="A tool."); p.add_argument("file"); p.add_argument("-n", "--num", type=int, default=3, help="how many"); p.add_argument("-v", action="store_true"); p.add_argument("--mode", choices=["a", "b"]); p.add_argument("rest", nargs="*")
print(p.parse_args(["x", "y", "z", "-n", "5", "-v"])); p.print_help()
for bad in (["x", "-n", "q"], ["x", "--nope"]):
    err = io.StringIO(); old = sys.stderr; sys.stderr = err
    try: p.parse_args(bad)
    except SystemExit as e: code = e.code
    finally: sys.stderr = old
    print(code, err.getvalue())
out = io.StringIO(); log = logging.getLogger("app"); h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s")); log.addHandler(h); log.setLevel(logging.INFO)
log.debug("no"); log.info("yes %d", 5); log.warning("w")
try: 1 / 0
except ZeroDivisionError: log.exception("failed")
print(out.getvalue().replace(__file__, "FILE"))
class T(unittest.TestCase):
    def setUp(self): self.v = 1
    def test_ok(self): self.assertEqual(self.v, 1)
    def test_bad(self): self.assertEqual([1, 2], [1, 3])
    def test_raises(self):
        with self.assertRaises(ValueError): int("x")
    @unittest.skip("why")
    def test_skip(self): pass
    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i): self.assertLess(i, 1)
res = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(T).run(res); print(res.testsRun, len(res.failures), len(res.errors), len(res.skipped)); print([f[1].strip().splitlines()[-1] for f in res.failures])
u = urllib.parse.urlparse("http://user@ex.com:80/p/a?q=1&q=2#f"); print(u, u.hostname, u.port, urllib.parse.parse_qs(u.query), urllib.parse.quote("a b/é"), urllib.parse.unquote("%41+"), urllib.parse.urlencode({"a": 1, "b": "x y"}), urllib.parse.urljoin("http://a/b/c", "../d"))
print(html.escape("<a href='x'>"), html.unescape("&lt;&eacute;&#65;"), reprlib.repr(list(range(100))), isinstance(5, numbers.Integral), timeit.timeit("1", number=1) >= 0)
