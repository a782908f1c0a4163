// _bisect: places in sorted sequences.
import { listSplice, PyList } from '../data/sequences.ts'
import { TypeFlags, typeOf } from '../data/type.ts'
import { newInt, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { call, callMethod } from '../protocols/call.ts'
import { less } from '../protocols/compare.ts'
import { TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { isSequence } from '../protocols/sequence-check.ts'
import { getItem, length } from '../protocols/subscript.ts'
import { PyDict } from '../data/dict.ts'
import type { Thread } from '../thread.ts'

function find(a: Value, x: Value, lo: number, hi: number | undefined, key: Value | undefined, right: boolean, py: Thread): number {
  if (lo < 0) raise(ValueError, 'lo must be non-negative')
  let low = lo
  // A Python class is indexed by its `__getitem__`, that of a dict too.
  const sequence = isSequence(a) || ((typeOf(a).flags & TypeFlags.HEAPTYPE) !== 0 && typeOf(a).slots.getitem !== undefined)
  if (!sequence && hi === undefined && a instanceof PyDict) raise(PyTypeError, `${typeOf(a).tpName} is not a sequence`)
  let high = hi === undefined ? length(a, py) : hi
  if (!sequence) raise(PyTypeError, `'${typeOf(a).tpName}' object does not support indexing`)
  const plain = a instanceof PyList && a.type === PyList.prototype.type ? a : undefined
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const item = plain?.items[middle] ?? getItem(a, newInt(middle), py)
    const value = key === undefined ? item : call(key, [item], py)
    if (right ? less(x, value, py) : !less(value, x, py)) high = middle
    else low = middle + 1
  }
  return low
}

function insert(a: Value, place: number, x: Value, py: Thread): void {
  if (a instanceof PyList && a.type === PyList.prototype.type) listSplice(a, Math.min(place, a.items.length), 0, [x])
  else callMethod(a, 'insert', [newInt(place), x], py)
}

const keyOf = (x: Value, key: Value | undefined, py: Thread): Value => (key === undefined ? x : call(key, [x], py))

export const _bisect = defineModule('_bisect', () => ({
  doc: 'Places in sorted sequences, found by halving.',
  functions: [
    fn(
      'bisect_right(a: object, x: object, lo: index = 0, hi: index | None = None, *, key: object | None = None)',
      'Answer where x belongs in a sorted sequence, behind what is equal to it.',
      (a, x, lo, hi, key, py) => newInt(find(a, x, lo, hi, key, true, py)),
    ),
    fn(
      'insort_right(a: object, x: object, lo: index = 0, hi: index | None = None, *, key: object | None = None)',
      'Put x where it belongs in a sorted sequence, behind what is equal to it.',
      (a, x, lo, hi, key, py) => insert(a, find(a, keyOf(x, key, py), lo, hi, key, true, py), x, py),
    ),
    fn(
      'bisect_left(a: object, x: object, lo: index = 0, hi: index | None = None, *, key: object | None = None)',
      'Answer where x belongs in a sorted sequence, before what is equal to it.',
      (a, x, lo, hi, key, py) => newInt(find(a, x, lo, hi, key, false, py)),
    ),
    fn(
      'insort_left(a: object, x: object, lo: index = 0, hi: index | None = None, *, key: object | None = None)',
      'Put x where it belongs in a sorted sequence, before what is equal to it.',
      (a, x, lo, hi, key, py) => insert(a, find(a, keyOf(x, key, py), lo, hi, key, false, py), x, py),
    ),
  ],
}))
