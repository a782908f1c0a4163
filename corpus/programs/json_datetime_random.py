import json, random, datetime as dt, math, copy, pprint, base64, io, contextlib, heapq, bisect, struct, time, calendar
data = {"a": [1, 2.5, None, True], "b": {"c": "é\n\"q\""}, "d": []}
s = json.dumps(data); print(s, json.loads(s) == data, json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")), json.loads('[1e3, -0.5, "\\u00e9", {}]'), json.dumps({1: 2, None: 3, True: 4}), json.dumps(float("inf")), sep="\n")
for bad in ("{", "[1,]", '{"a" 1}', "nul", '"\\x"', "", "[1] 2"):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(repr(bad), e)
try: json.dumps({1, 2})
except TypeError as e: print(e)
random.seed(42); print([random.randint(1, 100) for _ in range(5)], random.random(), random.choice("abc"), random.sample(range(50), 4), random.gauss(0, 1), random.uniform(1, 2), random.getrandbits(70))
x = list(range(8)); random.shuffle(x); print(x, random.choices([1, 2, 3], weights=[1, 1, 8], k=5)); random.seed("text"); print(random.random())
d = dt.date(2024, 2, 29); t = dt.datetime(2024, 1, 15, 13, 45, 30, 123456); print(d, t, d + dt.timedelta(days=366), t - dt.datetime(2023, 12, 25), d.weekday(), d.isoformat(), t.strftime("%Y-%m-%d %H:%M:%S %a %b %j"), tuple(d.isocalendar()), repr(t), t.replace(year=2000), dt.datetime.fromisoformat("2024-05-06T07:08:09+02:00"), dt.timedelta(hours=30, seconds=5), dt.timedelta(1) / 7, dt.datetime.strptime("03/04/2021", "%d/%m/%Y"), dt.time(5, 6).isoformat(), dt.datetime(2020, 1, 1, tzinfo=dt.timezone.utc), d < dt.date(2025, 1, 1), dt.date.fromordinal(738000), calendar.monthrange(2024, 2), calendar.isleap(1900))
# Messages that the pure datetime words as the C one does; of the others the class.
try: dt.datetime.strptime("x", "%Y")
except ValueError as e: print(e)
for bad in (lambda: dt.date(2023, 2, 29), lambda: d - 5, lambda: d < t):
    try: bad()
    except Exception as e: print(type(e).__name__)
print(math.sqrt(2), math.sin(1), math.cos(1), math.tan(1), math.exp(1), math.log(10), math.log2(8), math.log10(1000), math.pow(2, 0.5), math.atan2(1, 2), math.hypot(3, 4), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.fsum([0.1] * 10), math.isclose(0.1 + 0.2, 0.3), math.copysign(1, -0.0), math.frexp(10.0), math.modf(-2.5), math.degrees(math.pi), math.gamma(5), math.erf(0.5), math.fmod(-7, 3), math.remainder(7, 4), math.inf, math.nan, math.tau, math.dist([0, 0], [3, 4]), math.cbrt(27), math.ulp(1.0), math.nextafter(1, 2))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(2.5), lambda: math.floor("x")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
a = [[1], {2: [3]}]; b = copy.deepcopy(a); c = copy.copy(a); a[0].append(9); print(b, c); pprint.pprint({"key%d" % i: list(range(8)) for i in range(5)}, width=40)
print(base64.b64encode(b"hello"), base64.b64decode("aGk="), base64.b16encode(b"\xff"), base64.urlsafe_b64encode(b"\xfb\xff"), struct.pack("<IhB", 1, -2, 3), struct.unpack(">d", struct.pack(">d", 1.5)), struct.calcsize("qi"), bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3))
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 2, 8]), list(heapq.merge([1, 4], [2, 3])))
out = io.StringIO()
with contextlib.redirect_stdout(out): print("captured")
print(repr(out.getvalue()), io.BytesIO(b"abc").read(2), io.StringIO("a\nb").readlines(), list(io.StringIO("x\ny")))
with contextlib.suppress(KeyError): {}["x"]
@contextlib.contextmanager
def cm(): print("in"); yield 5; print("out")
with cm() as v: print(v)
with contextlib.ExitStack() as st: st.callback(print, "cb"); st.enter_context(cm())
print(time.gmtime(0)[:6], time.strftime("%Y", time.gmtime(0)))
