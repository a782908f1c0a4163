// Templates of statements, by where they may stand.

const assignments = [
  '<new int> = <bounded int>', '<old int> = <bounded int>', '<old int> = <bounded int>', '<new float> = <bounded float>', '<old float> = <bounded float>', '<new str> = <bounded str>', '<old str> = <bounded str>',
  '<new bytes> = <bounded bytes>', '<new ints> = <bounded ints>', '<old ints> = <bounded ints>', '<new list> = <bounded list>', '<old list> = <bounded list>', '<new tuple> = <bounded tuple>', '<new dict> = <bounded dict>',
  '<old dict> = <bounded dict>', '<new set> = <bounded set>', '<new bool> = <bool>', '<new value> = <bounded value>', '<old value> = <bounded value>', '<new object> = <object>', '<old object> = <object>', '<new function> = <function>',
  '<new int>, <new str> = <int>, <str>', '<new int>, *<new list> = <ints>', '*<new list>, <new value> = <list>', '(<new value>, [<new value>, *<new list>]) = <value>, <list>', '<new int>: int = <int>', '<old int>, <old int> = <old int>, <old int>',
  '<new value> = <new value> = <bounded value>', '<new int>, <new int> = divmod(<int>, <int>)', '[<new value>, <new value>] = <tuple>', '<old int> = <old float> = <int>', '<new value>, <new value> = <value>', '<old int> = <value>',
]

const changes = [
  '<old int> += <int>', '<old int> -= <int>', '<old int> *= <small>', '<old int> //= <int>', '<old int> %= <int>', '<old int> &= <int>', '<old int> |= <int>', '<old int> ^= <small>', '<old int> <<= <tiny>', '<old int> >>= <small>',
  '<old float> += <int>', '<old float> *= <float>', '<old float> /= <int>', '<old float> -= <float>', '<old float> **= <tiny>', '<old int> /= <int>', '<old str> += <str>[:3]', '<old str> *= <int> % 3', '<old bytes> += <bytes>[:2]',
  '<old ints>.append(<int>)', '<old ints> += [<int>]', '<old ints>.extend(<ints>[:3])', '<old ints>.insert(<index>, <int>)', '<old ints>.pop()', '<old ints>.remove(<int>)', '<old ints>.sort()', '<old ints>.reverse()', '<old ints>[<index>] = <int>',
  '<old ints>[<index>:<index>] = <ints>[:3]', 'del <old ints>[<index>]', 'del <old ints>[<index>:<index>]', '<old ints>[<index>] += <int>', '<old list>[<index>] = <int>', '<old list>.append(<int>)', '<old list>[::2] = <ints>[:2]', '<old tuple> += (<int>,)',
  '<old dict>[<str>] = <int>', '<old dict>[<int>] = <str>', '<old dict>[<str>] += <int>', 'del <old dict>[<str>]', '<old dict>.pop(<str>)', '<old dict>.update(a=<int>)', '<old dict>.setdefault(<str>, <int>)', '<old dict> |= {<str>: <int>}',
  '<old set>.add(<int>)', '<old set>.discard(<int>)', '<old set> |= {<int>}', '<old set> -= {<int>}', '<old set>.remove(<int>)', '<old tuple>[0] = <int>', '<old str>[0] = <str>', '<old int>.x = <int>', '<old int> += <str>', '<old str> += <int>',
  '<name object>.a = <bounded int>', '<name object>.b = <bounded str>', '<name object>.size = <int>', '<name object>.<attribute> = <bounded value>', 'del <name object>.<attribute>', '<name object>.a += <int>', '<name object>.nothing.a = <int>',
  '<old object> += <int>', '<old object> -= <value>', '<name object>[<int>] = <int>', 'del <name object>[<int>]', 'setattr(<object>, <named attribute>, <int>)', 'delattr(<object>, <named attribute>)', '<name class>.kept = <bounded int>', '<name class>.<attribute> = <int>',
  '<name class>.method = <lambda>', 'del <name class>.kept', '<name object>.__class__ = <class>', '<name class>.__add__ = lambda self, other: (<int>, other)', '<name object>.kept = <name object>.kept + <int>',
]

