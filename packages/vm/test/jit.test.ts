import type { CodeObject } from '@pellucid/opcode-spec'
import { describe, expect, it, vi } from 'vitest'
import { compileTree } from '../../compiler/src/index.ts'
import { parse } from '../../parser/src/index.ts'
import { createInterpreter, type InterpreterOptions } from '../src/create-interpreter.ts'
import { newDict } from '../src/data/dict.ts'
import { PyFrame } from '../src/data/frame.ts'
import type { PyModule } from '../src/data/module.ts'
import { None } from '../src/data/values.ts'
import { rehearse } from '../src/jit/rehearsal.ts'
import { builtinFunction, fn } from '../src/object/define-builtin.ts'
import { codeOf } from '../src/types/code/constants.ts'
import { bareOptions } from './bare-options.ts'
import { runPython } from './run-python.ts'

const withJit = (jit: string) => (options: InterpreterOptions): InterpreterOptions => ({
  ...options, settings: { ...options.settings, xOptions: { jit } },
})

/** What a program prints when everything is compiled at once, held against the interpreter alone. */
function compiled(source: string): string {
  const interpreted = runPython(source, withJit('off'))
  expect(runPython(source, withJit('always'))).toBe(interpreted)
  return interpreted
}

/** A function body that runs often enough for every version of its code. */
const often = (body: string, calls = 'print(f(i))', times = 3): string =>
  `def f(n):\n${body.replace(/^/gm, '    ')}\nfor i in range(${times}):\n    ${calls}\n`

