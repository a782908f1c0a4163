// collections.OrderedDict: a dict whose order can be changed, and counts in comparisons.
import { PyDict } from '../../data/dict.ts'
import { emptyTuple, newTuple, PyTuple } from '../../data/sequences.ts'
import { Compare, type KeywordNames } from '../../data/slots.ts'
import { type PyType, typeOf } from '../../data/type.ts'
import { narrowStr, newInt, None, NotImplemented, newStr, type Value } from '../../data/values.ts'
import { BuiltinDefinition, classMethod, methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { KeyError, RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { forEach, iterate, toArray } from '../../protocols/iterate.ts'
import { keywordKey } from '../../protocols/odd-keyword.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { contains, getItem, setItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { dictAttribute } from '../../types/dict-attribute.ts'
import { dictRepr, dictType, equalDicts } from '../../types/dict/index.ts'
import {
  PyOrderedDict, PyOrderedItems, PyOrderedKeyIterator, PyOrderedKeys, PyOrderedValues,
} from './ordered-views.ts'

const isPlain = (self: PyDict): boolean => self.type === orderedDict

/** `self[key] = value`: as the subclass does it. */
function store(self: PyDict, key: Value, value: Value, py: Thread): void {
  if (isPlain(self)) self.set(key, value, py.keys)
  else setItem(self, key, value, py)
}

/** MutableMapping.update. */
function update(self: PyDict, args: readonly Value[], names: KeywordNames | undefined, name: string, py: Thread): void {
  const named = names?.length ?? 0
  const given = args.length - named
  if (given > 1) raise(PyTypeError, `${name}() takes at most 1 positional argument (${given} given)`)
  if (given === 1) addAll(self, args[0] as Value, py)
  names?.forEach((key, i) => store(self, keywordKey(key), args[given + i] as Value, py))
}

function addAll(self: PyDict, other: Value, py: Thread): void {
  if (other instanceof PyDict && other.type === PyDict.prototype.type) {
    for (const pair of toArray(callMethod(other, 'items', [], py), py)) {
      const [key, value] = (pair as ReturnType<typeof newTuple>).items
      store(self, key as Value, value as Value, py)
    }
    return
  }
  const keys = getAttrOrUndefined(other, narrowStr('keys'), py)
  if (keys !== undefined) {
    for (const key of toArray(call(keys, [], py), py)) store(self, key, getItem(other, key, py), py)
    return
  }
  forEach(other, py, (pair) => {
    const items = toArray(pair, py)
    if (items.length < 2) raise(ValueError, `need more than ${items.length} value${items.length === 1 ? '' : 's'} to unpack`)
    if (items.length > 2) raise(ValueError, 'too many values to unpack (expected 2)')
    store(self, items[0] as Value, items[1] as Value, py)
  })
}

/** Comparing keys may run Python code, which may change either. */
function sameOrder(self: PyOrderedDict, other: PyOrderedDict, py: Thread): boolean {
  const [mine, theirs] = [self, other].map((dict) => dict.keys.filter((key): key is Value => key !== undefined)) as [Value[], Value[]]
  if (mine.length !== theirs.length) return false
  const versions = [self.version, other.version]
  for (let i = 0; i < mine.length; i++) {
    const alike = equal(mine[i] as Value, theirs[i] as Value, py)
    if (self.version !== versions[0] || other.version !== versions[1]) raise(RuntimeError, 'OrderedDict mutated during iteration')
    if (!alike) return false
  }
  return true
}

function compareOrdered(self: PyOrderedDict, other: Value, op: Compare, py: Thread): Value {
  if (!(other instanceof PyDict) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
  const alike = equalDicts(self, other, py) && (!(other instanceof PyOrderedDict) || sameOrder(self, other, py))
  return alike === (op === Compare.EQ)
}

function copy(self: PyOrderedDict, py: Thread): Value {
  const made = isPlain(self) ? new PyOrderedDict() : call(typeOf(self), [], py)
  self.keys.slice().forEach((key) => {
    if (key !== undefined) store(made as PyDict, key, isPlain(self) ? (self.get(key, py.keys) as Value) : getItem(self, key, py), py)
  })
  return made
}

function popItem(self: PyOrderedDict, last: boolean, py: Thread): Value {
  const place = last ? self.lastPlace() : self.firstPlace()
  if (place < 0) return raiseWith(KeyError, narrowStr('dictionary is empty'))
  const key = self.keys[place] as Value
  return newTuple([key, self.deleteAt(place, py.keys)])
}

/** KeyError as `PyErr_SetObject` makes it: a tuple gives all its arguments. */
const raiseKey = (key: Value): never => raiseWith(KeyError, ...(key instanceof PyTuple ? key.items : [key]))

function pop(self: PyOrderedDict, key: Value, fallback: Value | undefined, py: Thread): Value {
  return self.delete(key, py.keys) ?? fallback ?? raiseKey(key)
}

function unite(left: Value, right: Value, py: Thread): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented
  const type = left instanceof PyOrderedDict ? typeOf(left) : typeOf(right)
  const made = call(type, [left], py)
  update(made as PyDict, [right], undefined, 'update', py)
  return made
}

const rawUpdate = new BuiltinDefinition(
  'update(self, /, *args, **kwargs)',
  'Add the items of a mapping or of an iterable of pairs, then the keyword arguments.',
  (() => undefined) as never,
  'method',
  { text: null, varargs: true },
)
Object.defineProperty(rawUpdate, 'invoke', {
  value: (self: Value | undefined, args: Value[], names: KeywordNames | undefined, py: Thread): Value => {
    update(self as PyDict, args, names, 'update', py)
    return None
  },
})

const method = methods<PyOrderedDict>()

export const orderedDict: PyType = defineType('collections.OrderedDict(*args, **kwargs)', {
  doc: 'A dict whose order can be changed, and counts in comparisons.',
  instance: PyOrderedDict,
  base: dictType,
  subclassable: true,
  hasDict: true,
  hasWeakrefs: true,
  text: null,
  repeats: ['setitem'],
  allocate: (type) => withClass(new PyOrderedDict(), type),
  initRaw(self: PyOrderedDict, args, names, py) {
    const given = args.length - (names?.length ?? 0)
    if (given > 1) raise(PyTypeError, `expected at most 1 arguments, got ${given}`)
    update(self, args, names, 'OrderedDict', py)
  },
  slots: {
    repr(self: PyOrderedDict, py) {
      const { name } = typeOf(self)
      if (self.size === 0) return newStr(`${name}()`)
      return guardRepr(self, '...', py, () => {
        if (isPlain(self)) return `${name}(${dictRepr(self, py)})`
        const pairs = toArray(callMethod(self, 'items', [], py), py).map((pair) => {
          const [key, value] = toArray(pair, py)
          return `${reprText(key as Value, py)}: ${reprText(value as Value, py)}`
        })
        return `${name}({${pairs.join(', ')}})`
      })
    },
    richcompare: compareOrdered,
    iter: (self: PyOrderedDict) => new PyOrderedKeyIterator(self, false),
    or: unite,
    inplaceOr(left, right, py) {
      update(left as PyDict, [right], undefined, 'update', py)
      return left
    },
  },
  methods: () => [
    classMethod('fromkeys(cls, iterable: object, value: object = None)', 'Make an ordered dict with keys from an iterable.', (cls, iterable, value, py) => {
      const made = call(cls, [], py)
      forEach(iterable, py, (key) => setItem(made, key, value, py))
      return made
    }),
    method(
      'setdefault(self, key: object, default: object = None)',
      'Answer the value under key, having put default there if it is missing.',
      (self, key, fallback, py) => {
        if (!isPlain(self)) {
          if (contains(self, key, py)) return getItem(self, key, py)
          setItem(self, key, fallback, py)
          return fallback
        }
        const found = self.get(key, py.keys)
        if (found === undefined) self.set(key, fallback, py.keys)
        return found ?? fallback
      },
    ),
    method('pop(self, key: object, default: object = <unrepresentable>)', 'Remove key and answer its value; default, or KeyError, when it is missing.', pop),
    method('popitem(self, last: bool = True)', 'Remove the newest item (the oldest, if last is false) and answer it as a pair.', popItem),
    method('keys(self, /)', 'Answer a live view of the keys.', (self) => new PyOrderedKeys(self)),
    method('values(self, /)', 'Answer a live view of the values.', (self) => new PyOrderedValues(self)),
    method('items(self, /)', 'Answer a live view of the (key, value) pairs.', (self) => new PyOrderedItems(self)),
    rawUpdate,
    method('clear(self, /)', 'Remove all items.', (self) => self.clear()),
    method('copy(self, /)', 'Answer a shallow copy.', copy),
    method('__reversed__(self, /)', 'Iterate over the keys from the newest to the oldest.', (self) => new PyOrderedKeyIterator(self, true)),
    method('move_to_end(self, key: object, last: bool = True)', 'Move an item to the end (to the front, if last is false).', (self, key, last, py) => {
      const place = self.find(key, py.keys)
      if (place < 0) raiseKey(key)
      self.move(place, last, py.keys)
    }),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const state = callMethod(self, '__getstate__', [], py)
      return newTuple([typeOf(self), emptyTuple, state, None, iterate(callMethod(self, 'items', [], py), py)])
    }),
    method('__sizeof__(self, /)', 'Answer the size in memory, in bytes.', (self, py) => {
      const base = callMethod(dictType, '__sizeof__', [self], py)
      // A node for each entry, and a place for each slot of the table.
      let slots = 8
      while (Math.floor((slots * 2) / 3) < self.room) slots *= 2
      return newInt((base as unknown as number) + 32 * self.size + 8 * slots)
    }),
  ],
  attributes: () => ({ __dict__: dictAttribute as never }),
  constants: () => ({ __hash__: None }),
})
