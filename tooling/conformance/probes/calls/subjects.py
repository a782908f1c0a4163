"""What is called: groups of subjects, each with the texts that a row about it begins with.

A subject is `(name, form, parameters)`: the form is a row in which `ARGUMENTS` stands for arguments.
"""

import importlib

import pool

receivers = {
    "int": ["0", "5", "-7", "2**70", "SubInt(3)", "OddInt(3)"],
    "bool": ["True", "False"],
    "float": ["0.0", "2.5", "-1e300", "float('nan')", "float('inf')", "SubFloat(1.5)"],
    "complex": ["1-2j", "0j", "SubComplex(1j)"],
    "str": ["''", "'a,b,,c'", "' x\\ty \\n'", "'ABC abc'", "'{} {x!r:>4}'", "'%s %d'", "'İßé'", "'\\ud800'", "SubStr('ab')", "'12'"],
    "bytes": ["b''", "b'a,b,,c'", "b' x\\ty \\n'", "b'%s %d'", "b'\\xff\\xfe'", "SubBytes(b'ab')"],
    "bytearray": ["bytearray()", "bytearray(b'a,b,,c')", "SubBytearray(b'ab')"],
    "memoryview": ["memoryview(b'abcd')", "memoryview(bytearray(b'abcd'))", "memoryview(b'abcdefgh').cast('H')",
        "memoryview(b'abcd')[::-2]", "memoryview(b'abcdef').cast('B', (2, 3))"],
    "list": ["[]", "[3, 1, 2]", "['b', 'a', None]", "SubList([1])", "OddList([1, 2, 3])"],
    "tuple": ["()", "(1, 'a', None)", "SubTuple((1, 2))"],
    "dict": ["{}", "{'a': 1, 2: 'b'}", "SubDict(a=1)", "OddDict(a=1)"],
    "set": ["set()", "{1, 2}", "SubSet({1})"],
    "frozenset": ["frozenset()", "frozenset({1, 2})", "SubFrozenset({1})"],
    "range": ["range(0)", "range(1, 9, 3)", "range(5, -5, -2)", "range(2**70, 2**70 + 3)"],
    "slice": ["slice(None)", "slice(1, -1, 2)", "slice('a', None)"],
    "dict_keys": ["{'a': 1, 2: 'b'}.keys()", "{}.keys()"],
    "dict_items": ["{'a': 1, 2: 'b'}.items()"],
    "dict_values": ["{'a': 1, 2: 'b'}.values()"],
    "dict_keyiterator": ["iter({'a': 1, 2: 'b'})"],
    "list_iterator": ["iter([1, 2, 3])"],
    "tuple_iterator": ["iter((1, 2, 3))"],
    "str_iterator": ["iter('aé')"],
    "bytes_iterator": ["iter(b'ab')"],
    "bytearray_iterator": ["iter(bytearray(b'ab'))"],
    "range_iterator": ["iter(range(3))", "iter(range(2**70, 2**70 + 3))"],
    "set_iterator": ["iter({1})"],
    "reversed": ["reversed((1, 2))", "reversed([1, 2])"],
    "callable_iterator": ["iter(lambda: 1, 2)"],
    "sequence_iterator": ["iter(Sequence())"],
    "dict_reversekeyiterator": ["reversed({'a': 1, 2: 'b'})", "reversed({'a': 1}.items())", "iter({'a': 1}.values())", "iter({}.items())"],
    "memory_iterator": ["iter(memoryview(b'ab'))", "iter(array.array('i', [1, 2]))", "iter(list[int])"],
    "deque_iterator": ["iter(collections.deque([1, 2]))", "reversed(collections.deque([1, 2]))"],
    "odict_iterator": ["iter(collections.OrderedDict(a=1))", "reversed(collections.OrderedDict(a=1).items())"],
    "enumerate": ["enumerate('ab')"],
    "zip": ["zip('ab', [1])", "zip('ab', [1], strict=True)"],
    "map": ["map(str, [1, 2])"],
    "filter": ["filter(None, [0, 1])"],
    "generator": ["counting(3)", "(i for i in 'ab')"],
    "coroutine": ["sleeping()"],
    "async_generator": ["ticking()"],
    "awaitables": ["ticking().asend(None)", "ticking().aclose()", "anext(ticking(), 1)", "sleeping().__await__()"],
    "function": ["defaults", "identity", "closing()"],
    "method": ["Plain().method", "Plain.of"],
    "builtin": ["len", "[1].append", "str.join", "str.__add__", "(1).__add__", "dict.fromkeys", "int.__dict__['from_bytes']",
        "int.__dict__['real']"],
    "code": ["defaults.__code__", "closing.__code__"],
    "traceback": ["trace_of(failing).__traceback__"],
    "frame": ["trace_of(failing).__traceback__.tb_frame"],
    "cell": ["closing().__closure__[0]", "types.CellType()"],
    "property": ["property()", "property(identity, failing)", "Plain.__dict__['twice']"],
    "classmethod": ["classmethod(identity)", "classmethod(3)"],
    "staticmethod": ["staticmethod(identity)", "staticmethod(3)"],
    "super": ["super(SubInt, SubInt(3))", "super(SubInt, SubInt)", "super(int)"],
    "type": ["int", "Plain", "Made", "type", "SubList"],
    "object": ["object()", "Plain()", "Slots()"],
    "NoneType": ["None"],
    "ellipsis": ["..."],
    "NotImplementedType": ["NotImplemented"],
    "UnionType": ["int | str", "int | None | list[int]"],
    "GenericAlias": ["list[int]", "dict[str, 'x']", "tuple[()]"],
    "mappingproxy": ["types.MappingProxyType({'a': 1, 2: 'b'})"],
    "SimpleNamespace": ["types.SimpleNamespace(a=1, b=[2])"],
    "module": ["types.ModuleType('made', 'doc')"],
    "BaseException": ["ValueError('v')", "Exception()", "KeyError('k')", "Exception(1, 2)"],
    "OSError": ["OSError()", "OSError(2, 'gone')", "OSError(2, 'gone', 'file', 3, 'other')", "FileNotFoundError('f')"],
    "SyntaxError": ["SyntaxError()", "SyntaxError('m', ('f', 1, 2, 'text', 3, 4))"],
    "UnicodeError": ["UnicodeDecodeError('utf-8', b'ab', 0, 1, 'why')", "UnicodeEncodeError('utf-8', 'ab', 0, 1, 'why')",
        "UnicodeTranslateError('ab', 0, 1, 'why')"],
    "others": ["StopIteration(3)", "SystemExit(3)", "ImportError('m', name='n', path='p')", "AttributeError('m', name='n', obj=3)",
        "NameError('m', name='n')"],
    "BaseExceptionGroup": ["ExceptionGroup('g', [ValueError(1), TypeError(2)])", "BaseExceptionGroup('g', [KeyboardInterrupt()])"],
    "struct_time": ["time.gmtime(0)", "time.struct_time(range(9))"],
    "timedelta": ["datetime.timedelta(1, 2, 3)", "datetime.timedelta(-1)"],
    "date": ["datetime.date(2024, 2, 29)"],
    "datetime": ["datetime.datetime(2024, 2, 29, 12, 30, 15, 7)", "datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc)"],
    "time": ["datetime.time(12, 30)", "datetime.time(tzinfo=datetime.timezone.utc, fold=1)"],
    "timezone": ["datetime.timezone.utc", "datetime.timezone(datetime.timedelta(hours=1), 'n')"],
    "Decimal": ["decimal.Decimal('1.50')", "decimal.Decimal('NaN')", "decimal.Decimal('-Infinity')"],
    "SimpleQueue": ["_queue.SimpleQueue()"],
    "digest": ["_md5.md5(b'ab')", "_sha2.sha256()"],
    "Compress": ["zlib.compressobj()", "zlib.decompressobj()"],
    "deque": ["collections.deque([1, 2, 3], 5)", "collections.deque()"],
    "OrderedDict": ["collections.OrderedDict(a=1, b=2)"],
    "defaultdict": ["collections.defaultdict(list, a=1)", "collections.defaultdict()"],
    "array": ["array.array('i', [1, 2, 3])", "array.array('d')", "array.array('u', 'ab')", "array.array('B', b'ab')"],
    "partial": ["functools.partial(spread, 1, a=2)"],
    "lru_cache": ["functools.lru_cache(spread)"],
    "itemgetter": ["operator.itemgetter(1)", "operator.itemgetter(0, 'a')"],
    "attrgetter": ["operator.attrgetter('real')", "operator.attrgetter('a.b', 'c')"],
    "methodcaller": ["operator.methodcaller('upper')", "operator.methodcaller('split', ',', maxsplit=1)"],
    "Struct": ["struct.Struct('<ih2s')"],
    "BytesIO": ["io.BytesIO()", "io.BytesIO(b'one\\ntwo\\n')"],
    "StringIO": ["io.StringIO()", "io.StringIO('one\\ntwo\\n')"],
    "TextIOWrapper": ["io.TextIOWrapper(io.BytesIO(b'one\\r\\ntwo\\n'), 'utf-8')"],
    "BufferedReader": ["io.BufferedReader(io.BytesIO(b'one\\ntwo\\n'))"],
    "BufferedWriter": ["io.BufferedWriter(io.BytesIO())"],
    "BufferedRandom": ["io.BufferedRandom(io.BytesIO(b'one\\ntwo\\n'))"],
    "Pattern": ["re.compile('(?P<n>a)|(b)')", "re.compile(b'a+')"],
    "Match": ["re.match('(?P<n>a)(b)?', 'abc')"],
    "Scanner": ["re.compile('a').scanner('aab')"],
    "csv": ["_csv.reader(['a,b'])", "_csv.writer(io.StringIO())", "_csv.Dialect()"],
    "IOBase": ["io.IOBase()", "io.RawIOBase()", "io.BufferedIOBase()", "io.TextIOBase()"],
    "BufferedRWPair": ["io.BufferedRWPair(io.BytesIO(b'ab'), io.BytesIO())"],
    "IncrementalNewlineDecoder": ["io.IncrementalNewlineDecoder(None, True)"],
    "Random": ["random.Random(1)"],
    "ContextVar": ["contextvars.ContextVar('v')", "contextvars.ContextVar('v', default=1)"],
    "Context": ["contextvars.Context()"],
    "weakref": ["weakref.ref(Plain)", "weakref.proxy(Plain)"],
    "count": ["itertools.count(1, 2)", "itertools.repeat(1, 3)", "itertools.chain('ab', 'c')", "itertools.islice('abc', 1)",
        "itertools.tee('ab')[0]", "itertools.groupby('aab')", "itertools.cycle('ab')", "itertools.accumulate([1, 2])",
        "itertools.product('ab', [1])", "itertools.permutations('abc', 2)", "itertools.combinations('abc', 2)",
            "itertools.zip_longest('ab', [1])", "itertools.batched('abc', 2)", "itertools.pairwise('abc')",
            "itertools.starmap(spread, [(1,)])"],
    "TypeVar": ["typing.TypeVar('T')", "typing.ParamSpec('P')", "typing.TypeVarTuple('Ts')",
        "typing.TypeVar('T', int, str, covariant=True)"],
}

