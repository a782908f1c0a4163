# Code that runs long enough to be compiled, and is then given something else than it was compiled for.
import sys


def total(values):
    result = 0
    for value in values:
        result += value
    return result


class Counter:
    def __init__(self, step):
        self.step = step
        self.count = 0

    def advance(self, times=1):
        self.count += self.step * times
        return self

    @property
    def twice(self):
        return self.count * 2


class Loud(Counter):
    def advance(self, times=1):
        return super().advance(times + 1)


def run_counter(counter, rounds):
    for i in range(rounds):
        counter.advance()
        if i % 1000 == 999:
            counter.advance(times=3)
    return counter.count, counter.twice


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > longest:
            longest, best = steps, start
    return best, longest


def waves(rounds):
    x, v, seen = 1.0, 0.0, []
    for i in range(rounds):
        v -= x * 0.01
        x += v * 0.01
        if i % 20_000 == 0:
            seen.append((x, v, x is seen[-1][0] if seen else None))
    return seen, x


def grows(rounds):
    n = 1
    for i in range(rounds):
        n = n * 3 + i
        if n > 10**40:
            n %= 1_000_003
    return n


def fails_at(items, where):
    done = 0
    for i in range(where + 10):
        done += items[i] // (where - i)
    return done


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def words(rounds):
    counts = {}
    for i in range(rounds):
        word = "abcdefgh"[i % 8] + "xyz"[i % 3]
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items())[:5]


print(total(range(60_000)))
print(total([0.5] * 40_000 + [2**60] * 3 + [1.5]))
print(total([True] * 30_000), total([1j] * 10), total([]))
for kind in (Counter, Loud, Counter):
    print(run_counter(kind(2), 30_000), run_counter(kind(0.5), 30_000))
print(collatz(3_000))
print(waves(60_001))
print(grows(50_000))
print(fib(20), [fib(n) for n in range(10)])
print(words(50_000))

for where in (30_000, 5, 40_000):
    try:
        fails_at([7] * 40_005, where)
    except (ZeroDivisionError, IndexError) as error:
        step = error.__traceback__.tb_next
        print(type(error).__name__, error, step.tb_lineno, step.tb_lasti, step.tb_frame.f_locals["i"])

for n in range(100):
    depth(300)
try:
    depth(sys.getrecursionlimit())
except RecursionError as error:
    print(error)

lines = []


def tracer(frame, event, arg):
    lines.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def traced(rounds):
    seen = 0
    for i in range(rounds):
        seen += i & 1
        if i == rounds - 3:
            sys._getframe().f_trace = tracer
            sys.settrace(tracer)
    sys.settrace(None)
    return seen


print(traced(40_000), lines)


def peeks(rounds):
    value = 0
    for i in range(rounds):
        value += 1
        if i % 10_000 == 9_999:
            sys._getframe().f_locals["value"] = -value
    return value


print(peeks(45_000))


def late(rounds):
    for i in range(rounds):
        if i > rounds - 2:
            print(unknown)


try:
    late(50_000)
except NameError as error:
    print(error)
fails_at([1] * 50_000, 45_000)
