// dict.
import { newDict, PyDict } from '../../data/dict.ts'
import { newTuple } from '../../data/sequences.ts'
import { PySet } from '../../data/set.ts'
import { namesKept } from '../../data/shape.ts'
import { Compare } from '../../data/slots.ts'
import { structOf } from '../../data/struct-sizes.ts'
import { TypeFlags, type PyType, typeOf } from '../../data/type.ts'
import { narrowStr, newInt, newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import { BuiltinDefinition, classMethod, methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { KeyError } from '../../protocols/exceptions.ts'
import { forEach } from '../../protocols/iterate.ts'
import { raiseWith } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { missingItem, setItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../generic-alias.ts'
import { PyDictKeyIterator, PyDictReverseKeyIterator } from './iterators.ts'
import { copyDict, mergeMapping, mergePairs, updateDict } from './update.ts'
import { PyDictItems, PyDictKeys, PyDictValues } from './views.ts'

const method = methods<PyDict>()

/** `dict[key]`: a subclass's `__missing__` has a say. */
export function getDictItem(self: PyDict, key: Value, py: Thread): Value {
  const found = self.get(key, py.keys)
  return found ?? missingItem(self, key, py) ?? raiseWith(KeyError, key)
}

function compareDicts(self: PyDict, other: Value, op: Compare, py: Thread): Value {
  if (!(other instanceof PyDict) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
  return equalDicts(self, other, py) === (op === Compare.EQ)
}

export function equalDicts(self: PyDict, other: PyDict, py: Thread): boolean {
  if (self.size !== other.size) return false
  for (let i = 0; i < self.keys.length; i++) {
    const key = self.keys[i]
    if (key === undefined) continue
    const value = self.values[i] as Value
    const theirs = other.get(key, py.keys)
    if (theirs === undefined || !equal(value, theirs, py)) return false
  }
  return true
}

export function dictRepr(self: PyDict, py: Thread): string {
  let text = ''
  for (let i = 0; i < self.keys.length; i++) {
    const key = self.keys[i]
    if (key === undefined) continue
    text += `${text === '' ? '' : ', '}${reprText(key, py)}: ${reprText(self.values[i] as Value, py)}`
  }
  return `{${text}}`
}

/** `left | right`. */
function unite(left: Value, right: Value, py: Thread): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented
  const made = copyDict(left, py)
  mergeMapping(made, right, undefined, py)
  return made
}

function fromKeys(cls: PyType, iterable: Value, value: Value, py: Thread): Value {
  const made = call(cls, [], py)
  if (made instanceof PyDict && made.type === dictType && iterable instanceof PySet && iterable.type.slots.iter === PySet.prototype.type.slots.iter) {
    iterable.visitAll(py.keys, (key, hash) => void made.set(key, value, py.keys, hash))
  } else if (made instanceof PyDict && made.type === dictType) forEach(iterable, py, (key) => void made.set(key, value, py.keys))
  else forEach(iterable, py, (key) => setItem(made, key, value, py))
  return made
}

const update = new BuiltinDefinition(
  'update(self, /, *args, **kwargs)',
  'Add the items of a mapping or of an iterable of pairs, then the keyword arguments.',
  (() => undefined) as never,
  'method',
  { text: null },
)
Object.defineProperty(update, 'invoke', {
  value: (self: Value | undefined, args: Value[], names: readonly never[] | undefined, py: Thread): Value => {
    updateDict(self as PyDict, args, names, 'update', py)
    return None
  },
})

export const dictType: PyType = defineType('dict(*args, **kwargs)', {
  doc: 'A mapping from keys to values, in the order of insertion.',
  instance: PyDict,
  subclassable: true,
  text: null,
  flags: TypeFlags.MAPPING | TypeFlags.MATCH_SELF,
  allocate: (type) => withClass(newDict(), type),
  newRaw: (cls) => cls.allocate(cls),
  initRaw: (self: PyDict, args, names, py) => updateDict(self, args, names, 'dict', py),
  slots: {
    repr: (self: PyDict, py) => (self.size === 0 ? newStr('{}') : guardRepr(self, '{...}', py, () => dictRepr(self, py))),
    richcompare: compareDicts,
    iter: (self) => new PyDictKeyIterator(self, false),
    len: (self) => self.size,
    getitem: getDictItem,
    setitem(self, key, value, py) {
      if (value !== undefined) self.set(key, value, py.keys)
      else if (self.delete(key, py.keys) === undefined) raiseWith(KeyError, key)
    },
    contains: (self, key, py) => self.find(key, py.keys) >= 0,
    or: unite,
    inplaceOr(self, other, py) {
      const dict = self as PyDict
      if (other instanceof PyDict) mergeMapping(dict, other, undefined, py)
      else {
        const keys = getAttrOrUndefined(other, narrowStr('keys'), py)
        if (keys === undefined) mergePairs(dict, other, py)
        else mergeMapping(dict, other, keys, py)
      }
      return self
    },
  },
  methods: () => [
    method('__contains__(self, key: object, /)', 'Tell whether the dict has the key.', (self, key, py) => self.find(key, py.keys) >= 0),
    method('__getitem__(self, key: object, /)', 'Answer self[key].', getDictItem),
    method('__sizeof__(self, /)', 'Answer the size of the dict in memory, in bytes.', (self) => newInt(sizeOf(self))),
    method('get(self, key: object, default: object = None, /)', 'Answer the value under key, or default.', (self, key, fallback, py) =>
      self.get(key, py.keys) ?? fallback,
    ),
    method(
      'setdefault(self, key: object, default: object = None, /)',
      'Answer the value under key, having put default there if it is missing.',
      (self, key, fallback, py) => self.setDefault(key, fallback, py.keys),
    ),
    method(
      'pop(self, key: object, default: object = <unrepresentable>, /)',
      'Remove key and answer its value; default, or KeyError, when it is missing.',
      // An empty dict does not ask for the hash.
      (self, key, fallback, py) => (self.size === 0 ? undefined : self.delete(key, py.keys)) ?? fallback ?? raiseWith(KeyError, key),
      { text: '($self, key, default=<unrepresentable>, /)' },
    ),
    method('popitem(self, /)', 'Remove the newest item and answer it as a pair; KeyError when there is none.', (self, py) => {
      const place = self.lastPlace()
      if (place < 0) return raiseWith(KeyError, newStr('popitem(): dictionary is empty'))
      const key = self.keys[place] as Value
      return newTuple([key, self.deleteAt(place, py.keys)])
    }),
    method('keys(self, /)', 'Answer a live view of the keys.', (self) => new PyDictKeys(self)),
    method('items(self, /)', 'Answer a live view of the (key, value) pairs.', (self) => new PyDictItems(self)),
    method('values(self, /)', 'Answer a live view of the values.', (self) => new PyDictValues(self)),
    update,
    classMethod('fromkeys(cls, iterable: object, value: object = None, /)', 'Make a dict with keys from an iterable, all under one value.', fromKeys),
    method('clear(self, /)', 'Remove all items.', (self) => self.clear()),
    method('copy(self, /)', 'Answer a shallow copy.', (self, py) => copyDict(self, py)),
    method('__reversed__(self, /)', 'Iterate over the keys from the newest to the oldest.', (self) => new PyDictReverseKeyIterator(self, true)),
    classGetItem(),
  ],
  constants: () => ({ __hash__: None }),
})

/** CPython's table: an index of 1, 2 or 4 bytes a slot, and entries of 24 bytes (16 when all keys are strs). */
function sizeOf(self: PyDict): number {
  const { basic } = structOf(typeOf(self))
  const strings = self.keys.every((key) => key === undefined || typeof key === 'string')
  const shared = self.room === namesKept || self.room === namesKept - 1
  // The names are the class's.
  if (shared && strings) return basic + 8 * self.room
  if (self.keys.length === 0) return basic
  const room = shared ? Math.max(2 * self.keys.length, 10) : self.room
  let slots = 8
  while (Math.floor((slots * 2) / 3) < room) slots *= 2
  const usable = Math.floor((slots * 2) / 3)
  const index = slots < 256 ? slots : slots < 65536 ? slots * 2 : slots * 4
  return basic + 32 + index + usable * (strings ? 16 : 24)
}
