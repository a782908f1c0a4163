// The items of lists, dicts and sets, a thousand at a time. CPython cuts the items of exact lists and dicts otherwise
// than those of an iterator: one item left over at the end of a list is a batch, a full last batch of a dict has an
// empty one behind it.
import type { PyDict } from '../../data/dict.ts'
import type { PyList } from '../../data/sequences.ts'
import { PyTuple } from '../../data/sequences.ts'
import type { PySet } from '../../data/set.ts'
import type { Value } from '../../data/values.ts'
import { RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { iterate, next } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Dump } from './dump.ts'
import { Op } from './opcodes.ts'

const BATCH = 1000

/** Items of an iterator, one by one or in batches; `save` writes one. */
function saveBatches(dump: Dump, iterable: Value, one: number, many: number, save: (item: Value) => void): void {
  const { out, py } = dump
  const iterator = iterate(iterable, py)
  if (!dump.binary) {
    for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) {
      save(item)
      out.op(one)
    }
    return
  }
  for (;;) {
    const first = next(iterator, py)
    if (first === undefined) return
    let item = next(iterator, py)
    if (item === undefined) {
      save(first)
      out.op(one)
      return
    }
    out.op(Op.MARK)
    save(first)
    let count = 1
    while (item !== undefined) {
      save(item)
      if (++count === BATCH) break
      item = next(iterator, py)
    }
    out.op(many)
    if (count < BATCH) return
  }
}

/** Append the items of an iterator. */
export function saveItems(dump: Dump, iterable: Value): void {
  saveBatches(dump, iterable, Op.APPEND, Op.APPENDS, (item) => dump.save(item))
}

/** Set the items of an iterator over pairs. */
export function savePairs(dump: Dump, iterable: Value): void {
  saveBatches(dump, iterable, Op.SETITEM, Op.SETITEMS, (pair) => {
    if (!(pair instanceof PyTuple) || pair.items.length !== 2) {
      return raise(PyTypeError, 'dict items iterator must return 2-tuples')
    }
    dump.save(pair.items[0] as Value)
    dump.save(pair.items[1] as Value)
  })
}

/** Append the items of a list that is no subclass's; saving one may change it. */
export function saveListItems(dump: Dump, list: PyList): void {
  const { out } = dump
  if (list.items.length === 1) {
    dump.save(list.items[0] as Value)
    out.op(Op.APPEND)
    return
  }
  let i = 0
  do {
    out.op(Op.MARK)
    for (let count = 0; i < list.items.length && count < BATCH; i++, count++) dump.save(list.items[i] as Value)
    out.op(Op.APPENDS)
  } while (i < list.items.length)
}

/** Set the items of a dict that is no subclass's. */
export function saveDictItems(dump: Dump, dict: PyDict): void {
  const { out } = dump
  const { size } = dict
  let place = 0
  const one = (): boolean => {
    while (place < dict.keys.length && dict.keys[place] === undefined) place++
    const key = dict.keys[place]
    if (key === undefined) return false
    const value = dict.values[place++] as Value
    dump.save(key)
    dump.save(value)
    return true
  }
  if (size === 1) {
    one()
    out.op(Op.SETITEM)
    return
  }
  let count: number
  do {
    count = 0
    out.op(Op.MARK)
    while (one()) if (++count === BATCH) break
    out.op(Op.SETITEMS)
    if (dict.size !== size) raise(RuntimeError, 'dictionary changed size during iteration')
  } while (count === BATCH)
}

/** Add the members of a set. */
export function saveMembers(dump: Dump, set: PySet): void {
  const { out, py } = dump
  const { size } = set
  const members = set.items(py.keys)
  let place = 0
  let count: number
  do {
    count = 0
    out.op(Op.MARK)
    while (place < members.length) {
      dump.save(members[place++] as Value)
      if (++count === BATCH) break
    }
    out.op(Op.ADDITEMS)
    if (set.size !== size) raise(RuntimeError, 'set changed size during iteration')
  } while (count === BATCH)
}
