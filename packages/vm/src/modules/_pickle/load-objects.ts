// Opcodes that make containers and objects of what is on the stack, or fill them.
import { PyDict } from '../../data/dict.ts'
import { listExtend, newList, newTuple, PyList, PyTuple } from '../../data/sequences.ts'
import { PyFrozenSet, PySet } from '../../data/set.ts'
import { PyType, typeOf } from '../../data/type.ts'
import { narrowStr, None, type Str, type Value } from '../../data/values.ts'
import { getAttr, setAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { setItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { update } from '../../types/set/operations.ts'
import { nameOf } from './dotted.ts'
import { UnpicklingError } from './errors.ts'
import type { Load } from './load-state.ts'

export function loadDict(load: Load): void {
  const items = load.cut(load.popMark())
  const dict = new PyDict()
  if (items.length % 2 !== 0) raise(UnpicklingError, 'odd number of items for DICT')
  for (let i = 0; i < items.length; i += 2) dict.set(items[i] as Value, items[i + 1] as Value, load.py.keys)
  load.push(dict)
}

export function loadFrozenSet(load: Load): void {
  const made = new PyFrozenSet()
  update(made, load.tuple(load.popMark()), load.py)
  load.push(made)
}

/** A list of what stands above a place goes to the list below it. */
export function append(load: Load, place: number): void {
  if (load.stack.length === place) {
    load.below(place)
    return
  }
  const list = load.below(place)
  const items = load.cut(place)
  if (list instanceof PyList && list.type === PyList.prototype.type) return listExtend(list, items)
  const extend = nameOf(list, 'extend', load.py)
  if (extend !== undefined) return void call(extend, [newList(items)], load.py)
  const add = getAttr(list, narrowStr('append'), load.py)
  for (const item of items) call(add, [item], load.py)
}

export function setItems(load: Load, place: number): void {
  const target = load.below(place)
  if ((load.stack.length - place) % 2 !== 0) raise(UnpicklingError, 'odd number of items for SETITEMS')
  const items = load.cut(place)
  const exact = target instanceof PyDict && target.type === PyDict.prototype.type
  for (let i = 0; i < items.length; i += 2) {
    const key = items[i] as Value
    const value = items[i + 1] as Value
    if (exact) target.set(key, value, load.py.keys)
    else setItem(target, key, value, load.py)
  }
}

export function addItems(load: Load): void {
  const place = load.popMark()
  const set = load.below(place)
  const items = load.cut(place)
  if (items.length === 0) return
  if (set instanceof PySet) return update(set, newTuple(items), load.py)
  const add = getAttr(set, narrowStr('add'), load.py)
  for (const item of items) call(add, [item], load.py)
}

function instantiate(cls: Value, args: PyTuple, py: Thread): Value {
  if (args.items.length === 0 && cls instanceof PyType && nameOf(cls, '__getinitargs__', py) === undefined) {
    return callMethod(cls, '__new__', [cls], py)
  }
  return call(cls, args.items.slice(), py)
}

export function loadObject(load: Load): void {
  const place = load.popMark()
  if (load.stack.length - place < 1) load.underflow()
  const args = load.tuple(place + 1)
  load.push(instantiate(load.pop(), args, load.py))
}

export function loadInstance(load: Load, place: number, cls: Value): void {
  load.push(instantiate(cls, load.tuple(place), load.py))
}

/** `cls.__new__(cls, *args, **names)` */
export function loadNew(load: Load, withNames: boolean): void {
  load.need(withNames ? 3 : 2)
  const names = withNames ? load.pop() : new PyDict()
  const args = load.pop()
  const cls = load.pop()
  const op = withNames ? 'NEWOBJ_EX' : 'NEWOBJ'
  if (!(cls instanceof PyType)) {
    return raise(UnpicklingError, `${op} class argument must be a type, not ${typeOf(cls).tpName}`)
  }
  const make = cls.slots.new
  if (make === undefined) return raise(UnpicklingError, `${op} class argument '${cls.tpName}' doesn't have __new__`)
  if (!(args instanceof PyTuple)) return raise(UnpicklingError, `${op} args argument must be a tuple, not ${typeOf(args).tpName}`)
  if (!(names instanceof PyDict)) {
    return raise(UnpicklingError, `${op} kwargs argument must be a dict, not ${typeOf(names).tpName}`)
  }
  const keys: Str[] = []
  const values: Value[] = []
  names.keys.forEach((key, i) => {
    if (key === undefined) return
    keys.push(key as Str)
    values.push(names.values[i] as Value)
  })
  load.push(make(cls, [...args.items, ...values], keys.length === 0 ? undefined : keys, load.py))
}

export function loadReduce(load: Load): void {
  const args = load.pop()
  const callable = load.pop()
  if (!(args instanceof PyTuple)) return raise(PyTypeError, 'argument list must be a tuple')
  load.push(call(callable, args.items.slice(), load.py))
}

function dictState(value: Value, what: string): PyDict {
  return value instanceof PyDict ? value : raise(UnpicklingError, `${what} is not a dictionary`)
}

/** Give the object on the stack its state. */
export function loadBuild(load: Load): void {
  const { py } = load
  load.need(2)
  const state = load.pop()
  const object = load.top()
  const setState = nameOf(object, '__setstate__', py)
  if (setState !== undefined) return void call(setState, [state], py)
  const pair = state instanceof PyTuple && state.items.length === 2
  const own = pair ? (state.items[0] as Value) : state
  if (own !== None) {
    const given = dictState(own, 'state')
    const namespace = getAttr(object, narrowStr('__dict__'), py)
    given.keys.forEach((key, i) => {
      if (key !== undefined) setItem(namespace, key, given.values[i] as Value, py)
    })
  }
  if (!pair) return
  const slots = dictState(state.items[1] as Value, 'slot state')
  slots.keys.forEach((key, i) => {
    if (key !== undefined) setAttr(object, key as Str, slots.values[i] as Value, py)
  })
}
