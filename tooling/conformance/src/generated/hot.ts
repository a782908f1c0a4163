// Loops that run long: what compiled code expects of them may change in their midst.

export const steps = [
  '<old int> += <int>', '<old int> = <bounded int>', '<old int> = <old int> + 1', '<old int> -= <small>', '<old int> = <old int> * <small> + 1\nif <old int> > 10 ** 22:\n    <old int> = <small>', '<old int> ^= <int>', '<old int> = (<old int> * 31 + <int>) % 65537', '<old int> = <old int> << 1 & 0x3fff_ffff_ffff',
  '<old int> = (<old int> | 0) * (<old int> | 0) % 1000003', '<old int> //= <small>', '<old int> = -<old int>', '<old int> = <old int> % <small> + <old int> // 3', '<old float> += 0.5', '<old float> = <old float> * 0.5 + <int>', '<old float> = <int> / <small>', '<old float> += <old int>', '<old float> -= <old float> // 3', '<old int> += <old float> > <int>',
  '<old int> += <ints>[<old int> % 3]', '<old ints>[<index>] = <old int>', '<old ints>[<old int> % 2] += 1', '<old int> += len(<old ints>)', '<old int>, <old int> = <old int>, <old int>', '<old int> += 1 if <bool> else 2', 'if <bool>:\n    <hot>', 'if <int> > <int>:\n    <hot>\nelse:\n    <hot>', 'if <old int> % 7 == 3:\n    continue',
  'for <new int> in range(3):\n    <hot>', 'for <new int> in <bounded ints>:\n    <hot>', 'for <new int>, <new int> in zip(<bounded ints>, <bounded ints>):\n    <hot>', 'while <bool>:\n    <hot>\n    break', '<old dict>[<old int> % 5] = <int>', '<old int> += <old dict>.get(<old int> % 5, 1)', '<old str> = <bounded str>', '<old str> = <old str>[1:] + <old str>[:1]',
  '<old int> += <old str> == <str>', '<old int> += ord(<old str>[0])', 'try:\n    <hot>\n    <hot>\nexcept <exception>:\n    <old int> += 1', 'try:\n    <hot>\nexcept Exception as <new error as e>:\n    <old int> += len(str(<@e>))\nelse:\n    <hot>', 'try:\n    <hot>\nfinally:\n    <old int> += 1', '<name object>.a = <int>', '<old int> += <name object>.a', '<name object>.a += 1',
  '<old value> = <name object>.b', '<old int> += <call>', '<old value> = <call>', '<old value> = <value>', '<old value> = <old float>', '<old tuple> = <int>, <old float>', '<old int>, <old float> = <old tuple>', 'del <old value>', '<old bool> = <int> < <int> < <int>', '<old int> += <old float> is <old value>', '<old value> = <old int> or <old float>', '<old bool> = not <old bool>',
  '<old int> = <lambda>(<old int>)', '<old int> += sum(<intcomp>)', '<old int> = int(<old float>)', '<old float> = float(<old int>)', '<old int> = min(<old int>, <int>)', '<old value> = isinstance(<old value>, int)', 'with Quiet():\n    <hot>', '<old int> += <int> in <ints>', '<old int> = abs(<old int>)', '<old value> = [<old int>, <old float>]', '<old value> = f"{<old int>}{<old float>}"',
  '<name class>.kept += 1', '<old int> += <name class>.kept', 'match <old int> % 4:\n    case 0:\n        <hot>\n    case 1 | 2:\n        <hot>\n    case _:\n        <hot>', '<old int> += <old int> is None', '<old object> = Thing(<int>)', '<old ints> = [<int>, <int>, <int>]', '<old ints> = <bounded ints>', '<old list> = [<old float>, <old int>, <str>]', '<old value> = <old list>[<old int> % 3]',
  '<old int> += <old value> == <old int>', '<old value> = <old value> + 1', '<old value> = <old int> ** 2 % 91', '<old int> -= <old int> & 3', '<old int> |= 1', '<old int> = ~<old int>', '<old float> = -<old float>', '<old float> = <old float> % 3', '<old float> **= 0.5', '<old value> = <old float> ** 2', '<old int> = round(<old float>)', '<old value> = <old float> == <old int>',
]

