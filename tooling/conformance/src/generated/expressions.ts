// Templates of expressions, by the kind they are meant to give.

export const atoms: Readonly<Record<string, readonly string[]>> = {
  int: ['0', '1', '2', '3', '7', '10', '255', '-1', '-5', '1000', '2147483647', '-2147483648', '4294967296', '9007199254740991', '10 ** 18', '0x7fff_ffff'],
  float: ['0.0', '1.0', '0.5', '-2.5', '1e100', '3.75', '-0.0', '1e-7', '123456.789', '2.0', 'math.inf'],
  bool: ['True', 'False'],
  none: ['None', '...', '2j', 'NotImplemented', 'range(3)', 'int', 'frozenset((1, 2))', 'slice(1, 2)', 'bytearray(b"xy")', 'memoryview(b"xyz")'],
  str: ["''", "'a'", "'abc'", "'a,b,c'", "'Été'", "'x y'", "'12'", "'%s'", "'{}'", "'\\n'", "'\\U0001f40d'", "'aaa'", "'3.5'"],
  bytes: ["b''", "b'a'", "b'abc'", "b'\\xff\\x00'", "b'1,2'"],
  ints: ['[]', '[1, 2, 3]', '[5, 3, 9, 1]', '[0]', '[-1, 7]', '[2, 2, 2, 2]', '[10 ** 20, 1]'],
  list: ['[]', "[1, 'a', None]", '[1.5, 2]', "['x', 'y']", '[[1], [2, 3]]', '[(1, 2), (3, 4)]', '[True, b"q", 3]', '[0, 0.0, False]'],
  tuple: ['()', '(1,)', "(1, 'b')", '(1, 2, 3)', '(None, True)', '(1, (2, 3))'],
  dict: ['{}', "{'a': 1}", "{'a': 1, 'b': 2, 'c': 3}", "{1: 'x', 2: 'y'}", '{(1, 2): 3}', "{None: 0, 'k': [1]}"],
  set: ['set()', '{1, 2, 3}', "{'a'}", '{0, 5, 9}', 'frozenset({1, 2})'],
  value: ['None', '1', "'a'", '2.5', '(1, 2)', '[3]', "b'z'", 'True'],
  object: ['Thing()', "Thing(2, 'c')", 'Thing(b=None)'],
  class: ['Thing', 'int', 'str', 'ValueError', 'Mistake'],
  error: ["ValueError('v')", 'KeyError(1)', "Mistake('m', code=4)", "Other('o', 2)", 'ZeroDivisionError()', 'StopIteration(5)'],
  function: ['len', 'abs', 'str', '(lambda *a, **k: (a, sorted(k)))', 'sorted', 'max'],
}

export const bounds: Readonly<Record<string, readonly string[]>> = {
  int: ['@ % 1000003', '@ & 0xffff_ffff', '@ % -977', '@ // 2 ** 40 or 3', 'min(@, 10 ** 25)', '@ if -10 ** 30 < @ < 10 ** 30 else 1'],
  float: ['@', '@', 'min(@, 1e300)', '@ / 3', '@ % 97.0'],
  str: ['@[:20]', '@[-12:]', '@[::2][:16]'],
  bytes: ['@[:12]', 'bytes(@[:9])'],
  ints: ['@[:8]', '@[-6:]'],
  list: ['@[:6]', '[*@[:5]]'],
  tuple: ['@[:4]', 'tuple(@[:5])'],
  dict: ['dict(list(@.items())[:5])', '{key: @[key] for key in list(@)[:4]}'],
  set: ['set(sorted(@)[:6])', '{*sorted(@)[:5]}'],
}

const condition = [
  '<int> < <int>', '<int> <= <int> < <int>', '<int> == <int> != <int>', 'not <value>', '<bool> and <bool>', '<bool> or <value>', '<int> in <ints>',
  '<str> in <str>', '<value> is None', '<value> is not None', 'isinstance(<value>, (int, str))', '<float> > <int>', '<str> < <str>', '<str> not in <dict>',
  '<int> % 2 == 0', 'bool(<list>)', '<int> & 1', 'callable(<value>)', '<tuple> == <tuple>', '<set> <= <set>', '<bool> ^ <bool>', '<float> == <float>',
  'any(<ints>)', 'all(x for x in <list>)', 'hasattr(<object>, <named attribute>)', '<value> == <value>', '<str>.startswith(<str>)', '<object> == <value>',
  'not <bool> and <int> > <small>', '<int> > <int> or <bool> and <int> < <small>', '<bytes> < <bytes>', '<list> < <list>', '<float> < <int> < <float>',
]

