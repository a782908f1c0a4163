// _collections: the containers of `collections` that are written here.
import { PyDict } from '../../data/dict.ts'
import { lookup, typeOf } from '../../data/type.ts'
import { narrowStr, newInt, smallInt, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { forEach, iterate } from '../../protocols/iterate.ts'
import { binary, operators } from '../../protocols/number.ts'
import { setItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { dictType } from '../../types/dict/index.ts'
import { defaultdict } from './defaultdict.ts'
import { deque } from './deque.ts'
import { dequeIterator, dequeReverseIterator } from './deque-iterators.ts'
import { orderedDict } from './ordered-dict.ts'
import { tupleGetter } from './tuplegetter.ts'

const plusOne = (count: Value, py: Thread): Value =>
  typeof count === 'number' ? newInt((count as number) + 1) : binary(count, smallInt(1), operators.add, py)

/** Counter.update's loop; direct when the mapping reads and stores as a dict does. */
function countElements(mapping: Value, iterable: Value, py: Thread): void {
  const type = typeOf(mapping)
  const direct =
    mapping instanceof PyDict && lookup(type, 'get') === lookup(dictType, 'get') && lookup(type, '__setitem__') === lookup(dictType, '__setitem__')
  if (direct) {
    const dict = mapping as PyDict
    forEach(iterable, py, (key) => {
      const place = dict.find(key, py.keys)
      if (place < 0) dict.set(key, smallInt(1), py.keys)
      else {
        const count = dict.values[place] as Value
        if (typeof count === 'number') dict.setAt(place, newInt((count as number) + 1))
        else dict.set(key, plusOne(count, py), py.keys)
      }
    })
    return
  }
  const iterator = iterate(iterable, py)
  const get = getAttr(mapping, narrowStr('get'), py)
  forEach(iterator, py, (key) => setItem(mapping, key, plusOne(call(get, [key, smallInt(0)], py), py), py))
}

export const _collections = defineModule('_collections', () => ({
  doc: 'Containers: deque, defaultdict, OrderedDict.',
  functions: [
    fn('_count_elements(mapping: object, iterable: object, /)', 'Count the items of an iterable in a mapping.', countElements),
  ],
  types: [deque, defaultdict, orderedDict, dequeIterator, dequeReverseIterator, tupleGetter],
}))