modules = {
    "builtins": "__build_class__ abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr "
    "dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex int isinstance "
    "issubclass iter len list locals map max memoryview min next object oct ord pow print property range repr reversed round "
    "set setattr slice sorted staticmethod str sum super tuple type vars zip BaseException Exception OSError KeyError "
    "StopIteration SystemExit ImportError AttributeError NameError SyntaxError UnicodeDecodeError UnicodeEncodeError "
    "UnicodeTranslateError ExceptionGroup BaseExceptionGroup ValueError BlockingIOError MemoryError RecursionError __import__",
    "math": None,
    "cmath": None,
    "operator": None,
    "_operator": None,
    "itertools": None,
    "functools": "partial lru_cache reduce cmp_to_key _lru_cache_wrapper",
    "collections": "deque OrderedDict defaultdict _count_elements",
    "_collections": "_tuplegetter",
    "string": "capwords",
    "_string": None,
    "struct": "pack unpack calcsize iter_unpack unpack_from Struct pack_into",
    "array": "array",
    "random": "Random",
    "re": "compile match search fullmatch split sub subn findall finditer escape",
    "json": "dumps loads",
    "_json": "encode_basestring encode_basestring_ascii scanstring",
    "binascii": None,
    "time": "strftime gmtime asctime mktime struct_time strptime",
    "unicodedata": None,
    "contextvars": "ContextVar Context Token copy_context",
    "weakref": "ref proxy getweakrefcount getweakrefs",
    "io": "BytesIO StringIO TextIOWrapper BufferedReader BufferedWriter BufferedRandom BufferedRWPair IncrementalNewlineDecoder "
    "text_encoding",
    "types": "SimpleNamespace MappingProxyType ModuleType FunctionType MethodType CellType GenericAlias CodeType TracebackType "
    "new_class prepare_class resolve_bases",
    "_statistics": None,
    "_bisect": None,
    "_heapq": None,
    "codecs": "encode decode lookup lookup_error register_error utf_8_decode utf_8_encode ascii_encode ascii_decode latin_1_encode "
    "latin_1_decode utf_16_decode utf_16_encode utf_32_decode utf_7_decode utf_7_encode escape_decode escape_encode "
    "unicode_escape_decode unicode_escape_encode raw_unicode_escape_decode raw_unicode_escape_encode charmap_decode "
    "charmap_encode charmap_build",
    "zlib": "crc32 adler32 compress decompress compressobj decompressobj",
    "marshal": "loads",
    "datetime": "date time datetime timedelta timezone",
    "_queue": "SimpleQueue",
    "_md5": "md5",
    "_sha2": "sha256",
    "_csv": "reader writer register_dialect list_dialects get_dialect Dialect",
    "_typing": None,
    "typing": "TypeVar ParamSpec TypeVarTuple TypeAliasType",
    "_thread": "allocate_lock RLock",
    "errno": None,
    "sys": "intern exc_info is_finalizing",
    "copy": "copy deepcopy",
    "decimal": "Decimal",
}
left_out = {
    "__sizeof__", "__dir__", "__doc__", "__subclasses__", "__builtins__", "__globals__", "sizeof", "getsizeof", "f_back", "f_globals",
        "f_builtins", "__weakref__", "f_locals", "co_code", "_co_code_adaptive",
    "__init_subclass__", "__subclasshook__", "__firstlineno__", "co_filename", "tb_lasti", "f_lasti", "co_linetable", "co_positions", "co_lines", "seed",
        "__text_signature__", "_dump_registry",
    "__dictoffset__", "__weakrefoffset__", "__basicsize__", "__itemsize__", "__dict__",
}