/** What happens once. */
export const turns = [
  'if <counter> == <turn>:\n    <old int> = <value>', 'if <counter> == <turn>:\n    <old float> = <value>', 'if <counter> == <turn>:\n    <old ints> = <value>', 'if <counter> == <turn>:\n    <old value> = <value>', 'if <counter> == <turn>:\n    <old int> = 2 ** <times> * 10 ** 15', 'if <counter> == <turn>:\n    <old int> = <float>', 'if <counter> == <turn>:\n    del <old int>', 'if <counter> == <turn>:\n    raise <error>',
  'if <counter> == <turn>:\n    <name class>.kept = <value>', 'if <counter> == <turn>:\n    del <name object>.a', 'if <counter> == <turn>:\n    <name object>.b = <value>', 'if <counter> == <turn>:\n    <name class>.method = <lambda>', 'if <counter> == <turn>:\n    break', 'if <counter> == <turn>:\n    show(sorted(locals()))', 'if <counter> == <turn>:\n    globals()[<outer int>] = <value>', 'if <counter> == <turn>:\n    sys._getframe().f_locals[<quoted int>] = <value>',
  'if <counter> > <turn>:\n    <old int> = <bounded value>', 'if <counter> % <turn> == 0:\n    show(<old int>, <old float>)', 'if <counter> == <turn>:\n    return <value>', 'if <counter> == <turn>:\n    <old str> = <value>', 'if <counter> == <turn>:\n    <old object> = <value>', 'if <counter> == <turn>:\n    <old tuple> = <value>', 'if <counter> == <turn>:\n    sys.settrace(None)', 'if <counter> == <turn>:\n    <old object>.__class__ = <class>',
  'if <counter> == <turn>:\n    show(sys._getframe().f_lineno, list(sys._getframe().f_locals.items())[:4])', 'if <counter> == <turn>:\n    exec("<own int> = 1")',
]

export const locals = [
  'global <outer int>',
  '<new int> = <int>', '<new int> = 0', '<new float> = <float>', '<new float> = 0.5', '<new ints> = [<int>, <int>, <small>]', '<new str> = <str>', '<new dict> = {}', '<new object> = Thing(<int>, <str>)', '<new value> = <value>', '<new bool> = <bool>', '<new tuple> = <int>, <float>',
  '<new list> = [<int>, <str>, <float>]',
]

/** Small functions that are called there: `@` is the name. */
export const helpers = [
  'def @(a, b=<small>):\n    return a * <small> + b', 'def @(a, b=1):\n    if a > <small>:\n        return a - b\n    return a + b', 'def @(a, b=2):\n    if a % <small> == 4:\n        raise <error>\n    return a // b', 'def @(a, b=0):\n    return a + sys._getframe(1).f_lineno % 2',
  'def @(a, b=0):\n    x = a\n    for k in range(3):\n        x += k * b\n    return x', 'def @(a, b=3):\n    a = int(a)\n    if a % 9 <= 1:\n        return b\n    return @(a % 9 - 1, b) + @(a % 9 - 2, 1)', 'def @(a, b=None):\n    try:\n        return a[0]\n    except TypeError:\n        return a if b is None else b',
  'def @(a, *rest):\n    return a + len(rest)', 'def @(a, b=1, *, c=<int>):\n    return a - c if b else float(a)', 'def @(a, b=0.5):\n    return a * b', 'def @(a, b=1):\n    def inner(c=2):\n        return a + b * c\n    a += 1\n    return inner()', 'def @(a, b=1):\n    return [a, b][a % 2]',
  'def @(a, b="s"):\n    return len(f"{a}{b}"[:3])', 'def @(a, b=1):\n    return sum(n * b for n in (a, 1, 2))', 'def @(a, b=1):\n    global <outer int>\n    <@g> = a\n    return b', 'def @(a, b=1):\n    del b\n    if a == <int>:\n        return b\n    return a', 'def @(a, b=2):\n    a, b = b, a\n    return a - b',
  'def @(a, b=1):\n    while a > 50:\n        a //= 2\n        if a == b:\n            break\n    else:\n        a += 1\n    return a', 'def @(a, b=1):\n    match a:\n        case int() if a > b:\n            return a - 1\n        case float() | str():\n            return 0\n        case [x, *_]:\n            return x\n    return b', '@functools.cache\ndef @(a, b=1):\n    return a + b',
  'def @(a, b=1):\n    x = y = float(a)\n    return x is y and x * b', 'def @(a, b=1):\n    return a < b < 5 or a', 'def @(a, b=1):\n    with Quiet():\n        return a // b\n    return 0', 'def @(a, b=1):\n    try:\n        return a\n    finally:\n        b += 1\n        if a == 3:\n            return b',
].map((text) => text.replace('<outer int>', '<outer int as g>'))