const shows = [
  'show(<int>)', 'show(<value>, <value>)', 'show(<str>)', 'show(<list>, <tuple>)', 'show(<dict>)', 'show(<float>, <int>)', 'show(<value>)', 'show(<mixed>)', 'show(<call>)', 'show(<call>)', 'show(<call>, <int>)', 'show(<operation>)', 'show(<operation>)',
  'show(<fstring>)', 'show(<bool>, <bool>)', 'print(<str>, <int>, sep=<str>)', "print(<fstring>, end='|\\n')", 'show(*<list>)', 'show(<name int>, <name str>, <name float>)', 'show(<own float> is <own float>)', 'show(<listcomp>)', 'show(<dictcomp>)',
  'show(sorted(<set>))', 'show(<set>)', 'show(<bytes>)', 'show(vars(<object>))', 'show(\n    <int>,\n    <mixed>,\n)', 'show(<int> +\n    <mixed>)',
]

const others = ['assert <bool>, <str>', 'assert <value>', 'pass', 'del <old int>', 'del <old value>, <old str>', 'raise <error>', '<value>', '<operation>', 'import math', 'from math import floor', 'exec(<code>)', '<call>', 'raise <class>', 'show(<lambda>(<int>))']

const compound = [
  'if <bool>:\n    <block>', 'if <bool>:\n    <block>\nelse:\n    <block>', 'if <bool>:\n    <block>\nelif <bool>:\n    <block>\nelse:\n    <block>', 'if (<new int as i> := <int>) > <small>:\n    show(<@i>)\n    <block>', 'if not <value>:\n    <block>',
  'for <new int> in range(<times>):\n    <loop>', 'for <new int> in range(<times>):\n    <loop>\nelse:\n    <block>', 'for <new value> in <bounded list>:\n    <loop 5>', 'for <new int>, <new str> in enumerate(<bounded str>):\n    <loop 8>', 'for <new int> in <bounded ints>:\n    <loop 7>\nelse:\n    <block>',
  'for <new value>, *<new list> in <bounded list>:\n    <loop 5>', 'for <new value>, <new value> in <bounded dict>.items():\n    <loop 4>', 'for <new value> in <generator>:\n    <loop 8>', 'for <new int> in range(<many>):\n    <loop>', 'for <new int> in reversed(range(<times>)):\n    <loop>',
  '<hidden as i> = 0\nwhile <@i> < <times>:\n    <@i> += 1\n    <loop>', '<hidden as i> = <times>\nwhile <@i>:\n    <@i> -= 1\n    <loop>\nelse:\n    <block>', '<hidden as i> = 0\nwhile True:\n    <@i> += 1\n    if <@i> > <times>:\n        break\n    <loop>', '<hidden as i> = 0\nwhile (<@i> := <@i> + 1) < <times> and <bool>:\n    <loop>',
  'match <value>:\n    <cases>', 'match <int>, <value>:\n    <cases>', 'match <object>:\n    <cases>', 'match <dict>:\n    <cases>', 'match <list>:\n    <cases>', 'match <str>:\n    <cases>',
]

