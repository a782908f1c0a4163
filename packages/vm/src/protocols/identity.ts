// Identity: `is`, `id()`, and the hash and equality that `object` gives.
import { PyObject } from '../data/object.ts'
import { Compare } from '../data/slots.ts'
import { NotImplemented, PyFloat, PyWideStr, type Value } from '../data/values.ts'

/** `left is right`. Ints, floats and strs have no identity of their own in fast memory: equal ones are the same. */
export function same(left: Value, right: Value): boolean {
  if (left === right) return true
  return left instanceof PyWideStr && right instanceof PyWideStr && left.text === right.text && !(left instanceof PyFloat)
}

const ids = new WeakMap<PyObject, number>()
let lastId = 0x7f5e_0000_0000
const primitiveIds = new Map<Value, number>()

/** `id(value)`: stable while the value lives, different for different living objects. */
export function identityOf(value: Value): number {
  if (value instanceof PyObject) {
    let id = ids.get(value)
    if (id === undefined) ids.set(value, (id = lastId += 16))
    return id
  }
  let id = primitiveIds.get(value)
  if (id === undefined) primitiveIds.set(value, (id = lastId += 32))
  return id
}

/** `object.__hash__`. */
export function identityHash(self: Value): number {
  // CPython rotates the address by four bits, because the low ones are always zero.
  return Math.floor(identityOf(self) / 16)
}

/** `object`'s rich comparison: equal when the same, nothing else. */
export function identityCompare(self: Value, other: Value, op: Compare): Value {
  if (op === Compare.EQ) return same(self, other) ? true : NotImplemented
  return NotImplemented
}
