// The builtin classes that list `__getattribute__` in their own namespace, as CPython's do where their table of functions
// names the general look-up again instead of inheriting it. It is the same function; only who asks `vars(int)` sees it.
import type { PyType } from '../data/type.ts'

const names =
  '_asyncio.FutureIter _asyncio.TaskStepMethWrapper _struct.Struct _struct.unpack_iterator _tokenize.TokenizerIter array.array ' +
  'array.arrayiterator builtins.BaseException builtins.bytearray builtins.bytes builtins.complex builtins.dict builtins.enumerate ' +
  'builtins.filter builtins.int builtins.list builtins.map builtins.memoryview builtins.property builtins.range builtins.reversed ' +
  'builtins.set builtins.slice builtins.tuple builtins.zip collections._deque_iterator collections._deque_reverse_iterator ' +
  'collections.defaultdict collections.deque decimal.Context decimal.ContextManager decimal.Decimal decimal.SignalDictMixin ' +
  'functools.KeyWrapper functools.partial itertools._grouper itertools._tee_dataobject itertools.accumulate itertools.batched ' +
  'itertools.chain itertools.combinations itertools.combinations_with_replacement itertools.compress itertools.count itertools.cycle ' +
  'itertools.dropwhile itertools.filterfalse itertools.groupby itertools.islice itertools.pairwise itertools.permutations ' +
  'itertools.product itertools.repeat itertools.starmap itertools.takewhile itertools.zip_longest operator.attrgetter ' +
  'operator.itemgetter operator.methodcaller'

let listed: Set<string> | undefined

export function listsLookUp(type: PyType): boolean {
  listed ??= new Set(names.split(' '))
  return listed.has(`${type.module}.${type.name}`)
}