const trying = [
  'try:\n    <block>\nexcept <exception> as <new error as e>:\n    report(<@e>)', 'try:\n    <block>\nexcept <exception> as <new error as e>:\n    report(<@e>)', 'try:\n    <block>\nexcept <exception>:\n    <block>', 'try:\n    <block>\nexcept Exception as <new error as e>:\n    report(<@e>)\n    <block>',
  'try:\n    <block>\nexcept <exception>:\n    <block>\nexcept <exception> as <new error as e>:\n    report(<@e>)\nelse:\n    <block>', 'try:\n    <block>\nexcept <exception> as <new error as e>:\n    <@e>.add_note(<str>)\n    raise', 'try:\n    <block>\nexcept Exception as <new error as e>:\n    raise <error> from <@e>',
  'try:\n    <block>\nexcept <exception>:\n    raise <error> from None', 'try:\n    <block>\nexcept Exception as <new error as e>:\n    <@e>.add_note(<fstring>)\n    report(<@e>)\nelse:\n    <block>', 'try:\n    raise <error>\nexcept <exception> as <new error as e>:\n    report(<@e>)\n    <block>',
  'try:\n    <block>\nexcept* <exception> as <new error as e>:\n    report(<@e>)', 'try:\n    raise <group>\nexcept* ValueError as <new error as e>:\n    report(<@e>)\nexcept* (KeyError, TypeError) as <new error as f>:\n    report(<@f>)\n    <old int> += 1', 'try:\n    raise <group>\nexcept* <exception> as <new error as e>:\n    show(<@e>.exceptions)\nelse:\n    <block>',
  'try:\n    <block>\nexcept Exception as <new error as e>:\n    try:\n        <block>\n    except Exception as <new error as f>:\n        report(<@f>)\n    report(<@e>)', 'with contextlib.suppress(<exception>):\n    <block>',
]

/** Where a generator is not left for good. */
const guarded = [
  'try:\n    <guarded>\nfinally:\n    <guarded>', 'try:\n    <guarded>\nexcept <exception> as <new error as e>:\n    report(<@e>)\nfinally:\n    <guarded>', 'with Manager(<str>, <bool>):\n    <guarded>', 'with Manager(<str>) as <new str>, Manager(<int>, <bool>) as <new value>:\n    <guarded>', 'with <object> as <new object>:\n    <guarded>',
  'with (\n    Manager(<str>, True) as <new str>,\n    Manager(<mixed>),\n):\n    <guarded>', 'try:\n    try:\n        <guarded>\n    finally:\n        raise <error>\nexcept Exception as <new error as e>:\n    report(<@e>)', 'with contextlib.ExitStack() as <hidden as s>:\n    <@s>.enter_context(Manager(<str>, <bool>))\n    <guarded>',
  'try:\n    <guarded>\nexcept:\n    show(sys.exc_info()[0].__name__)\n    <guarded>', 'try:\n    <guarded>\nexcept Exception:\n    traceback.print_exc()',
]

const ends = ['return <value>', 'return <int>', 'return', 'return <call>', 'return <mixed>', 'return <value>, <value>', 'if <bool>:\n    return <value>']

const frames = [
  'show(sorted(locals()))', 'show(sys._getframe().f_lineno, sys._getframe().f_code.co_name)', 'show(sys._getframe(1).f_lineno)', 'sys._getframe().f_locals[<quoted int>] = <int>', 'show(sys._getframe().f_locals.get(<quoted int>))', "exec('<own int> = 5')", "show(eval('<own int>'))",
  'show(list(sys._getframe().f_locals.items())[:3])', 'del <old int>\nshow(<name int>)', 'show(locals().get(<quoted value>))', '<hidden as x> = locals()\n<new int> = <int>\nshow(sorted(<@x>))', 'show(sys._getframe(1).f_code.co_name, sys._getframe().f_lasti)', 'sys._getframe().f_locals["extra"] = <int>\nshow(locals()["extra"])',
  'show(sys._getframe().f_code.co_varnames[:4])', 'show("<name int>" in globals())', '<hidden as x> = <name int>\nshow(<@x>, <shadow int>)', '<shadow int> = <int>', 'try:\n    <shadow int> += 1\nexcept UnboundLocalError as <new error as e>:\n    report(<@e>)',
]

const nested = [
  '<function>\nshow(<call>)', '<function>', 'def <new function as f>(k=<int>):\n    <body value k:int>\nshow(<@f>(), <@f>(<int>))', '<new function as f> = <lambda>\nshow(<@f>(<int>))', '<new list as l> = [lambda: <int> for <hidden> in range(3)]\nshow([f() for f in <@l>])',
  '<generator function>\nshow(list(<generator>))', '<hidden as f> = (<genexp>)\nshow(next(<@f>, None), list(<@f>))',
]

