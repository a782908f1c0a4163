# datetime: arithmetic, comparison, text both ways, pickles, subclasses and the wording of errors.
import copy
import datetime as module
import hashlib
import pickle
import random
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

rng = random.Random(20240229)


def attempt(what):
    try:
        return repr(what())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def duration():
    return rng.choice([
        lambda: timedelta(rng.randrange(-10**9, 10**9), rng.randrange(86400), rng.randrange(10**6)),
        lambda: timedelta(microseconds=rng.randrange(-10**18, 10**18)),
        lambda: timedelta(days=rng.uniform(-1e6, 1e6), hours=rng.uniform(-30, 30)),
        lambda: timedelta(rng.choice([0, 1, -1]), rng.choice([0, 1, -1]), rng.choice([0, 1, -1, 5, 15])),
        lambda: timedelta(microseconds=rng.choice([0.5, 1.5, -0.5]), milliseconds=rng.choice([0, 0.0005, 0.0015])),
    ])()


zones = [None, UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=3, seconds=7), "X")]


def moment():
    year = rng.choice([1970, 2024, rng.randrange(3, 9998)])
    clock = rng.randrange(24), rng.randrange(60), rng.randrange(60), rng.choice([0, rng.randrange(10**6)])
    return datetime(year, rng.randrange(1, 13), rng.randrange(1, 29), *clock, rng.choice(zones), fold=rng.randrange(2))


def durations():
    a, b = duration(), duration()
    factor = rng.choice([rng.uniform(-10, 10), 0.5, -0.5, 1e-9, 1e9, 0.0, 1e300, float("inf"), 7, -3, 10**12])
    yield from (lambda: a + b, lambda: a - b, lambda: a * factor, lambda: factor * a, lambda: a / factor, lambda: a / b)
    yield from (lambda: a // b, lambda: a // 7, lambda: a % b, lambda: divmod(a, b), lambda: -a, lambda: abs(a))
    yield from (lambda: str(a), a.total_seconds, lambda: a < b, lambda: a == b, lambda: hash(a), lambda: bool(a))


def moments():
    x, y, d = moment(), moment(), duration()
    yield from (lambda: x + d, lambda: x - d, lambda: x - y, lambda: x < y, lambda: x == y, lambda: x.date() - y.date())
    yield from (x.isoformat, x.ctime, x.utctimetuple, x.timetuple, x.isocalendar, x.toordinal, x.weekday)
    yield from (lambda: x.timetz() < y.timetz(), lambda: x.time() <= y.time(), lambda: x.timetz() == y.timetz())
    yield from (lambda: x.astimezone(UTC) - x.replace(tzinfo=x.tzinfo or UTC), lambda: hash(x) == hash(x.replace(fold=0)))
    yield from (x.utcoffset, x.tzname, x.dst, lambda: x.replace(year=2023, tzinfo=None), lambda: date.fromordinal(x.toordinal()))
    yield lambda: datetime.fromtimestamp(rng.uniform(-6e10, 6e10), rng.choice(zones[1:]))
    yield lambda: date.fromisocalendar(rng.randrange(10001), rng.randrange(55), rng.randrange(9))


def formats():
    x = moment()
    for directive in "a A w d b B m y Y H I p M S f z Z j U W c x X G u V :z e D T %".split():
        yield lambda: [part.strftime(f"<%{directive}>") for part in (x, x.date(), x.timetz())]
    yield lambda: f"{x:%Y}{x:}{x.date():%d}{x.time():%H}"


def pickles():
    for value in (moment(), moment().timetz(), moment().date(), duration(), UTC, rng.choice(zones)):
        for protocol in range(6):
            yield lambda: pickle.dumps(value, protocol)
        yield lambda: pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


def texts():
    day = rng.choice(["2024-01-02", "20240102", "2024-W05", "2024W05", "2024-W05-3", "2024W053", "2024-053"])
    clock = rng.choice(["12", "12:30", "1230", "12:30:15", "123015", "12:30:15.123", "123015.1234567", "12.5", "12:", "24:00"])
    zone = rng.choice(["", "Z", "+01:00", "-0130", "+01", "-01:30:15.123456", "Z1", "+24:00", "-00:00", "+00:00:00.000001", "+01:"])
    text = day + rng.choice(["T", " ", "-", "1", "\u2003", "\U0001F600", "\ud800"]) + clock + zone
    if rng.random() < 0.3:
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(["", *"019-:W+TZ.,\u0661"]) + text[at + 1:]
    yield lambda: datetime.fromisoformat(text)
    yield lambda: date.fromisoformat(text[:rng.choice((7, 8, 9, 10, 11))])
    yield lambda: time.fromisoformat(text[rng.choice((7, 8, 9, 10, 11)):])


for kind, rounds in ((durations, 100), (moments, 100), (formats, 10), (pickles, 10), (texts, 400)):
    lines = [attempt(question) for _ in range(rounds) for question in kind()]
    print(kind.__name__, len(lines), hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16])


