"""Values to call with, as texts over the names of the pool: a text makes a fresh value each time it is evaluated.

Nothing here is so large that a careful machine would have to give up, but sizes that overflow are there; who generates
rows leaves out those on which CPython itself takes long.
"""

kinds = {
    "int": "0 1 -1 2 3 7 True False 255 256 -129 2**31-1 2**31 -2**31-1 2**32 2**53+1 2**63-1 2**63 -2**63 -2**63-1 2**64 10**25".split()
    + ["SubInt(2)", "OddInt(3)", "Index(2)", "Index(-1)", "Index(2**70)", "Index('x')", "Index(True)", "Index(SubInt(2))"]
    + ["Int(4)", "Int('x')", "Trunc()"],
    "float": "0.0 -0.0 1.0 -1.5 2.5 0.1 1e16 1e300 -1e300 5e-324 float('inf') float('-inf') float('nan')".split()
    + "SubFloat(2.5) Float(1.5) Float(2) Float('x')".split()
    + ["1j", "1-2j", "0j", "complex('nan+infj')", "SubComplex(1j)", "Complex(2j)", "Complex(1)"],
    "str": ["''", "'a'", "'abc'", "'a,b,,c'", "' x\\ty \\n'", "'ABC abc'", "'12'", "'-1_0'", "' 0x1F '", "'1.5e3'", "'nan'", "'é'", "'ß'",
        "'日本'", "'\\U0001f600x'", "'\\ud800'", "'a\\0b'",
        "'%s %d'", "'{} {x}'", "'{0!r:>5}'", "'utf-8'", "'ascii'", "'strict'", "'replace'", "'nosuch'", "'__class__'", "'value'", "'i'",
            "SubStr('ab')", "OddStr('cd')", "'٣'", "'İ'"],
    "bytes": ["b''", "b'a'", "b'abc'", "b'a,b,,c'", "b'12'", "b'\\xff\\xfe'", "b'%s %d'", "bytearray(b'abc')", "bytearray()",
        "memoryview(b'abc')", "memoryview(bytearray(b'abcd'))",
        "memoryview(b'abcd')[::2]", "memoryview(b'abcd').cast('H')", "array.array('i', [1, 2])", "array.array('d', [1.5])",
            "SubBytes(b'ab')", "SubBytearray(b'cd')", "Bytes(b'x')", "Bytes('x')"],
    "iterable": ["()", "(1,)", "(1, 2)", "(1, 'a', None)", "[]", "[1]", "[3, 1, 2]", "['b', 'a']", "[1, 'a']", "[[1, 2], [3, 4]]",
        "[('a', 1), ('b', 2)]", "range(0)", "range(3)", "range(5, 0, -2)", "set()", "{1, 2}", "frozenset({1})",
        "iter([1, 2])", "counting(3)", "Sequence()", "Iter(1)", "Iter(iter([5]))", "Iter(None)", "Hint(2)", "Hint(-1)", "Hint('x')",
            "SubList([1])", "OddList([1, 2, 3])", "SubTuple((1, 2))", "SubSet({1})", "SubFrozenset({2})",
        "zip('ab', 'cd')", "map(failing, [1])", "collections.deque([1, 2], 3)", "[1.5, 2.5]", "[b'a', b'b']", "{1: 2}.items()",
            "{1: 2}.keys()", "{1: 2}.values()", "slice(1, 5, 2)", "slice(None)"],
    "mapping": ["{}", "{'a': 1}", "{1: 2, 3: 4}", "{'x': 1}", "SubDict(a=1)", "OddDict(a=1)", "Mapping()", "Keys()",
        "types.MappingProxyType({'a': 1})", "collections.OrderedDict(a=1)", "collections.Counter('aab')",
        "collections.defaultdict(list, a=1)"],
    "callable": ["len", "identity", "spread", "failing", "defaults", "str", "int", "list", "str.upper", "'a'.join", "lambda: 1",
        "operator.add", "Plain().method", "Plain.of", "functools.partial(spread, 1)", "operator.itemgetter(0)", "print"],
    "class": ["object", "type", "int", "str", "Plain", "Slots", "Made", "Exception", "(int, str)", "int | str", "list[int]", "ValueError",
        "Meta"],
    "other": ["None", "NotImplemented", "...", "object()", "Plain()", "Slots()", "Made()", "Raises()", "Operand()", "Declines()",
        "Same(True)", "Same('x')", "Same(NotImplemented)", "Hash(3)", "Hash('x')", "Hash(2**70)", "Repr('r')", "Repr(3)", "Str('s')",
        "Str(b's')",
        "Format('f')", "Format(3)", "Path('p')", "Path(3)", "Length(3)", "Length(-1)", "Length('x')", "Length(2**63)", "Bool(True)",
            "Bool(1)", "ValueError('v')", "KeyError('k')", "types.SimpleNamespace(a=1)", "io.StringIO('text')", "io.BytesIO(b'data')",
            "Ellipsis"],
}

everything = list(dict.fromkeys(text for texts in kinds.values() for text in texts))
