// What `__reduce_ex__` and its like answer: a callable, its arguments, and what to do with the result.
import { PyDict } from '../../data/dict.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { PyType, typeOf } from '../../data/type.ts'
import { asStr, None, type Str, type Value } from '../../data/values.ts'
import { narrowStr } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, isCallable } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Dump } from './dump.ts'
import { nameOf } from './dotted.ts'
import { PicklingError } from './errors.ts'
import { Op } from './opcodes.ts'
import { saveItems, savePairs } from './save-batches.ts'

interface Reduced {
  readonly callable: Value
  readonly args: PyTuple
  readonly state: Value | undefined
  readonly items: Value | undefined
  readonly pairs: Value | undefined
  readonly setter: Value | undefined
}

function readReduced(given: PyTuple): Reduced {
  const size = given.items.length
  if (size < 2 || size > 6) raise(PicklingError, 'tuple returned by __reduce__ must contain 2 through 6 elements')
  const [callable, args, ...rest] = given.items as [Value, Value, ...Value[]]
  const [state, items, pairs, setter] = rest.map((value) => (value === None ? undefined : value))
  if (!isCallable(callable)) raise(PicklingError, 'first item of the tuple returned by __reduce__ must be callable')
  if (!(args instanceof PyTuple)) return raise(PicklingError, 'second item of the tuple returned by __reduce__ must be a tuple')
  const iterator = (value: Value | undefined, place: string): void => {
    if (value === undefined || typeOf(value).slots.next !== undefined) return
    raise(PicklingError, `${place} element of the tuple returned by __reduce__ must be an iterator, not ${typeOf(value).tpName}`)
  }
  iterator(items, 'fourth')
  iterator(pairs, 'fifth')
  if (setter !== undefined && !isCallable(setter)) {
    raise(PicklingError, `sixth element of the tuple returned by __reduce__ must be a function, not ${typeOf(setter).tpName}`)
  }
  return { callable, args, state, items, pairs, setter }
}

/** Write a reduced object; `object` undefined: it gets no number. */
export function saveReduced(dump: Dump, given: PyTuple, object: Value | undefined): void {
  const { callable, args, state, items, pairs, setter } = readReduced(given)
  const { out } = dump
  saveCreation(dump, callable, args, object)
  if (object !== undefined) {
    // A recursive tuple is there by now: what was made of it once more is thrown away.
    const place = dump.memo.get(object)
    if (place !== undefined) {
      out.op(Op.POP)
      return dump.recall(place)
    }
    dump.memoise(object)
  }
  if (items !== undefined) saveItems(dump, items)
  if (pairs !== undefined) savePairs(dump, pairs)
  if (state === undefined) return
  if (setter === undefined) {
    dump.save(state)
    out.op(Op.BUILD)
    return
  }
  dump.save(setter)
  dump.save(object as Value)
  dump.save(state)
  out.op(Op.TUPLE2)
  out.op(Op.REDUCE)
  out.op(Op.POP)
}

function saveCreation(dump: Dump, callable: Value, args: PyTuple, object: Value | undefined): void {
  const name = dump.protocol >= 2 ? nameOf(callable, '__name__', dump.py) : undefined
  const text = name === undefined ? undefined : asStr(name)
  if (text === '__newobj_ex__') return saveNewWithNames(dump, args)
  if (text === '__newobj__') return saveNew(dump, args, object)
  dump.save(callable)
  dump.save(args)
  dump.out.op(Op.REDUCE)
}

function saveNew(dump: Dump, args: PyTuple, object: Value | undefined): void {
  const [cls] = args.items
  if (cls === undefined) return raise(PicklingError, '__newobj__ arglist is empty')
  if (!(cls instanceof PyType)) raise(PicklingError, 'args[0] from __newobj__ args is not a type')
  if (object !== undefined && getAttr(object, narrowStr('__class__'), dump.py) !== cls) {
    raise(PicklingError, 'args[0] from __newobj__ args has the wrong class')
  }
  dump.save(cls)
  dump.save(newTuple(args.items.slice(1)))
  dump.out.op(Op.NEWOBJ)
}

function saveNewWithNames(dump: Dump, given: PyTuple): void {
  const { length } = given.items
  if (length !== 3) raise(PicklingError, `length of the NEWOBJ_EX argument tuple must be exactly 3, not ${length}`)
  const [cls, args, names] = given.items as [Value, Value, Value]
  const wrong = (place: string, wanted: string, value: Value): never =>
    raise(PicklingError, `${place} item from NEWOBJ_EX argument tuple must be a ${wanted}, not ${typeOf(value).tpName}`)
  if (!(cls instanceof PyType)) return wrong('first', 'class', cls)
  if (!(args instanceof PyTuple)) return wrong('second', 'tuple', args)
  if (!(names instanceof PyDict)) return wrong('third', 'dict', names)
  if (dump.protocol >= 4) {
    dump.save(cls)
    dump.save(args)
    dump.save(names)
    dump.out.op(Op.NEWOBJ_EX)
    return
  }
  // functools.partial(cls.__new__, cls, *args, **names)()
  const make = getAttr(cls, narrowStr('__new__'), dump.py)
  const keys: Str[] = []
  const values: Value[] = []
  names.keys.forEach((key, i) => {
    if (key === undefined) return
    keys.push(asStr(key) ?? raise(PyTypeError, 'keywords must be strings'))
    values.push(names.values[i] as Value)
  })
  dump.save(call(dump.registries.partial, [make, cls, ...args.items, ...values], dump.py, keys))
  dump.save(newTuple([]))
  dump.out.op(Op.REDUCE)
}
