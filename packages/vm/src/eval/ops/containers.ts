// Building lists, tuples, sets, dicts and strings.
import type { families } from '@pellucid/opcode-spec/instructions'
import { newDict, type PyDict } from '../../data/dict.ts'
import { listExtend, newList, newTuple, type PyList, type PyTuple } from '../../data/sequences.ts'
import { newSet, type PySet } from '../../data/set.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, joinStrs, narrowStr, type Str, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { collect } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { mayIterate } from '../../protocols/sequence-check.ts'
import type { Thread } from '../../thread.ts'
import { update as updateSet } from '../../types/set/operations.ts'
import { updateFromMapping } from '../unpack.ts'
import type { HandlersOf } from './handlers.ts'

function fill(set: PySet, items: readonly Value[], py: Thread): PySet {
  for (const item of items) set.add(item, py.keys)
  return set
}

export const containers = {
  BUILD_TUPLE: (_, items) => newTuple(items),
  BUILD_LIST: (_, items) => newList(items as Value[]),
  BUILD_SET: (py, items) => fill(newSet(), items, py),
  BUILD_MAP(py, items) {
    const dict = newDict()
    for (let i = 0; i < items.length; i += 2) dict.set(items[i] as Value, items[i + 1] as Value, py.keys)
    return dict
  },
  BUILD_CONST_KEY_MAP(py, items, keys) {
    const dict = newDict()
    ;(keys as PyTuple).items.forEach((key, i) => dict.set(key, items[i] as Value, py.keys))
    return dict
  },
  BUILD_STRING(_, pieces) {
    let text = ''
    for (const piece of pieces) {
      if (typeof piece !== 'string') return joinStrs(pieces.map((part) => asStr(part) as Str))
      text += piece
    }
    return narrowStr(text)
  },
  LIST_EXTEND(py, list, iterable) {
    if (!mayIterate(iterable)) raise(PyTypeError, `Value after * must be an iterable, not ${typeOf(iterable).tpName}`)
    listExtend(list as PyList, collect(iterable, py))
  },
  SET_ADD: (py, set, value) => void (set as PySet).add(value, py.keys),
  SET_UPDATE: (py, set, iterable) => updateSet(set as PySet, iterable, py),
  MAP_ADD: (py, dict, key, value) => void (dict as PyDict).set(key, value, py.keys),
  DICT_UPDATE: (py, dict, update) => updateFromMapping(dict as PyDict, update, py),
} satisfies HandlersOf<
  (typeof families)['containers'],
  | 'BUILD_TUPLE' | 'BUILD_LIST' | 'BUILD_SET' | 'BUILD_MAP' | 'BUILD_CONST_KEY_MAP' | 'BUILD_STRING' | 'LIST_EXTEND'
  | 'SET_ADD' | 'SET_UPDATE' | 'MAP_ADD' | 'DICT_UPDATE'
>
