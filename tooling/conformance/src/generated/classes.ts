// Classes: bases, metaclasses, slots, special methods, descriptors.
import type { Author } from './author.ts'

const members = [
  'def __init__(self, a=<int>, b=<str>):\n    self.a = a\n    self.b = b\n    <body none self:object a:value b:value>',
  'def __init__(self, *args):\n    super().__init__(*args)\n    self.size = <int>',
  "def __repr__(self):\n    return f'{type(self).__name__}({getattr(self, \"a\", None)!r})'",
  'def __add__(self, other):\n    <body value self:object other:object>',
  'def __radd__(self, other):\n    <body value self:object other:object>',
  'def __iadd__(self, other):\n    self.a = other\n    return self',
  'def __sub__(self, other):\n    return NotImplemented',
  'def __rsub__(self, other):\n    <body int self:object other:value>',
  'def __mul__(self, other):\n    return type(self)(<int>, other)',
  'def __matmul__(self, n):\n    <body str self:object n:int>',
  'def __or__(self, other):\n    return (self.a, other)',
  'def __ror__(self, other):\n    return (other, self.a)',
  'def __floordiv__(self, other):\n    raise <error>',
  'def __divmod__(self, other):\n    <body tuple self:object other:value>',
  'def __neg__(self):\n    <body value self:object>',
  'def __abs__(self):\n    return self.missing',
  'def __lt__(self, other):\n    <body bool self:object other:object>',
  'def __ge__(self, other):\n    return NotImplemented',
  'def __eq__(self, other):\n    return type(other) is type(self) and self.a == other.a\ndef __hash__(self):\n    return hash(self.a)',
  'def __eq__(self, other):\n    <body bool self:object other:object>',
  'def __bool__(self):\n    <body bool self:object>',
  'def __len__(self):\n    <body int self:object>',
  'def __contains__(self, item):\n    <body bool self:object item:value>',
  'def __iter__(self):\n    <body generator value self:object>',
  'def __iter__(self):\n    return iter(<ints>)',
  'def __getitem__(self, key):\n    <body value self:object key:value>',
  'def __getitem__(self, key):\n    if isinstance(key, slice):\n        return key.indices(<small>)\n    return <ints>[key]',
  'def __setitem__(self, key, value):\n    self.a = (key, value)',
  'def __delitem__(self, key):\n    <body none self:object key:value>',
  'def __call__(self, *args, n=<int>):\n    <body value self:object args:tuple n:int>',
  'def __int__(self):\n    return <int>',
  'def __index__(self):\n    return <int>',
  "def __format__(self, spec):\n    return f'<{spec}|{self.a!r}>'",
  'def __getattr__(self, name):\n    if name == <named attribute>:\n        return <value>\n    raise AttributeError(name)',
  'def __getattr__(self, name):\n    if name.startswith("_"):\n        raise AttributeError(f"no {name}")\n    <body value self:object name:str>',
  'def __setattr__(self, name, value):\n    object.__setattr__(self, name, value)\n    if name == "size":\n        raise <error>',
  'def __delattr__(self, name):\n    show("deletes", name)\n    super().__delattr__(name)',
  'def __enter__(self):\n    show("in", self.a)\n    return self\ndef __exit__(self, kind, error, tb):\n    <body bool self:object kind:value>',
  'def __init_subclass__(cls, **words):\n    super().__init_subclass__()\n    show(cls.__name__, words)\n    cls.kept = <value>',
  'def __class_getitem__(cls, item):\n    return (cls.__name__, item)',
  'def __new__(cls, *args):\n    self = super().__new__(cls)\n    show("new", args)\n    return self',
  '@property\ndef size(self):\n    <body int self:object>',
  '@property\ndef size(self):\n    return self._size\n@size.setter\ndef size(self, value):\n    if not isinstance(value, int):\n        raise TypeError(f"size of {type(value).__name__}")\n    self._size = value\n@size.deleter\ndef size(self):\n    del self._size',
  '@functools.cached_property\ndef size(self):\n    show("computed")\n    return <int>',
  'def method(self, n=<int>):\n    <body value self:object n:int>',
  'def method(self, n):\n    self.a = n\n    return super().method(n) + 1',
  '@classmethod\ndef made(cls, *args):\n    return cls(*args)',
  '@staticmethod\ndef static(n):\n    <body int n:int>',
  'kept = <value>',
  'name: str = <str>',
  '__match_args__ = ("a", "b")',
  'size = Field(<value>)',
  'count = Field(<int>)',
  'for kept in range(<tiny>):\n    show(kept)',
  'if <bool>:\n    def method(self, n):\n        return (n, <int>)\nelse:\n    method = <lambda>',
  'class Inner:\n    kept = <value>',
  'made = classmethod(lambda cls, *args: (cls.__name__, args))',
  'def __missing__(self, key):\n    return key',
  'async def method(self, n=<int>):\n    return n',
]

const meta = [
  'def __call__(cls, *args, **words):\n    made = super().__call__(*args, **words)\n    show("made", cls.__name__, args)\n    return made',
  'def __new__(mcls, name, bases, space, **words):\n    space["count"] = len(space)\n    return super().__new__(mcls, name, bases, space)',
  'def __getattr__(cls, name):\n    return f"{cls.__name__}?{name}" if name == "nothing" else getattr(type(cls), name)',
  'def __prepare__(name, bases, **words):\n    return {"kept": name}\n__prepare__ = classmethod(__prepare__)',
  'def __instancecheck__(cls, other):\n    return hasattr(other, <named attribute>)',
  'def __len__(cls):\n    return <small>',
  'def __iter__(cls):\n    return iter(<str>)',
]

/** Needed by members that name them. */
export const descriptor = `class Field:
    def __init__(self, first):
        self.first = first
    def __set_name__(self, owner, name):
        self.name = name
        show(owner.__name__, name)
    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, self.first)
    def __set__(self, obj, value):
        if value is None:
            raise ValueError(f"{self.name} is None")
        obj.__dict__[self.name] = value
    def __repr__(self):
        return f"Field({self.first!r})"`

/** A class and perhaps a metaclass; its name is known from here on. */
export function defineClass(author: Author): void {
  const { choice } = author
  let words = ''
  if (choice.chance(15)) {
    const name = author.fresh('class', true)
    author.template(`class ${name}(type):`)
    author.within('    ', () => choice.some(meta, choice.between(1, 3)).forEach((member) => author.template(member)))
    words = `, metaclass=${name}`
  }
  if (choice.chance(10)) author.template(choice.one(['@functools.total_ordering', '@(lambda cls: cls)']))
  const own = author.scope.visible('class').filter((text) => text.startsWith('Class'))
  const bases = own.length > 0 && choice.chance(60) ? choice.some(own, choice.between(1, 2)).reverse().join(', ') : choice.one(['Thing', 'Thing', 'Thing', 'Mistake', 'dict', 'int', 'Thing, str', 'object', 'list', 'Thing, Manager'])
  const name = author.fresh('class', true)
  author.template(`class ${name}(${bases}${words}${choice.chance(5) ? ', mark=<int>' : ''}):`)
  author.within('    ', () => author.functionBody('class', new Map(), () => {
    if (choice.chance(8)) author.template(choice.one(["__slots__ = ('a', 'b', 'size')", "__slots__ = ()", "__slots__ = ('a', '__dict__')"]))
    choice.some(members, choice.between(2, 8)).forEach((member) => author.template(member))
  }))
  author.scope.names.set(name, 'class')
}