export const expressions: Readonly<Record<string, readonly string[]>> = {
  int: [
    '<int> + <int>', '<int> - <int>', '<int> * <small>', '<int> + <int> * <small> - <int>', '<int> // <int>', '<int> % <int>', '<int> & <int>', '<int> | <int>',
    '<int> ^ <int>', '<int> << <tiny>', '<int> >> <small>', '-<int>', '~<int>', '+<int>', 'abs(<int>)', 'len(<list>)', 'len(<str>)', 'int(<float>)',
    '<int> if <bool> else <int>', 'sum(<ints>)', 'max(<int>, <int>)', 'min(<ints>, default=<int>)', '<str>.count(<str>)', '<ints>[<index>]', '<small> ** <tiny>',
    'divmod(<int>, <int>)[<tiny> % 2]', 'pow(<int>, <small>, 97)', 'round(<float>)', '<int>.bit_length()', '<str>.find(<str>)', 'hash(<str>) % 101',
    '<dict>.get(<str>, <int>)', '<bytes>[<index>]', 'int(<str>)', 'ord(<str>[:1])', 'len({<int>, <int>, <int>})', '(<int> | 0) * (<int> | 0) % 1009', '<bool> + <int>',
    'sum(<genexp>)', 'len(<listcomp>)', '<int> and <int> or <int>', '<call>', '(lambda n, k=<small>: n * k - <int>)(<int>)', '<object>.a', '<int> << <int> % 40',
    'int(<bool>) - <bool>', '<int> % <small> + <int> // <small>', 'int.from_bytes(<bytes>)', 'functools.reduce(lambda p, q: (p + q) % 97, <ints>, <int>)',
    'math.gcd(<int>, <int>)', '<ints>.index(<int>)', '<tuple>[<index>]', '(<int> + <small>) * (<int> % 7)', '-<int> // <small>', '-<int> % <small>',
  ],
  float: [
    '<float> + <float>', '<float> * (<int> % 1000)', '<int> / <int>', '<float> - <int>', '<float> // <float>', '<float> % <int>', '-<float>', 'float(<int>)', 'abs(<float>)',
    '<float> ** 2', '<int> ** -1', '<float> if <bool> else <int>', 'sum(<ints>) / len(<ints>)', 'round(<float>, <tiny>)', 'float(<str>)', 'max(<float>, <int>)',
    'math.sqrt(<float>)', '<float> / <float>', '<int> * 0.5 + <float>', 'math.floor(<float>) + 0.25', '<float> - <float> * <small>', '<int> % <float>',
    'math.fsum(<ints>)', 'math.hypot(<float>, <int>)', '<call>',
  ],
  bool: condition,
  str: [
    '<str> + <str>', '<str> * <tiny>', 'str(<value>)', 'repr(<value>)', '<str>[<index>:<index>]', '<str>[<index>]', '<str>.upper()', '<str>.replace(<str>, <str>)',
    "','.join(map(str, <list>))", "'%s-%r' % (<value>, <value>)", "'%05d|%-4s|%x' % (<int>, <str>, <int>)", '<fstring>', '<fstring>', '<str>.strip()', '<str>.join(<str>)',
    "'{}/{:>6}'.format(<value>, <int>)", "'{0!r:<8}{0}'.format(<str>)", 'format(<int>, <spec>)', '<str> if <bool> else <str>', 'type(<value>).__name__', 'chr(<int> % 1000 + 32)',
    '<str>[::-1]', '<str>.title()', '<str>.center(<small>)', '<str>.partition(<str>)[0]', 'max(<str>, <str>)', '<str> or <str>', '<call>', 'ascii(<str>)', '<bytes>.decode()',
    "<str>.translate({97: 'A', 98: None})", 'hex(<int>)', '<str>.zfill(<small>)', 'format(<float>, <spec>)', "'{:{}}'.format(<str>, <small>)", '<object>.b',
  ],
  fstring: [
    "f'{<int>}'", "f'{<value>!r:>12}'", "f'{<int>:>{<small>}}|{<str>:<6}'", "f'{<float>:.2f} {<int>:+d}'", "f'{<int>:,}{<int>:x}'", "f'{(<value>)=}'", "f'{<float>:e}'",
    "f'{{{<str>}}}' f'{<int>:08b}'", "f'a{<str>!s:^9}b{<value>!a}'", "f'{<float>:{<spec>}}'", "f'{(<dict>)}'", "f'{<int>:{<str>}}'", "f'{f\"{<int>}\" + <str>}'", "f'{<bool>:>7}'",
    "f'{(lambda n: n + 1)(<int>)}'", "rf'\\d{<int>}'", "f'{<bytes>!r}{<tuple>}'",
  ],
  spec: ["''", "'d'", "'5'", "'>8'", "'x'", "'.3f'", "'e'", "'+,'", "'08.2f'", "'^9'", "'_b'", "'%'", "'*<6'", "'g'", "'c'", "'s'"],
  bytes: [
    '<bytes> + <bytes>', '<bytes> * <tiny>', '<str>.encode()', '<bytes>[<index>:<index>]', 'bytes(<int> % 5)', 'bytes(x & 255 for x in <ints>)', 'bytes(<ints>)', "b'%d' % <int>",
    '<bytes>.upper()', '<bytes>.replace(<bytes>, <bytes>)', 'bytes([<int>])', "<bytes>.join([<bytes>, <bytes>])", '<bytes> or <bytes>',
  ],
  ints: [
    '[<int>, <int>]', '<ints> + <ints>', '<ints>[<index>:<index>]', 'sorted(<ints>)', 'list(range(<small>))', 'list(range(<int> % 9, <int> % 30, <small>))', '<intcomp>', '<intcomp>',
    '[*<ints>, <int>]', '<ints> * <tiny>', 'list(map(abs, <ints>))', '<ints>[::-1]', 'list(reversed(<ints>))', 'sorted(<ints>, key=lambda n: n % 5)', '[len(s) for s in <str>]',
    'list(filter(None, <ints>))', '<ints> if <bool> else <ints>', 'list(<bytes>)', '[a * b % 101 for a, b in zip(<ints>, <ints>)]', '[*range(<small>)]',
  ],
  list: [
    '[<value>, <value>]', '<list> + <list>', '<list> + <ints>', '<listcomp>', '<listcomp>', 'list(<str>)', '[*<tuple>, *<list>]', 'list(<dict>.items())', '<list>[<index>:]', '<str>.split(<str>)',
    'list(zip(<ints>, <str>))', 'list(enumerate(<str>, <small>))', 'sorted(<list>)', '[<value>] * <tiny>', 'list(map(<function>, <list>))', 'sorted(<dict>, key=str)', '<list> or <ints>',
    'list(<genexp>)', 'list(<generator>)', '[x for pair in <list> for x in (pair, <int>)]', 'sorted(<list>, key=repr, reverse=<bool>)',
  ],
  tuple: [
    '(<value>, <value>)', '<tuple> + <tuple>', 'tuple(<list>)', '<tuple>[<index>:]', '(*<ints>, <value>)', '<tuple> * <tiny>', 'divmod(<int>, <int>)', '<str>.partition(<str>)',
    '(<int>, <str>, <float>)', 'tuple(<genexp>)', '<value>, <value>', '<tuple> or <tuple>', '(<int> < <int>, <int> + <int>)', 'next(iter(<dict>.items()), (0, 0))',
  ],
  dict: [
    '{<str>: <value>, <int>: <value>}', '{**<dict>, <str>: <int>}', '<dictcomp>', '<dictcomp>', '<dict> | <dict>', 'dict(zip(<str>, <ints>))', 'dict(a=<value>, b=<int>)', 'dict(<dict>, z=<int>)',
    'dict.fromkeys(<str>, <int>)', '<dict> or {<int>: <str>}', 'dict(<list>)', '{key: value for key, value in <dict>.items() if value}', 'dict(enumerate(<str>))', '<dict>.copy()',
  ],
  set: [
    '{<int>, <int>}', '<set> | <set>', '<set> & <set>', '<set> - <set>', '<set> ^ <set>', 'set(<ints>)', 'set(<str>)', '{n % 5 for n in <ints>}', '{*<ints>, <int>}', '<set>.union(<ints>)',
    '{s for s in <str> if s not in <str>}', 'set(map(str, <ints>))',
  ],
  value: [
    '<int>', '<float>', '<str>', '<bool>', '<list>', '<tuple>', '<dict>', '<bytes>', '<none>', '<ints>', '<set>', '<value> if <bool> else <value>', '<value> or <value>', '<value> and <value>',
    '<mixed>', '<mixed>', '<call>', '<call>', '<call>', '<operation>', '<operation>', '<object>', '<list>[<index>]', '<dict>[<str>]', '<dict>[<value>]', 'getattr(<object>, <named attribute>, <value>)',
    '<int>, <str>', '<lambda>(<value>)', '<dict>.get(<value>)', 'next(iter(<list>), <value>)', '<dict>.pop(<str>, <value>)', 'max(<list>, default=None)', '<generator> and <int>', 'type(<value>)',
    'eval(<code>)', '<object>.<attribute>', '<tuple>[<index>]', 'sum(<list>)', '<str> % <value>',
  ],
  mixed: [
    '<int> + <str>', '<str> + <int>', '<list> + <tuple>', '<str> % <tuple>', '<int> < <str>', '<float> + <bool>', '<ints> * <float>', '<bytes> + <str>', '<dict> + <dict>', '<set> + <set>', '-<str>',
    '<tuple> < <list>', '<str>[<str>]', '<int>[<int>]', '<int>(<int>)', '<dict> | <list>', '<int> / <int>', '<value> + <value>', '<value> * <small>', '<tiny> * <value>', '<value> - <value>', '<value> < <value>', '<value> @ <value>',
    '<value>[<value>]', 'len(<value>)', 'int(<value>)', '<none>.missing', '<value> in <value>', 'iter(<value>)', '<value>.upper()', '[*<value>]', '{**<value>}', 'abs(<value>)', 'sorted(<value>)', '<str>.<attribute>',
    '<int>.nothing', '<list>[<float>]', '<list>[<int>]', 'round(<str>)', '{<list>: 1}', 'range(<float>)', 'next(<list>)', '<str>.join(<ints>)', 'math.sqrt(-<float>)', '<value> >> <value>', '<float> // 0', '<int> % 0',
  ],
  operations: [
    '<object> + <value>', '<value> + <object>', '<object> - <int>', '<int> - <object>', '<object> * <object>', '<object> < <object>', '<object> == <object>', '<object>[<int>]', '<object>(<value>)', 'len(<object>)',
    '-<object>', '<int> in <object>', 'bool(<object>)', 'list(<object>)', 'str(<object>)', '<object>.size', '<object>.method(<int>)', '<object>.static(<int>)', '<object>.made(<int>)', 'abs(<object>)',
    '<object> | <int>', '<object> // <int>', 'f"{<object>:>5}"', 'hash(<object>) and 1', '<object>.nothing', 'int(<object>)', '<object> @ <int>', '[*<object>]', 'type(<object>).__mro__[1:3]', '<object> >= <int>',
    'divmod(<object>, <int>)', '<object>[<int>:<int>]', 'isinstance(<object>, <class>)', 'sorted(vars(<object>))', '<object>.<attribute>', '<class>.kept', '<object> ** <tiny>', 'next(iter(<object>))',
    '<class>(<value>)', '<class>(<int>, <str>)', '<class>.made(<int>)', '<class>.method(<object>, <int>)', 'super(<class>, <object>).method(<int>)', 'issubclass(<class>, <class>)', '<class>.__name__', '<class>.nothing',
  ],
  own: ['self.a', 'self.b', 'self.size', 'len(vars(self))', 'super().method(<int>)', 'type(self).kept', 'self.missing', 'self._size', 'super().a', '__class__.__name__', 'type(self).__mro__[1].__name__', 'getattr(self, <named attribute>, <int>)'],
  object: ['<class>()', '<class>(<int>)', '<class>(<int>, <str>)', '<object>', '<object> + <int>', '<object>.made(<int>)'],
  none: ['print()', '[].append(<int>)', 'None'],
  function: ['<lambda>', '<lambda>', 'functools.partial(<function>, <value>)', '<object>.method', '<str>.replace', 'functools.partial(lambda a, b=2: (a, b), b=<int>)'],
  attribute: ['a', 'b', 'size', 'kept', 'name', 'count'],
  code: ["'1 + 2'", "'len(str(7))'", "'1 +'", "'[n for n in range(3)]'", "'missing'", "'(lambda: 1 / 0)()'", "'__name__'"],
  exception: ['ValueError', 'TypeError', 'KeyError', 'ZeroDivisionError', 'AttributeError', 'IndexError', 'NameError', 'LookupError', 'ArithmeticError', 'Exception', 'Mistake', 'Other', '(TypeError, ValueError)', '(KeyError, IndexError, AttributeError)'],
  error: ['ValueError(<value>)', 'KeyError(<str>)', 'Mistake(<value>, code=<int>)', 'Other(<int>, <str>)', "TypeError('wrong')", 'IndexError(<int>, <int>)', 'ZeroDivisionError(<str>)', 'RuntimeError', 'Exception(<list>)', 'LookupError()', 'OSError(<int> % 40, <str>)'],
  group: [
    "ExceptionGroup('g', [<error>, <error>])", "ExceptionGroup(<str>, [ValueError(<int>), KeyError(<str>)])", "ExceptionGroup('outer', [TypeError(1), ExceptionGroup('inner', [ValueError(2), <error>])])",
    "ExceptionGroup('one', [ZeroDivisionError(<int>)])",
  ],
  walrus: ['<new int> := <int>', '<new value> := <value>', '<old int> := <int>', '<new str> := <str>'],
  'in generator': ['yield <value>', 'yield', 'yield from <ints>', '<new value> := <value>', '<new value> := (yield <int>)'],
  'in driven': ['yield <value>', 'yield', 'yield from <driven>', '<new value> := (yield <int>)'],
  'in coroutine': ['await <coroutine>', 'await pause(<value>)', '<new value> := <value>', '[x async for x in <stream>]', '[await <coroutine> for _ in range(<tiny>)]', 'await pause(<int>) + <int>'],
  'in stream': ['await pause(<value>)', 'yield <value>', '<new value> := await <coroutine>'],
  // Where one exception would be the end of a loop that runs long.
  'hot int': [
    '<int> + <int>', '<int> - <small>', '<int> * <small>', '<int> & 255', '<int> % 7', '<int> // 3', '<int> >> 1', '-<int>', '<int> ^ <int>', 'len(<ints>)', '<int> if <bool> else <int>', 'abs(<int>)', 'min(<int>, <int>)', '<object>.a', 'Thing.kept', 'int(<bool>)', 'len(<str>)', '<counter>',
    '<counter> * <small>', '<counter> % 5', '<int> | <tiny>', '(<int>, <int>)[<counter> % 2]', '<counter> - <int>', 'max(<counter>, <int>)', '(lambda n: n + <counter>)(<int>)', 'divmod(<int>, 7)[1]', '<int> << <tiny>', '~<int>', 'sum(<ints>)', '(<int> | 0) * (<int> | 0) % 8191', 'round(<float> % 5)', '<bool> + <int>', '2 ** (<counter> % 70)',
  ],
  'hot float': ['<float> + <float>', '<float> * 0.5', '<float> - <int>', '<int> / 2', '<float> / <small>', 'float(<int>)', 'abs(<float>)', '<float> if <bool> else <float>', '<float> % 10', '<counter> * 0.25', '<counter> / 3', '-<float>', '<int> + 0.5', 'math.sqrt(<counter>)', '<float> // 2'],
  'hot str': ['<str>[:5]', '<str>[:5] + "x"', 'str(<int>)[-4:]', '<str> if <bool> else <str>', '<str>.upper()', '"abcdef"[<counter> % 6]', 'f"{<int>}"[:4]', 'chr(97 + <counter> % 26)'],
  'hot ints': ['[<int>, <int>, <small>]', '[<int>, <int>, <int>, <int>]', '<ints>[::-1]', '<ints>[:2] + [<int>]', '[<counter>, <int>]', '[n + 1 for n in <ints>]', 'list(range(<counter> % 5))'],
  'hot bool': ['<int> < <int>', '<int> == <int>', '<int> % 3 == 0', '<float> > <int>', 'not <bool>', '<int> < <int> < <int>', '<bool> and <bool>', '<int> in <ints>', '<counter> > <int>', '<counter> & 1', '<value> is None', '<str> < <str>', '<float> == <float>', '<int> != <counter>', '<bool> or <int> > 3'],
  'hot value': ['<int>', '<float>', '<str>', 'None', '<bool>', '(<int>, <int>)', '<int>', '<float>', '<ints>', '<object>', '<int> or <float>'],
}
