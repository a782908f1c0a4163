// Containers: len, item access, `in`.
import { PyDict } from '../data/dict.ts'
import { typeType } from '../data/roots.ts'
import { lookup, PyType, typeOf } from '../data/type.ts'
import { narrowStr, None, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { getAttrOrUndefined } from './attributes.ts'
import { call } from './call.ts'
import { equal } from './compare.ts'
import { IndexError, TypeError as PyTypeError } from './exceptions.ts'
import { size } from './index-number.ts'
import { forEach, iterateArgument } from './iterate.ts'
import { raise } from './raise.ts'
import { hasSequenceTable } from './sequence-check.ts'

/** `len(value)`. */
export function length(value: Value, py: Thread): number {
  const slot = typeOf(value).slots.len
  if (slot === undefined) return raise(PyTypeError, `object of type '${typeOf(value).tpName}' has no len()`)
  return slot(value, py)
}

/** `container[key]`, `__class_getitem__` of a class included. */
export function getItem(container: Value, key: Value, py: Thread): Value {
  const slot = typeOf(container).slots.getitem
  if (slot !== undefined) return slot(container, key, py)
  if (container instanceof PyType) {
    // `type[int]` is an alias; its subclasses have to say so themselves.
    if (container === typeType) return call(py.interpreter.genericAlias(py), [container, key], py)
    const method = getAttrOrUndefined(container, narrowStr('__class_getitem__'), py)
    if (method !== undefined && method !== None) return call(method, [key], py)
    return raise(PyTypeError, `type '${container.name}' is not subscriptable`)
  }
  return raise(PyTypeError, `'${typeOf(container).tpName}' object is not subscriptable`)
}

/** What `__missing__` of a subclass of dict answers for a key that is not there; undefined where there is no such method. */
export function missingItem(dict: PyDict, key: Value, py: Thread): Value | undefined {
  if (dict.type === PyDict.prototype.type) return undefined
  const found = lookup(dict.type, '__missing__')
  if (found === undefined) return undefined
  const get = typeOf(found).slots.descrGet
  return call(get === undefined ? found : get(found, dict, dict.type, py), [key], py)
}

/** What has a table for sequences has the position converted before it is refused. */
function atPosition(container: Value, key: Value, py: Thread): boolean {
  if (!hasSequenceTable(container) || typeOf(key).slots.index === undefined) return false
  size(key, py, IndexError)
  return true
}

/** `container[key] = value`. */
export function setItem(container: Value, key: Value, value: Value, py: Thread): void {
  const slot = typeOf(container).slots.setitem
  if (slot === undefined) {
    atPosition(container, key, py)
    raise(PyTypeError, `'${typeOf(container).tpName}' object does not support item assignment`)
  }
  slot(container, key, value, py)
}

/** `del container[key]`. */
export function deleteItem(container: Value, key: Value, py: Thread): void {
  const slot = typeOf(container).slots.setitem
  if (slot === undefined) {
    const how = atPosition(container, key, py) ? "doesn't" : 'does not'
    raise(PyTypeError, `'${typeOf(container).tpName}' object ${how} support item deletion`)
  }
  slot(container, key, undefined, py)
}

/** `item in container`. */
export function contains(container: Value, item: Value, py: Thread): boolean {
  const type = typeOf(container)
  if (type.slots.contains !== undefined) return type.slots.contains(container, item, py)
  if (lookup(type, '__contains__') === None) raise(PyTypeError, `'${type.tpName}' object is not a container`)
  let found = false
  forEach(iterateArgument(container, py), py, (candidate) => {
    found = equal(candidate, item, py)
    return !found
  })
  return found
}
