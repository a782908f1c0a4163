// Code objects that no compiler makes: refused before they run, or stopped by an exception; never the end of the machine.
import { expect, it } from 'vitest'
import { findLibrary, readArchive } from '@pellucid/stdlib/node'
import { Interpreter } from '../src/index.ts'

const program = `
import random, types
sources = [
    "def f(a, b=2):\\n  c = [a, b]\\n  for i in range(3): c.append(i)\\n  return c\\nr = f(1)",
    "x = {1: 2, **{3: 4}}\\ny = [i*i for i in range(4) if i % 2]\\nz = (a for a in y)\\nw = list(z)",
    "try:\\n  1/0\\nexcept ZeroDivisionError as e:\\n  r = str(e)\\nfinally:\\n  q = 1",
    "class A:\\n  def f(self): return super().__repr__()\\n  x: int = 3\\nA().f()",
    "def g():\\n  x = yield 1\\n  yield x\\nk = g()\\nnext(k); k.send(3)",
    "match [1, 2, {'a': 3}]:\\n  case [a, b, {'a': c}]: r = a + b + c",
    "def o():\\n  v = 1\\n  def i():\\n    nonlocal v\\n    v += 1\\n    return v\\n  return i()\\nr = o()",
]
codes = [compile(source, '<x>', 'exec') for source in sources]

def within(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from within(constant)

def mutate(code, random):
    kind = random.randrange(8)
    wordcode = bytearray(code.co_code)
    if kind <= 3:
        for _ in range(1 + random.randrange(3)):
            wordcode[random.randrange(len(wordcode))] = random.choice([random.randrange(256), 0, 1, 255, 2, 3])
        return code.replace(co_code=bytes(wordcode))
    if kind == 4:
        return code.replace(co_stacksize=max(0, code.co_stacksize - 1 - random.randrange(2)))
    if kind == 5:
        table = bytearray(code.co_exceptiontable or b'\\x80\\x01\\x02\\x03')
        table[random.randrange(len(table))] = random.randrange(256)
        return code.replace(co_exceptiontable=bytes(table))
    if kind == 6:
        return code.replace(co_consts=code.co_consts[:-1])
    return code.replace(co_code=bytes(wordcode[:max(2, random.randrange(len(wordcode) // 2) * 2)]))

def rebuilt(code, target, new):
    if code is target:
        return new
    constants = tuple(rebuilt(c, target, new) if isinstance(c, types.CodeType) else c for c in code.co_consts)
    return code.replace(co_consts=constants)

def fuzz(seed, count):
    chance = random.Random(seed)
    seen = {}
    for _ in range(count):
        code = chance.choice(codes)
        target = chance.choice(list(within(code)))
        try:
            exec(rebuilt(code, target, mutate(target, chance)), {'__name__': 'x'})
            ended = 'ran'
        except BaseException as error:
            ended = type(error).__name__
            if ended == 'SystemError':
                assert 'not sound' in str(error) or 'bad bytecode' in str(error), error
        seen[ended] = seen.get(ended, 0) + 1
    return seen
`

it('a thousand mutated code objects', { timeout: 120_000 }, () => {
  let asked = 0
  // A loop that a mutation made endless is interrupted.
  const interrupted = () => ++asked % 40 === 0
  const python = new Interpreter({ library: readArchive(findLibrary().path), hashSeed: 0, interrupted })
  python.run(program)
  for (const seed of [1, 5, 6, 9, 14]) {
    const seen = python.eval(`list(fuzz(${seed}, 200).items())`) as [string, number][]
    const counts = Object.fromEntries(seen)
    expect(counts.SystemError).toBeGreaterThan(50)
    expect(counts.ran).toBeGreaterThan(5)
  }
})
