// tuple, list, dict, set and frozenset as opcodes.
import type { PyDict } from '../../data/dict.ts'
import { newList, newTuple, type PyList, type PyTuple } from '../../data/sequences.ts'
import type { PySet } from '../../data/set.ts'
import type { Value } from '../../data/values.ts'
import type { Dump } from './dump.ts'
import { Op } from './opcodes.ts'
import { saveDictItems, saveItems, saveListItems, saveMembers, savePairs } from './save-batches.ts'
import { saveReduced } from './save-reduced.ts'
import { callMethod } from '../../protocols/call.ts'

const short = [Op.EMPTY_TUPLE, Op.TUPLE1, Op.TUPLE2, Op.TUPLE3]

export function saveTuple(dump: Dump, value: PyTuple): void {
  const { out } = dump
  const { items } = value
  const count = items.length
  if (count === 0) {
    if (!dump.binary) out.op(Op.MARK)
    out.op(dump.binary ? Op.EMPTY_TUPLE : Op.TUPLE)
    return
  }
  const counted = count <= 3 && dump.protocol >= 2
  if (!counted) out.op(Op.MARK)
  for (const item of items) dump.save(item)
  // A tuple inside itself has been written meanwhile: its items go, the finished one comes.
  const place = dump.memo.get(value)
  if (place !== undefined) {
    if (!counted && dump.binary) out.op(Op.POP_MARK)
    else for (let i = counted ? 0 : -1; i < count; i++) out.op(Op.POP)
    return dump.recall(place)
  }
  out.op(counted ? (short[count] as number) : Op.TUPLE)
  dump.memoise(value)
}

/** An empty container, to be filled. */
function open(dump: Dump, value: Value, empty: number, marked: number): void {
  if (dump.binary) dump.out.op(empty)
  else {
    dump.out.op(Op.MARK)
    dump.out.op(marked)
  }
  dump.memoise(value)
}

export function saveList(dump: Dump, value: PyList): void {
  dump.guarded(value, () => {
    open(dump, value, Op.EMPTY_LIST, Op.LIST)
    if (value.items.length === 0) return
    dump.nested(() => (dump.binary ? saveListItems(dump, value) : saveItems(dump, value)))
  })
}

export function saveDict(dump: Dump, value: PyDict): void {
  dump.guarded(value, () => {
    open(dump, value, Op.EMPTY_DICT, Op.DICT)
    if (value.size === 0) return
    dump.nested(() => (dump.binary ? saveDictItems(dump, value) : savePairs(dump, callMethod(value, 'items', [], dump.py))))
  })
}

/** Before protocol 4 a set is a call with a list. */
function saveAsCall(dump: Dump, value: PySet): void {
  saveReduced(dump, newTuple([value.type, newTuple([newList(value.items(dump.py.keys))])]), value)
}

export function saveSet(dump: Dump, value: PySet): void {
  if (dump.protocol < 4) return saveAsCall(dump, value)
  dump.out.op(Op.EMPTY_SET)
  dump.memoise(value)
  if (value.size > 0) saveMembers(dump, value)
}

export function saveFrozenSet(dump: Dump, value: PySet): void {
  if (dump.protocol < 4) return saveAsCall(dump, value)
  const { out } = dump
  out.op(Op.MARK)
  for (const member of value.items(dump.py.keys)) dump.save(member)
  const place = dump.memo.get(value)
  if (place !== undefined) {
    out.op(Op.POP_MARK)
    return dump.recall(place)
  }
  out.op(Op.FROZENSET)
  dump.memoise(value)
}
