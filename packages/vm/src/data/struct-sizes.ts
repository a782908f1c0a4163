// The C structures behind instances, as CPython 3.13 has them on 64-bit machines: what `__basicsize__` and its like tell, and
// from which `__sizeof__` and `sys.getsizeof` reckon.
import { isStaticType, type PyType, TypeFlags } from './type.ts'

/** Bytes of an instance, and of each of its items; offsets of its dict and weak references, 0 for none. */
export interface Struct {
  readonly basic: number
  readonly item: number
  /** Has it a header for the collector? */
  readonly collected: boolean
  readonly dict: number
  readonly weakrefs: number
}

/** Offsets of what lies before the structure. */
const MANAGED_DICT = -1
const MANAGED_WEAKREFS = -32

/** basic, item, collected, dict, weakrefs: the classes that have it, unless it is their base's. */
const table = `
16 0 - 0 0: object
24 0 - 0 0: float select.epoll stderrprinter
24 0 gc 0 0: FrameLocalsProxy _asyncio.FutureIter _io._BytesIOBuffer _pickle.PicklerMemoProxy _pickle.UnpicklerMemoProxy
  _thread._ThreadHandle async_generator_wrapped_value cell coroutine_wrapper dict_items dict_keys dict_values
  generic_alias_iterator mappingproxy
24 0 gc 16 0: ast.AST types.SimpleNamespace
24 4 - 0 0: int
24 8 gc 0 0: tuple
32 0 - 0 0: _sha3.sha3_224 _sha3.sha3_256 _sha3.sha3_384 _sha3.sha3_512 _sha3.shake_128 _sha3.shake_256 complex
  datetime.date datetime.timezone
32 0 gc 0 0: _asyncio.TaskStepMethWrapper _md5.md5 _multibytecodec.MultibyteCodec _sha2.SHA224Type _sha2.SHA256Type
  _sha2.SHA384Type _sha2.SHA512Type anext_awaitable bytearray_iterator bytes_iterator callable_iterator
  collections._tuplegetter decimal.ContextManager filter functools.KeyWrapper iterator itertools._grouper
  itertools.chain itertools.compress itertools.filterfalse itertools.repeat itertools.starmap list_iterator
  list_reverseiterator map method-wrapper reversed str_ascii_iterator str_iterator tuple_iterator types.UnionType
32 0 gc 16 24: _io._IOBase
32 0 gc 24 0: classmethod staticmethod
32 8 gc 0 0: datetime.IsoCalendarDate os.statvfs_result sys.flags
33 1 - 0 0: bytes
40 0 - 0 0: datetime.time datetime.timedelta longrange_iterator range_iterator
40 0 gc 0 0: _io.IncrementalNewlineDecoder _sha1.sha1 array.arrayiterator async_generator_asend async_generator_athrow
  itertools.batched itertools.count itertools.dropwhile itertools.pairwise itertools.takewhile list
  operator.attrgetter slice super traceback unicodedata.UCD
40 0 gc 0 24: _thread.lock
40 8 gc 0 0: time.struct_time
40 16 gc 0 0: _sre.SRE_Template
48 0 - 0 0: datetime.datetime formatteriterator range select.poll
48 0 gc 0 0: _contextvars.Token _csv.Dialect _multibytecodec.MultibyteIncrementalEncoder dict getset_descriptor
  itertools.cycle itertools.product member_descriptor memory_iterator operator.itemgetter set_iterator zip
48 0 gc 0 32: _contextvars.Context itertools._tee method
48 0 gc 0 40: _thread.RLock
48 0 gc 32 40: _io.BufferedRWPair
48 0 gc 40 32: _io.FileIO
56 0 - 0 0: bytearray fieldnameiterator
56 0 gc 0 0: _multibytecodec.MultibyteIncrementalDecoder _multibytecodec.MultibyteStreamWriter _socket.socket
  classmethod_descriptor collections._deque_iterator collections._deque_reverse_iterator collections.defaultdict
  dict_itemiterator dict_keyiterator dict_reverseitemiterator dict_reversekeyiterator dict_reversevalueiterator
  dict_valueiterator enumerate itertools.accumulate itertools.combinations itertools.combinations_with_replacement
  itertools.islice itertools.zip_longest method_descriptor typing.TypeAliasType wrapper_descriptor
56 0 gc 0 32: _thread._local
56 0 gc 0 40: builtin_function_or_method
56 0 gc 0 48: _struct.Struct
56 0 gc 16 40: module
64 0 - 0 0: EncodingMap _tokenize.TokenizerIter str
64 0 gc 0 0: PyCapsule _contextvars.ContextVar _json.Scanner _multibytecodec.MultibyteStreamReader itertools.permutations
  odict_iterator operator.methodcaller property weakref.CallableProxyType weakref.ProxyType weakref.ReferenceType
64 0 gc 0 40: builtin_method types.GenericAlias
64 0 gc 0 48: array.array
64 0 gc 40 48: _io.BytesIO functools.partial
72 0 - 0 0: posix.DirEntry
72 0 gc 0 0: _csv.writer itertools.groupby
72 0 gc 0 64: _queue.SimpleQueue
72 0 gc 16 0: BaseException
80 0 gc 0 0: _json.Encoder pyexpat.xmlparser
80 0 gc 16 0: NameError StopIteration SystemExit
88 0 gc 0 0: _csv.reader
88 0 gc 16 0: AttributeError BaseExceptionGroup
88 8 gc 0 0: re.Match
96 0 gc 0 0: decimal.Context
96 4 gc 0 64: re.Pattern
96 8 gc 0 0: os.stat_result
104 0 gc 0 0: decimal.Decimal
104 0 gc 0 96: pickle.PickleBuffer
104 0 gc 16 0: ImportError
112 0 - 0 0: _bz2.BZ2Compressor
112 0 gc 0 0: _struct.unpack_iterator
112 0 gc 16 0: OSError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
112 0 gc 96 104: collections.OrderedDict
120 0 - 0 0: posix.ScandirIterator
136 0 gc 16 0: SyntaxError
136 8 gc 0 0: frame
144 0 gc 0 0: _pickle.Pickler
144 0 gc 88 96: function
144 8 gc 0 16: async_generator coroutine generator
144 8 gc 0 136: memoryview
152 0 - 0 0: _bz2.BZ2Decompressor
152 0 gc 136 144: _io.BufferedRandom _io.BufferedReader _io.BufferedWriter functools._lru_cache_wrapper
168 0 - 0 0: zlib.Compress zlib.Decompress
168 0 gc 144 152: _io.StringIO
184 0 - 0 0: zlib._ZlibDecompressor
200 0 gc 0 192: frozenset set
200 0 gc 184 176: _io.TextIOWrapper
200 2 - 0 144: code
216 0 gc 0 208: collections.deque
232 0 - 0 0: _blake2.blake2s
248 0 gc 0 0: _sre.SRE_Scanner
264 0 gc 0 0: _pickle.Unpickler
440 0 - 0 0: _blake2.blake2b
496 0 gc 0 0: itertools._tee_dataobject
928 40 gc 264 368: type
2520 0 - 0 0: _random.Random`