const loop = ['break', 'continue', 'if <bool>:\n    break', 'if <bool>:\n    continue', 'if <bool>:\n    <block>\n    break', 'if <int> > <int>:\n    continue', 'try:\n    <block>\nfinally:\n    continue', 'try:\n    <block>\nfinally:\n    if <bool>:\n        break']

const calm = [
  ...assignments.filter((text) => !text.includes('object') && !text.includes('value')), 'self.a = <bounded int>', 'self.b = <str>', 'self.size = <bounded int>', 'self.a += <int>', 'show(self.a)', 'show(<int>, <str>)', 'del self.b', 'if <bool>:\n    <block>', 'if <int> > <int>:\n    <block>\nelse:\n    <block>',
  'raise <error>', 'self.<attribute> = <int>', 'show(__class__.__name__)', 'for <new int> in range(<times>):\n    <loop>', 'self.__private = <int>', 'show(self.__private)', 'if self.a:\n    <block>', '<shadow int> = <int>', 'self.kept += <int>', 'show(super().kept)', 'assert isinstance(self.a, int), self.b', 'match self.a:\n    <cases>',
]

const yielding = [
  'yield <value>', 'yield <int>', '<new value> = yield <value>', '<old int> = yield', 'yield from <bounded list>', 'show((yield <int>))', 'yield from <generator>', '<new value> = yield from <generator>', 'for <new int> in range(<times>):\n    yield <int>\n    <loop>',
  'try:\n    yield <value>\nexcept <exception> as <new error as e>:\n    report(<@e>)', 'yield <int>, <value>',
]

export const statements: Readonly<Record<string, readonly string[]>> = {
  anywhere: [...assignments, ...changes, ...shows, ...shows, ...others],
  compound: [...compound, ...trying, ...guarded, ...trying, ...nested],
  module: ['<old int> = <bounded int>', '<new int> = <bounded int>', "globals()[<quoted int>] = <int>", 'del <old int>', 'show(<call>)', 'show(<call>)', 'show(<call>)', 'show(<operation>)', 'show(<operation>)', "show(__name__)", '<own int>: str'],
  function: [...frames, ...ends, ...nested],
  generator: ['return', ...frames],
  driven: ['return <value>', ...guarded],
  coroutine: [
    'show(await <coroutine>)', '<new value> = await <coroutine>', 'async for <new value> in <stream>:\n    <loop 6>', 'async with Manager(<str>, <bool>) as <new str>:\n    <guarded>', 'await asyncio.sleep(0)', 'show([x async for x in <stream>])', 'show({x: 1 async for x in <stream> if x})', 'try:\n    await <coroutine>\nexcept Exception as <new error as e>:\n    report(<@e>)',
    'show(await asyncio.gather(<coroutine>, asyncio.sleep(0, <value>), return_exceptions=True))', 'show(await anext(<stream>, None))', 'async for <new value> in <stream>:\n    <loop 4>\nelse:\n    <block>', 'await pause(<int>)',
  ],
  stream: ['return', 'await pause(<int>)', 'await asyncio.sleep(0)', '<new value> = await <coroutine>', 'async for <new value> in <stream>:\n    yield <value>'],
  'yielding generator': yielding,
  'yielding driven': [
    ...yielding, 'yield from <driven>', 'try:\n    yield <value>\nexcept GeneratorExit:\n    show("leaves")\n    raise', 'try:\n    yield <int>\nexcept BaseException as <new error as e>:\n    report(<@e>)', 'try:\n    yield <value>\nfinally:\n    yield <int>', 'try:\n    yield <value>\nfinally:\n    show(<int>)\n    return <int>',
  ],
  'yielding stream': ['yield <value>', 'yield <int>', '<new value> = yield <value>', 'for <new int> in range(<times>):\n    yield <int>\n    <loop>', 'try:\n    yield <value>\nexcept <exception> as <new error as e>:\n    report(<@e>)'],
  loop,
  calm,
  'calm loop': ['break', 'continue', 'if <bool>:\n    break'],
}