describe('compiled code', () => {
  it.each([
    ['ints', 's = 0\nfor i in range(40):\n    s += i * 3 - i // 2 + i % 5 + (i << 2) + (i >> 1) + (i & 6 | i ^ 3)\nreturn s, -s, s / 7, s ** 2'],
    ['ints that leave the safe integers and come back', 's = 1\nfor i in range(80):\n    s *= 3\nfor i in range(80):\n    s //= 3\nreturn s'],
    ['signs of division', 'return [(a // b, a % b) for a in (-7, 7, 0, -8) for b in (2, -2, 4)]'],
    ['zero keeps its sign where it has one', 'x = 0\nfor i in range(9):\n    x = x * -i\ny = 0.0\nfor i in range(9):\n    y = -y * 1.0\nreturn x, y, 0 / -5'],
    ['floats', 's = 0.5\nfor i in range(40):\n    s = s * 1.25 + i / 3 - s // 2.0 + s % 1.5\nreturn s, s ** -1.5, -s'],
    ['floats that become ints and strs', 'x = 1.5\nout = []\nfor i in range(30):\n    out.append(x)\n    x = x + 1 if i % 3 else int(x)\n    if i > 20:\n        x = str(x)[0]\n        x = len(x)\nreturn out'],
    ['comparisons', 'return [(a < b, a <= b, a == b, a != b, a > b, a >= b) for a in (1, 2.5, "x", "xy") for b in (1, 2.5, "x") if isinstance(a, str) == isinstance(b, str)]'],
    ['branches', 'out = []\nfor x in (0, 1, "", "a", None, [], [0], (), {}, 0.0, 2.0, False):\n    out.append(1 if x else 2)\n    out.append(not x)\n    out.append(3 if x is None else 4)\nreturn out'],
    ['lists', 'a = [0] * 9\nfor i in range(9):\n    a[i] = i * i\n    a[-1] += a[i - 1]\nreturn a, a[2:5], [x for x in a if x % 2]'],
    ['tuples and unpacking', 's = 0\nfor a, (b, c) in [(1, (2, 3)), (4, [5, 6])] * 5:\n    a, b = b, a\n    s += a * b - c\nreturn s'],
    ['dicts and strs', 'd = {}\nfor c in "abracadabra" * 4:\n    d[c] = d[c] + 1 if c in d else 1\nreturn d, "".join(d), [c for c in "xyz"][-1], "text"[-2]'],
    ['cells', 'total = 0\ndef add(x):\n    nonlocal total\n    total += x\n    return total\nfor i in range(20):\n    add(i)\nreturn total'],
    ['comprehensions shadow variables', 'x = 5\nys = [x for x in range(20)]\nreturn x, ys, {x: -x for x in ys}, {x % 3 for x in ys}'],
    ['while, break, continue, else', 'i = 0\nwhile True:\n    i += 1\n    if i % 2:\n        continue\n    if i > 30:\n        break\nfor j in range(9):\n    pass\nelse:\n    i += j\nreturn i'],
    ['nested loops', 's = j = 0\nfor i in range(7):\n    for j in range(i):\n        if j == 3:\n            break\n        s += i * j\n    else:\n        s -= 1\n    while j > 0:\n        j -= 1\n        s += 1\nreturn s'],
    ['try inside a loop', 'out = []\nfor i in range(20):\n    try:\n        out.append(10 // (i % 4))\n    except ZeroDivisionError as e:\n        out.append(str(e))\n    finally:\n        out.append(i)\nreturn out'],
    ['unbound variables', 'out = []\nfor i in range(12):\n    try:\n        if i % 3 == 0:\n            y = i\n        out.append(y)\n        if i % 2:\n            del y\n    except UnboundLocalError as e:\n        out.append(str(e))\nreturn out'],
    ['f-strings and slices', 's = ""\nfor i in range(20):\n    s = f"{s}{i:02}{i!r}"[-9:]\nreturn s'],
    ['match', 'out = []\nfor x in [1, (1, 2), {"a": 3}, "s", [4, 5, 6]] * 3:\n    match x:\n        case int(): out.append("int")\n        case (a, b): out.append(a + b)\n        case {"a": y}: out.append(y)\n        case [a, *rest]: out.append(rest)\n        case _: out.append(None)\nreturn out'],
  ])('%s', (_, body) => void compiled(often(body)))

  it('keeps the identity of floats', () => {
    const body = 'nan = float("nan")\nout = []\nx = n + 0.5\nfor i in range(20):\n    y = x\n    out.append((x is y, nan in [nan], [nan].index(nan)))\n    x = x * 1.5\n    z = x\n    pair = (x, z)\n    out.append((pair[0] is pair[1], x is z, pair[0] is x))\nreturn out'
    expect(compiled(often(body, 'f(i)', 1) + 'print({b for t in f(1) for b in t})')).toBe('{0, True}\n')
  })

  it('calls functions with and without frames', () => {
    compiled(`
class Point:
    scale = 2
    def __init__(self, x, y=1):
        self.x, self.y = x, y
    def size(self, *, by=3):
        return (self.x * self.y + self.scale) * by
    @property
    def double(self):
        return self.x * 2
    @staticmethod
    def make(x): return Point(x)
    @classmethod
    def other(cls, x): return cls(x, 2)
class Sub(Point):
    def size(self, by=1): return super().size() + by
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def show(*args, **names): return args, sorted(names)
def half(x):
    if x % 2: raise ValueError(x)
    return x // 2
for i in range(40):
    p = Point(i) if i % 3 else Sub(i, y=i)
    r = p.size(by=2), p.size(), p.double, Point.make(i).x, Sub.other(i).y, fib(i % 12), show(i, a=i)
    if i > 30: Point.scale = i
    try: r += half(i),
    except ValueError as e: r += str(e), e.__traceback__.tb_next.tb_lineno
    print(r)
for bad in (lambda: fib(), lambda: Point(1, 2, 3), lambda: p.size(3, 4), lambda: fib(1, k=2)):
    try: bad()
    except TypeError as e: print(e)
`)
  })

  it('raises where the interpreter does', () => {
    const source = `
def inner(a, i):
    return (a[i] +
            10 // (i - 25))
def outer(n):
    total = 0
    for i in range(n):
        total += inner([1.5] * 20 + [None] * 9, i)
    return total
import sys
for n in (19, 22, 40):
    for again in range(3):
        try: print(outer(n))
        except Exception as e:
            tb = e.__traceback__
            while tb:
                print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_lasti, sorted(tb.tb_frame.f_locals) if tb.tb_next is None else tb.tb_frame.f_lineno)
                tb = tb.tb_next
            print(type(e).__name__, e)
`
    expect(compiled(source)).toContain('inner 3 ')
  })

  it('stops at the recursion limit, and not before', () => {
    compiled(`
import sys
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
def endless(n): return endless(n + 1)
for limit in (300, 60, 900):
    sys.setrecursionlimit(limit)
    reached = 0
    for n in range(0, limit + 50, 7):
        try: reached = depth(n)
        except RecursionError as e: print(limit, n, e); break
    print(reached)
    try: endless(0)
    except RecursionError as e:
        tb, frames = e.__traceback__, 0
        while tb: tb, frames = tb.tb_next, frames + 1
        print(frames)
`)
  })

  it('lets others look into its frames, and write', () => {
    expect(compiled(`
import sys
def caller_locals(): return sys._getframe(1).f_locals
def f(n):
    total = 0
    for i in range(n):
        total += i
        if i % 5 == 4:
            seen = caller_locals()
            seen['total'] = total * 2
            print(i, sorted(seen), total, sys._getframe().f_lineno)
    return total, sorted(locals())
for n in (3, 20, 20): print(f(n))
`)).toContain("'n'")
  })

  it('hands over to a trace function that is set midway, and goes on after it', () => {
    compiled(`
import sys
events = []
def tracer(frame, event, arg):
    events.append((event, frame.f_code.co_name, frame.f_lineno))
    return tracer
def work(i): return i + 1
def f(n):
    total = 0
    for i in range(n):
        total += work(i)
        if i == 12:
            sys.settrace(tracer)
            sys._getframe().f_trace = tracer
        if i == 14:
            sys.settrace(None)
    return total
for again in range(3):
    print(f(20)); print(events); events.clear()
def profiler(frame, event, arg): events.append((event, frame.f_code.co_name))
def g(n):
    for i in range(n):
        if i == 5: sys.setprofile(profiler)
        len([work(i)])
    sys.setprofile(None)
g(8); print(events)
`)
  })

  it('yields, and closes over what it yields', () => {
    compiled(`
def numbers(n):
    total = 0.0
    for i in range(n):
        got = yield total + i
        if got: total += got * 0.5
def delegating(n): return (yield from numbers(n))
for n in (3, 30):
    g = delegating(n)
    print([next(g)] + [g.send(i) for i in range(n - 1)], sum(numbers(n)), list(numbers(n))[-1])
`)
  })

  it('goes through generators', () => {
    compiled(`
import sys
def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)
def build(depth, at=1): return (build(depth - 1, 2 * at), at, build(depth - 1, 2 * at + 1)) if depth else None
def same(n):
    x = n + 0.5
    for i in range(n):
        y = x = x * 1.5
        yield x, y
        if i % 5 == 4: yield y
def failing(n):
    try:
        for i in range(n):
            try:
                yield 60 // (i - 3)
            except ValueError as error:
                yield str(error)
    except ZeroDivisionError as error:
        yield repr(error)
        raise KeyError(i)
    finally:
        print('finally', i)
def ends(n):
    for i in range(n):
        if i == 3: return
        if i == 2 and n > 5: raise StopIteration
        yield i
def context():
    try:
        1 / 0
    except ZeroDivisionError:
        for i in range(4): yield sys.exception()
    yield sys.exception()
def itself():
    for i in range(4):
        try: yield next(box[0])
        except ValueError as error: yield str(error)
def looks(n):
    for i in range(n):
        f = sys._getframe()
        yield f.f_locals['i'], f.f_back.f_code.co_name, f.f_lineno
def outer(n):
    result = yield from ends(n)
    yield ('result', result)
    yield from [1, 2]
    got = yield from echo()
    yield got
def echo():
    got = []
    while len(got) < 4: got.append((yield len(got)))
    return got
def deep(n):
    if n: yield from deep(n - 1)
    else: yield len(list(range(5)))
box = []
for times in range(6):
    print(list(walk(build(6))) == sorted(walk(build(6))), sum(walk(build(5))))
    print([(p[0] is p[1]) if type(p) is tuple else p for p in same(12)])
    g = failing(9)
    print(next(g), next(g), g.throw(ValueError('thrown')), next(g), next(g))
    try: print(list(g))
    except KeyError as error: print(repr(error), repr(error.__context__))
    g = failing(3); next(g); g.close()
    print(list(ends(5)), sum(ends(3)), max(ends(4)), [i for i in ends(2)])
    try:
        for i in ends(6): print(i)
    except RuntimeError as error: print(error, repr(error.__cause__))
    print([type(e) for e in context()], sys.exception())
    box[:] = [itself()]
    print(list(box[0]))
    print(list(looks(5)))
    g = outer(4)
    print([next(g) for _ in range(3)], g.gi_yieldfrom is None, next(g), next(g), next(g), next(g), [g.send(c) for c in 'abcd'])
    for n in (3, 90, 300): print(*deep(n))
    sys.setrecursionlimit(80)
    try: print(*deep(100))
    except RecursionError as error: print(error)
    sys.setrecursionlimit(1000)
    g = (x * y for x, y in zip(range(20), [1, 2.5, 'a', 2**60] * 5) if x % 3)
    first = [v for v, _ in zip(g, range(4))]
    for value in g: break
    print(first, value, list(g), list(g), next(g, 'none'))
    for a in (i for i in range(3)):
        for b in (j for j in range(a, 4)): print(a, b, end=';')
    print(g.gi_frame, any(x > 3 for x in walk(build(3))), all(x for x in ends(4)))
    lines = []
    def trace(frame, event, arg):
        lines.append((frame.f_code.co_name, event, frame.f_lineno))
        return trace
    g = same(9)
    next(g)
    sys.settrace(trace); next(g); next(g); sys.settrace(None)
    print(len(lines), next(g)[0], lines[:4])
`)
  })

  it('is not there where it is not wanted, or text may not become code', () => {
    const compiler = (jit: string) => createInterpreter(withJit(jit)(bareOptions())).interpreter.compiler
    expect(compiler('on')).toBeTypeOf('function')
    expect(compiler('off')).toBeUndefined()
    vi.stubGlobal('Function', () => { throw new EvalError('forbidden by the page') })
    expect(compiler('on')).toBeUndefined()
    vi.unstubAllGlobals()
  })

  it('counts calls and back-edges as the interpreter does', () => {
    const source = 'def g(x): return x + 1\ndef f(n):\n    s = 0\n    for i in range(n):\n        s = g(s) + (i % 3 == 0)\n    return s\ndef h(n):\n    for i in range(n): yield i\ndef k(n): yield from h(n)\ndef each(n):\n    for x in k(n): pass\nfor n in range(40): f(n); sum(h(n)); each(n)\n'
    const pauses = (jit: string): number => {
      let count = 0
      runPython(source, (options) => {
        const { settings, host, scheduler } = withJit(jit)(options)
        const counting = Object.assign(Object.create(host) as typeof host, { interrupted: () => (count++, false) })
        return { ...options, settings, host: counting, scheduler: { ...scheduler, interval: 7 } }
      })
      return count
    }
    const interpreted = pauses('off')
    expect(interpreted).toBeGreaterThan(200)
    expect(pauses('always')).toBe(interpreted)
  })

  it('is rehearsed in a frame of its own', () => {
    const py = createInterpreter(bareOptions())
    const state = () => [py.frame, py.depth, py.budget]
    const states: unknown[][] = []
    const globals = newDict()
    globals.setStr('f', builtinFunction(fn('f()', '', (thread) => {
      states.push(state())
      rehearse(thread)
      states.push(state())
      return None
    })))
    const code = compileTree(parse('for _ in range(3): f()', { mode: 'exec', filename: 'test.py' } as never) as never, 'test.py') as CodeObject
    globals.setStr('__builtins__', py.interpreter.modules.getStr('builtins') as PyModule)
    py.evaluator.runCode(codeOf(code), globals, globals, py)
    expect(states).toHaveLength(6)
    for (const at of [0, 2, 4]) expect(states[at + 1]).toEqual(states[at])
    expect(states[0]?.[0]).toBeInstanceOf(PyFrame)
    expect(py.frame).toBeUndefined()
  })
})