const structs = new Map<string, Struct>()

function readTable(): void {
  for (const line of table.trim().split(/\n(?! )/)) {
    const [numbers, names] = line.split(': ') as [string, string]
    const [basic, item, collected, dict, weakrefs] = numbers.split(' ')
    const struct = { basic: Number(basic), item: Number(item), collected: collected === 'gc', dict: Number(dict), weakrefs: Number(weakrefs) }
    for (const name of names.split(/\s+/)) structs.set(name, struct)
  }
}

/** Is the class itself an object that the collector knows? */
export function isHeapType(type: PyType): boolean {
  return (type.flags & TypeFlags.HEAPTYPE) !== 0 || !isStaticType(type)
}

/** The structure of a class's instances. */
export function structOf(type: PyType): Struct {
  if (structs.size === 0) readTable()
  const { base } = type
  if ((type.flags & TypeFlags.HEAPTYPE) === 0) {
    const own = structs.get(type.module === 'builtins' ? type.name : `${type.module}.${type.qualname}`)
    return own ?? structOf(base as PyType)
  }
  const inherited = structOf(base as PyType)
  return {
    basic: inherited.basic + 8 * (type.memberCount - (base as PyType).memberCount),
    item: inherited.item,
    collected: true,
    dict: inherited.dict !== 0 ? inherited.dict : type.hasDict ? MANAGED_DICT : 0,
    weakrefs: inherited.weakrefs !== 0 ? inherited.weakrefs : type.hasWeakrefs ? MANAGED_WEAKREFS : 0,
  }
}

/** What `__flags__` tells of it: HAVE_GC, MANAGED_DICT, MANAGED_WEAKREF, and INLINE_VALUES where attributes come right behind. */
export function structFlags(type: PyType): number {
  const { basic, collected, dict, weakrefs } = structOf(type)
  const managed = dict === MANAGED_DICT
  return (collected ? 1 << 14 : 0) | (managed ? 1 << 4 : 0) | (weakrefs === MANAGED_WEAKREFS ? 1 << 3 : 0) | (managed && basic === 16 ? 1 << 2 : 0)
}

/** Bytes before the structure of an instance. */
export function headerSize({ collected, dict, weakrefs }: Struct): number {
  return (collected ? 16 : 0) + (dict === MANAGED_DICT || weakrefs === MANAGED_WEAKREFS ? 16 : 0)
}