class Day(date):
    def __new__(cls, *args, **kwargs):
        made = super().__new__(cls, *args, **kwargs)
        made.tag = "made by Day"
        return made


class Moment(datetime):
    note = None

    def __init__(self, *args, **kwargs):
        self.note = len(args)


class Eastern(tzinfo):
    """Daylight saving time in July alone."""

    def utcoffset(self, when):
        return timedelta(hours=-5) + self.dst(when)

    def dst(self, when):
        return timedelta(hours=1 if when.month == 7 else 0)

    def tzname(self, when):
        return "E%T"


day = Day(2024, 2, 28) + timedelta(2)
print(repr(day), day.tag, day.replace(day=5).tag, Day.fromisoformat("2024-W01-1"), type(day - timedelta(1)))
later = Moment(2024, 7, 1, 12, tzinfo=Eastern()) + timedelta(hours=1)
print(type(later), later.note, later, later.strftime("%Z %z"), later.timetuple().tm_isdst, later.astimezone(UTC))
print(Moment.combine(date(2024, 1, 1), time(1, fold=1)).fold, Moment.fromtimestamp(0, UTC).note, type(later - timedelta(1)))
print(pickle.loads(pickle.dumps(Day(2024, 1, 1))).tag, copy.copy(timezone.utc) is UTC)
summer = datetime(2024, 6, 30, 23, 30, tzinfo=UTC).astimezone(Eastern())
print(summer, datetime(2024, 7, 1, 12, tzinfo=UTC).astimezone(Eastern()), copy.replace(summer, hour=1))
print(datetime.strptime("2024-02-29 01:02:03.5 +0130", "%Y-%m-%d %H:%M:%S.%f %z"), date(1, 1, 1).strftime("%Y %C %G"))
print(datetime.min, date.max, time.resolution, timedelta.max, timezone.min, module.MINYEAR, module.MAXYEAR)
match date(2024, 1, 1).isocalendar():
    case (year, week, weekday) as found:
        print(found, year, week, weekday, found.week, found == (2024, 1, 1), pickle.dumps(found, 2))

for expression in """
date(0, 1, 1) | date(2024, 2, 30) | date('1', 2, 3) | date(2**40, 1, 1) | date() | date(1, 2, 3, 4) | date(1, 2, q=3)
date(2024, 1, 1).replace(year='x') | date(2024, 1, 1).replace(year=2**40) | date(2024, 1, 1).replace(1, 1, 1, 1)
date.fromordinal(0) | date.fromordinal(10**7) | date.fromordinal() | date.fromisocalendar(0, 1, 1) | date.fromisocalendar(2**33, 1, 1)
date.fromisocalendar(2024, 60, 1) | date.fromisocalendar(2024, 1, 9) | date.fromisoformat(1) | time(24) | time(1, 60)
time(fold=2) | time(tzinfo=1) | time(1, 2, 3, 4, None, 5) | datetime(1, 1) | timedelta(days=10**10) | timedelta('x')
timedelta(1) // 0 | timedelta(1) % timedelta(0) | timedelta(1) / timedelta(0) | timedelta(1) * float('nan') | timedelta(q=1)
timedelta(1) + 1 | timedelta(1) < 1 | timezone(1) | timezone(timedelta(1)) | timezone(timedelta(0), 1) | timezone.utc.utcoffset(1)
timezone.utc.fromutc(1) | timezone.utc.fromutc(datetime(2024, 1, 1)) | tzinfo().utcoffset(None) | tzinfo().fromutc(1)
datetime(2024, 1, 1).isoformat('xx') | datetime(2024, 1, 1).isoformat('T', 1) | time(1).isoformat('x')
datetime.combine(1, 2) | datetime.combine(date(1, 1, 1), 2) | datetime.strptime('a') | datetime.strptime(1, 'a')
datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=UTC) | datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=UTC)
time(1) < time(1, tzinfo=UTC) | datetime(2024, 1, 1) < date(2024, 1, 1) | datetime.fromtimestamp('x', UTC)
datetime.fromtimestamp(1e30, UTC) | datetime.fromtimestamp(1e12, UTC) | datetime.fromtimestamp(0, 1) | datetime.now(1)
datetime.min - timedelta(1) | date.min - timedelta(1) | datetime(2024, 1, 1).strftime(1) | date(2024, 1, 1).__format__(1)
datetime(2024, 1, 1, fold=1).__reduce_ex__(4) | time(1, fold=1).__reduce_ex__(2) | time(1).__reduce_ex__('x')
timezone(timedelta(1, -1)).__reduce__() | timedelta(1, 2, 3).__reduce__() | datetime(2024, 1, 1).astimezone(1)
datetime(2024, 1, 1).replace(fold=2) | date(2024, 1, 1) - 1 | datetime(2024, 1, 1) - date(2024, 1, 1)
setattr(date(1, 1, 1), 'year', 1) | setattr(timedelta(1), 'days', 1) | type('x', (timezone,), {}) | date.__new__(datetime, 1, 1, 1)
""".strip().replace("\n", " | ").split(" | "):
    print(expression, "->", attempt(lambda: eval(expression)))
