// Unpacking: `a, b = x`, `a, *b = x`, `f(**x)`.
import { PyDict } from '../data/dict.ts'
import { newList, PyList, PyTuple } from '../data/sequences.ts'
import { typeOf } from '../data/type.ts'
import { narrowStr, type Value } from '../data/values.ts'
import { getAttrOrUndefined } from '../protocols/attributes.ts'
import { strText } from '../protocols/repr.ts'
import { TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { forEach, iterate, next, toArray } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import { mayIterate } from '../protocols/sequence-check.ts'
import { getItem } from '../protocols/subscript.ts'
import { keysFrom } from '../protocols/mapping-keys.ts'
import type { Thread } from '../thread.ts'
import { mergeMapping } from '../types/dict/update.ts'
import { functionTitle } from './calls.ts'
import { listType, tupleType } from './hot-types.ts'

function iterableOf(value: Value, py: Thread) {
  if (!mayIterate(value)) raise(PyTypeError, `cannot unpack non-iterable ${typeOf(value).tpName} object`)
  return iterate(value, py)
}

/** Exactly `count` items. */
export function unpackExactly(value: Value, count: number, py: Thread): readonly Value[] {
  if ((value instanceof PyTuple && value.type === tupleType) || (value instanceof PyList && value.type === listType)) {
    const items = value.items
    if (items.length === count) return items
    if (items.length < count) raise(ValueError, `not enough values to unpack (expected ${count}, got ${items.length})`)
    raise(ValueError, `too many values to unpack (expected ${count})`)
  }
  const iterator = iterableOf(value, py)
  const items: Value[] = []
  while (items.length < count) {
    const item = next(iterator, py)
    if (item === undefined) raise(ValueError, `not enough values to unpack (expected ${count}, got ${items.length})`)
    items.push(item)
  }
  if (next(iterator, py) !== undefined) raise(ValueError, `too many values to unpack (expected ${count})`)
  return items
}

/** `before` items, a list of the middle, `after` items. */
export function unpackWithRest(value: Value, before: number, after: number, py: Thread): Value[] {
  const items = toArray(iterableOf(value, py), py)
  if (items.length < before + after) {
    raise(ValueError, `not enough values to unpack (expected at least ${before + after}, got ${items.length})`)
  }
  const end = items.length - after
  return [...items.slice(0, before), newList(items.slice(before, end)), ...items.slice(end)]
}

/** Copy a mapping's items into a dict: `dict.update` for mappings, `{**x}`. AttributeError when it has no keys(). */
export function updateFromMapping(into: PyDict, mapping: Value, py: Thread): void {
  mergeMapping(into, mapping, undefined, py)
}

/** `f(**a, **b)`: names may not come twice, and must be strs. */
export function mergeKeywords(into: PyDict, mapping: Value, callable: Value, py: Thread): void {
  const title = (): string => functionTitle(callable, py)
  const seen = (key: Value): void => {
    if (into.find(key, py.keys) < 0) return
    raise(PyTypeError, `${title()} got multiple values for keyword argument '${strText(key, py)}'`)
  }
  if (mapping instanceof PyDict && !Object.hasOwn(mapping, 'type')) {
    for (let i = 0; i < mapping.keys.length; i++) {
      const key = mapping.keys[i]
      if (key === undefined) continue
      seen(key)
      into.set(key, mapping.values[i] as Value, py.keys)
    }
    return
  }
  const keys = getAttrOrUndefined(mapping, narrowStr('keys'), py)
  if (keys === undefined) raise(PyTypeError, `${title()} argument after ** must be a mapping, not ${typeOf(mapping).tpName}`)
  forEach(keysFrom(mapping, keys, py), py, (key) => {
    seen(key)
    into.set(key, getItem(mapping, key, py), py.keys)
  })
}
