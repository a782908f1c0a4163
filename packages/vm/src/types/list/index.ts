// list.
import { PyDict } from '../../data/dict.ts'
import { PyListIterator } from '../../data/iterators.ts'
import { allocatedOf, placesAfter, preallocate } from '../../data/list-allocation.ts'
import { PyRange } from '../../data/range.ts'
import { listAppend, listExtend, listPop, listReplace, listSplice, MOST_ITEMS, newList, PyList, PyTuple, WatchedItems } from '../../data/sequences.ts'
import { PySet } from '../../data/set.ts'
import { structOf } from '../../data/struct-sizes.ts'
import { lookup, TypeFlags, typeOf } from '../../data/type.ts'
import { newInt, newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { IndexError, MemoryError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { lengthHint } from '../../protocols/length-hint.ts'
import { raise } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { sliceIndex } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { PyDictView } from '../dict/views.ts'
import { classGetItem } from '../generic-alias.ts'
import { compareItems, containsItem, countItem, indexOfItem, repeatItems } from '../sequence-compare.ts'
import { getListItem, setListItem } from './items.ts'
import { PyListReverseIterator } from './iterators.ts'
import { sort } from './sort.ts'

const method = methods<PyList>()

/** Add the items of an iterable; those before an exception stay. */
export function extendList(self: PyList, iterable: Value, py: Thread): void {
  if (iterable instanceof PyList || iterable instanceof PyTuple) {
    if (iterable.type === PyList.prototype.type || iterable.type === PyTuple.prototype.type) {
      listExtend(self, iterable === self ? iterable.items.slice() : iterable.items)
      return
    }
  }
  if (iterable instanceof PyRange && iterable.length > MOST_ITEMS) raise(MemoryError)
  const iterator = iterate(iterable, py)
  const empty = self.items.length === 0
  // What CPython expects of whom it cannot ask.
  if (empty) self.allocated = 8
  if (typeOf(iterable).flags & TypeFlags.HEAPTYPE) lengthHint(iterable, 0, py)
  for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) listAppend(self, item)
  if (empty) settle(self, iterable)
}

/** Places for items that an empty list has been given: CPython asks first how many are to come. */
export function settle(self: PyList, iterable: Value): void {
  const type = typeOf(iterable)
  const size = self.items.length
  if (iterable instanceof PyDict || iterable instanceof PySet || iterable instanceof PyDictView) self.allocated = placesAfter(0, size)
  else if (type.slots.len !== undefined || lookup(type, '__length_hint__') !== undefined) preallocate(self, size)
}

function clearList(self: PyList): void {
  if (self.items.length > 0) listReplace(self, [])
  self.allocated = 0
}

/** Sort in place. The list looks empty meanwhile; ValueError when Python code changed it. */
export function sortList(self: PyList, key: Value | undefined, reverse: boolean, py: Thread): void {
  const empty = new WatchedItems()
  const items = listReplace(self, empty) as Value[]
  let changed = false
  try {
    const keys = key === undefined ? items : items.map((item) => call(key, [item], py))
    const values = key === undefined ? undefined : items
    // Reversed before and after, so that equal items keep their order.
    const turn = (): void => {
      if (!reverse) return
      keys.reverse()
      values?.reverse()
    }
    turn()
    try {
      sort({ keys, values }, py)
    } finally {
      turn()
    }
  } finally {
    changed = self.items !== empty || empty.touched
    listReplace(self, items)
  }
  if (changed) raise(ValueError, 'list modified during sort')
}

export const listType = defineType('list(iterable: object = (), /)', {
  doc: 'A mutable sequence.',
  instance: PyList,
  subclassable: true,
  flags: TypeFlags.SEQUENCE | TypeFlags.MATCH_SELF,
  newRaw: (cls) => withClass(new PyList([]), cls),
  init(self: PyList, iterable, py) {
    clearList(self)
    extendList(self, iterable, py)
  },
  slots: {
    repr(self: PyList, py) {
      if (self.items.length === 0) return newStr('[]')
      return guardRepr(self, '[...]', py, () => {
        let text = '['
        for (let i = 0; i < self.items.length; i++) text += (i > 0 ? ', ' : '') + reprText(self.items[i] as Value, py)
        return text + ']'
      })
    },
    richcompare(self, other, op, py) {
      if (!(other instanceof PyList)) return NotImplemented
      if (self.items.length !== other.items.length && (op === 2 || op === 3)) return op === 3
      return compareItems(self, other, op, py)
    },
    iter: (self) => new PyListIterator(self),
    len: (self) => self.items.length,
    getitem: getListItem,
    setitem: setListItem,
    contains: containsItem,
    concat(self, other) {
      if (!(other instanceof PyList)) {
        return raise(PyTypeError, `can only concatenate list (not "${typeOf(other).tpName}") to list`)
      }
      return newList(self.items.concat(other.items))
    },
    repeat: (self, count) => newList(repeatItems(self.items, count)),
    inplaceConcat(self, other, py) {
      extendList(self, other, py)
      return self
    },
    inplaceRepeat(self, count) {
      if (self.items.length > 0 && count !== 1) listReplace(self, repeatItems(self.items, count))
      return self
    },
  },
  methods: () => [
    method('__getitem__(self, index: object, /)', 'Answer self[index].', getListItem),
    method('__reversed__(self, /)', 'Iterate from the last item to the first.', (self) => new PyListReverseIterator(self)),
    method('__sizeof__(self, /)', 'Answer the size of the list in memory, in bytes.', (self) => newInt(structOf(typeOf(self)).basic + 8 * allocatedOf(self))),
    method('clear(self, /)', 'Remove all items.', (self) => clearList(self)),
    method('copy(self, /)', 'Answer a shallow copy.', (self) => newList(self.items.slice())),
    method('append(self, object: object, /)', 'Add an item at the end.', (self, object) => listAppend(self, object)),
    method('insert(self, index: index, object: object, /)', 'Put an item before the one at index.', (self, index, object) => {
      const length = self.items.length
      listSplice(self, index < 0 ? Math.max(index + length, 0) : Math.min(index, length), 0, [object])
    }),
    method('extend(self, iterable: object, /)', 'Add the items of an iterable at the end.', (self, iterable, py) =>
      extendList(self, iterable, py),
    ),
    method('pop(self, index: index = -1, /)', 'Take out the item at index (the last by default) and answer it.', (self, index) => {
      const length = self.items.length
      if (length === 0) raise(IndexError, 'pop from empty list')
      const place = index < 0 ? index + length : index
      if (place < 0 || place >= length) raise(IndexError, 'pop index out of range')
      return place === length - 1 ? (listPop(self) as Value) : (listSplice(self, place, 1, [])[0] as Value)
    }),
    method('remove(self, value: object, /)', 'Take out the first item equal to value; ValueError when there is none.', (self, value, py) => {
      for (let i = 0; i < self.items.length; i++) {
        if (!equal(self.items[i] as Value, value, py)) continue
        listSplice(self, i, 1, [])
        return None
      }
      return raise(ValueError, 'list.remove(x): x not in list')
    }),
    method(
      'index(self, value: object, start: object = 0, stop: object = sys.maxsize, /)',
      'Answer the place of the first item equal to value; ValueError when there is none.',
      (self, value, start, stop, py) => {
        const place = indexOfItem(self, value, sliceIndex(start, py, false), sliceIndex(stop, py, false), py)
        return place < 0 ? raise(ValueError, `${reprText(value, py)} is not in list`) : newInt(place)
      },
    ),
    method('count(self, value: object, /)', 'Answer how many items are equal to value.', (self, value, py) =>
      newInt(countItem(self, value, py)),
    ),
    method('reverse(self, /)', 'Turn the order of the items round.', (self) => void (self.items.length > 1 && listReplace(self, self.items.slice().reverse()))),
    method(
      'sort(self, *, key: object | None = None, reverse: bool = False)',
      'Sort in place, ascending and stable, by what key answers for each item.',
      (self, key, reverse, py) => sortList(self, key, reverse, py),
      { text: '($self, /, *, key=None, reverse=False)' },
    ),
    classGetItem(),
  ],
  constants: () => ({ __hash__: None }),
})
