// The callable that functools.lru_cache makes. The cache is a dict whose order is that of last use.
import { PyMethod } from '../../data/callables.ts'
import { newDict, type PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { asInt, narrowStr, newInt, None, smallInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, isCallable } from '../../protocols/call.ts'
import { countedCall } from '../../protocols/native-depth.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { keywordKey } from '../../protocols/odd-keyword.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { dictAttribute } from '../../types/dict-attribute.ts'

/** Stands between positional and keyword arguments in a key. */
class KeywordMark extends PyObject {}
const mark = new KeywordMark()
defineType('functools._KeywordMark', { doc: 'Separates keyword arguments.', instance: KeywordMark })

class LruCache extends PyObject {
  readonly func: Value
  /** Infinity: no limit; 0: no cache. */
  readonly limit: number
  readonly typed: boolean
  readonly infoType: Value
  readonly cache: PyDict = newDict()
  hits = 0
  misses = 0
  constructor(func: Value, limit: number, typed: boolean, infoType: Value) {
    super()
    this.func = func
    this.limit = limit
    this.typed = typed
    this.infoType = infoType
  }
  override traverse(visit: Visit): void {
    visit(this.func)
    visit(this.infoType)
    visit(this.cache)
  }
}

function keyOf(self: LruCache, args: readonly Value[], names: KeywordNames | undefined): Value {
  const first = args[0]
  if (args.length === 1 && names === undefined && !self.typed && (typeof first === 'string' || typeof first === 'number')) return first
  const named = names?.length ?? 0
  const given = args.length - named
  const parts = args.slice(0, given)
  if (named > 0) parts.push(mark)
  names?.forEach((name, i) => parts.push(keywordKey(name), args[given + i] as Value))
  if (self.typed) for (const arg of args) parts.push(typeOf(arg))
  return newTuple(parts)
}

function callCached(self: LruCache, args: Value[], names: KeywordNames | undefined, py: Thread): Value {
  if (self.limit === 0) {
    self.misses++
    return call(self.func, args, py, names)
  }
  const { cache } = self
  const key = keyOf(self, args, names !== undefined && names.length === 0 ? undefined : names)
  // A tuple is hashed once: its items may be asked in Python.
  const hash = typeof key === 'object' ? py.keys.hash(key) : undefined
  const place = cache.find(key, py.keys, hash)
  if (place >= 0) {
    self.hits++
    const found = cache.values[place] as Value
    if (self.limit !== Infinity) cache.move(place, true, py.keys)
    return found
  }
  self.misses++
  const result = call(self.func, args, py, names)
  // The call may have filled the same key.
  if (self.limit !== Infinity && cache.find(key, py.keys, hash) >= 0) return result
  if (cache.size >= self.limit) cache.deleteAt(cache.firstPlace(), py.keys)
  cache.set(key, result, py.keys, hash)
  return result
}

const method = methods<LruCache>()

export const lruCacheWrapper: PyType = defineType(
  'functools._lru_cache_wrapper(user_function: object, maxsize: object, typed: bool, cache_info_type: object)',
  {
    errorName: 'lru_cache',
    byFormat: true,
    doc: 'A callable that remembers its results.',
    instance: LruCache,
    hasDict: true,
    hasWeakrefs: true,
    text: null,
    new(cls, func, maxsize, typed, infoType, py) {
      if (!isCallable(func)) raise(PyTypeError, 'the first argument must be callable')
      let limit = Infinity
      if (maxsize !== None) {
        if (asInt(maxsize) === undefined && typeOf(maxsize).slots.index === undefined) {
          raise(PyTypeError, 'maxsize should be integer or None')
        }
        limit = Math.max(size(maxsize, py), 0)
      }
      return withClass(new LruCache(func, limit, typed, infoType), cls)
    },
    slots: {
      call: countedCall(callCached),
      descrGet: (self: LruCache, instance) => (instance === undefined || instance === None ? self : new PyMethod(self, instance)),
    },
    methods: () => [
      method('cache_info(self, /)', 'Answer the statistics.', (self, py) => {
        const limit = self.limit === Infinity ? None : newInt(self.limit)
        return call(self.infoType, [newInt(self.hits), newInt(self.misses), limit, smallInt(self.cache.size)], py)
      }),
      method('cache_clear(self, /)', 'Forget all results and statistics.', (self) => {
        self.hits = self.misses = 0
        self.cache.clear()
      }),
      method('__reduce__(self, /)', 'Help pickle.', (self, py) => getAttr(self, narrowStr('__qualname__'), py)),
      method('__copy__(self, /, *args)', 'Answer the callable itself.', (self) => self, { text: null }),
      method('__deepcopy__(self, /, *args)', 'Answer the callable itself.', (self) => self, { text: null }),
    ],
    attributes: () => ({ __dict__: dictAttribute as never }),
  },
)