def names_of(module):
    listed = modules[module]
    if listed is not None:
        return listed.split()
    found = vars(importlib.import_module(module))
    return sorted(name for name in found if not name.startswith("__") or (module == "operator" and callable(found[name])))


def names_on(value):
    """What is looked up on a value, without what every object has the same."""
    cls = type(value)
    found = set(dir(cls)) | set(getattr(value, "__dict__", ()))
    if cls is not object:
        found -= {name for name in object.__dict__ if getattr(cls, name, None) is getattr(object, name)}
    return found - left_out


def found_on(value, name):
    try:
        return getattr(value, name)
    except Exception:
        return None


assigned = ("1", "'s'", "None", "(1, 2)", "-5", "Raises()", "ValueError('v')")


def method_subjects(group):
    """By name: forms of calls, the attribute, rows that are asked as they are."""
    values = {text: eval(text, pool.namespace()) for text in receivers[group]}
    on = {text: names_on(value) for text, value in values.items()}
    for name in sorted(set().union(*on.values())):
        texts = [text for text in values if name in on[text]]
        attributes = [found_on(values[text], name) for text in texts]
        attribute = next((found for found in attributes if callable(found) and not isinstance(found, type)), None)
        plain = [f"x = {text}; x.{name}" for text in texts]
        plain += [f"x = {texts[0]}; x.{name} = {value}" for value in assigned]
        plain.append(f"x = {texts[0]}; del x.{name}")
        yield f"{group}.{name}", [f"x = {text}; x.{name}(ARGUMENTS)" for text in texts], attribute, plain


def function_subjects(module):
    found = importlib.import_module(module)
    for name in names_of(module):
        attribute = getattr(found, name)
        where = name if module == "builtins" else f"{module}.{name}"
        yield where, [f"{where}(ARGUMENTS)"], attribute if callable(attribute) else None, [where]