/** How they are called. */
export const helped = [
  '<old int> = @(<old int>, <int>)', '<old int> += @(<int>)', '<old value> = @(<old value>)', 'try:\n    <old int> = @(<old value>, <old float>)\nexcept Exception as <new error as e>:\n    <old int> += 1', '<old int> = @(a=<int>)', '<old int> = @(*[<old int>, <int>])', '<old float> = @(<old float>)', '<old int> ^= @(<old int>, b=<int>)',
  'try:\n    <old int> += @(<old int>)\nexcept ValueError:\n    continue', '<old value> = @(<old float>, <old int>)', '<old value> = [@(n) for n in <bounded ints>]',
]

/** Members of a class whose instances work there. */
export const members = [
  'def step(self, n=1):\n    self.v = (self.v + n) % 1009\n    return self', '@property\ndef twice(self):\n    return self.v * 2', 'def __add__(self, other):\n    return type(self)((self.v + getattr(other, "v", other)) % 9973)\n__radd__ = __add__', 'def __iadd__(self, other):\n    self.v += 1\n    return self',
  'def __getitem__(self, k):\n    if k > 40:\n        raise IndexError(k)\n    return self.v + k', 'def __len__(self):\n    return self.w % 5', 'def __lt__(self, other):\n    return self.v < getattr(other, "v", 7)', 'def __eq__(self, other):\n    return isinstance(other, type(self)) and self.v == other.v\n__hash__ = None',
  'def __iter__(self):\n    yield self.v\n    yield self.w', 'def __call__(self, n):\n    return n + self.w', 'def __bool__(self):\n    return self.v % 2 == 0', 'def __getattr__(self, name):\n    if name == "gone":\n        return 1\n    raise AttributeError(name)', 'w = 3', '__slots__ = ("v", "w")', 'def __contains__(self, n):\n    return n % 3 == self.v % 3',
  '@staticmethod\ndef fixed(n):\n    return n + 1', '@classmethod\ndef make(cls, n):\n    return cls(n, 2)', 'def __rsub__(self, other):\n    return other', 'def __mul__(self, other):\n    return NotImplemented', 'def __neg__(self):\n    return -self.v', 'def __setattr__(self, name, value):\n    object.__setattr__(self, name, value)',
]

/** What is done with one: `$`. */
export const worked = [
  '$.step(<int>)', '<old int> += $.v', '$.v = <int>', '$.w += 1', '<old int> += $.twice', '$ = $ + <int>', '$ = <int> + $', '$ += 1', '<old int> += $[<int> % 43]', '<old int> += len($)', 'if $ < <int>:\n    <hot>', '<old int> += $ == $', '<old ints> = list($)', '<old int> = $(<old int>)', 'if $:\n    <hot>', '<old int> += $.gone', '<old int> += <int> in $',
  '<old int> = $.fixed(<int>)', '$ = $.make(<int>)', '<old value> = <int> - $', '<old value> = $ * 2', '<old int> += -$', '<old value> = $.step', '<old value> = getattr($, "v", None)', '$.v, $.w = $.w, $.v', 'for <new int> in $:\n    <hot>', '<old value> = $.nothing', '$ = Thing(<int>)', 'type($).w = <int>', '<old int> += $.v is $.w',
]

export const hot: Readonly<Record<string, readonly string[]>> = { hot: steps, turn: turns }
