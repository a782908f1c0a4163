// What the `memo` of a pickler or unpickler is to Python.
import { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, newInt, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { identityOf } from '../../protocols/identity.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { UnpickleMemo } from './load-state.ts'
import { PickleMemo } from './memo.ts'

/** Whoever has a memo. */
interface Holder<Memo> extends PyObject {
  memo: Memo
}

export class PyPicklerMemoProxy extends PyObject {
  readonly holder: Holder<PickleMemo>
  constructor(holder: Holder<PickleMemo>) {
    super()
    this.holder = holder
  }
  override traverse(visit: Visit): void {
    visit(this.holder)
  }
}

export class PyUnpicklerMemoProxy extends PyObject {
  readonly holder: Holder<UnpickleMemo>
  constructor(holder: Holder<UnpickleMemo>) {
    super()
    this.holder = holder
  }
  override traverse(visit: Visit): void {
    visit(this.holder)
  }
}

/** By id: number and object. */
function copyOfPickled({ holder }: PyPicklerMemoProxy, py: Thread): PyDict {
  const copy = new PyDict()
  for (const [value, place] of holder.memo.entries()) {
    copy.set(newInt(identityOf(value)), newTuple([newInt(place), value]), py.keys)
  }
  return copy
}

function copyOfUnpickled({ holder }: PyUnpicklerMemoProxy, py: Thread): PyDict {
  const copy = new PyDict()
  holder.memo.forEach((value, place) => void copy.set(newInt(place), value, py.keys))
  return copy
}

const reduced = (copy: PyDict): PyTuple => newTuple([PyDict.prototype.type, newTuple([copy])])

const pickled = methods<PyPicklerMemoProxy>()
defineType('_pickle.PicklerMemoProxy(*args)', {
  doc: 'The memo of a pickler.',
  instance: PyPicklerMemoProxy,
  slots: { richcompare: () => NotImplemented },
  methods: () => [
    pickled('clear(self, /)', 'Remove all items from the memo.', (self) => self.holder.memo.clear()),
    pickled('copy(self, /)', 'Copy the memo to a new object.', copyOfPickled),
    pickled('__reduce__(self, /)', 'Help pickle.', (self, py) => reduced(copyOfPickled(self, py))),
  ],
})

const unpickled = methods<PyUnpicklerMemoProxy>()
defineType('_pickle.UnpicklerMemoProxy(*args)', {
  doc: 'The memo of an unpickler.',
  instance: PyUnpicklerMemoProxy,
  slots: { richcompare: () => NotImplemented },
  methods: () => [
    unpickled('clear(self, /)', 'Remove all items from the memo.', (self) => self.holder.memo.clear()),
    unpickled('copy(self, /)', 'Copy the memo to a new object.', copyOfUnpickled),
    unpickled('__reduce__(self, /)', 'Help pickle.', (self, py) => reduced(copyOfUnpickled(self, py))),
  ],
})

function refuse(proxy: string, value: Value | undefined): never {
  if (value === undefined) return raise(PyTypeError, 'attribute deletion is not supported')
  return raise(PyTypeError, `'memo' attribute must be ${proxy} object or dict, not ${typeOf(value).tpName}`)
}

/** The memo that a pickler gets from a proxy or a dict. */
export function pickleMemoOf(value: Value | undefined): PickleMemo {
  if (value instanceof PyPicklerMemoProxy) return value.holder.memo.copy()
  if (!(value instanceof PyDict)) return refuse('a PicklerMemoProxy', value)
  const memo = new PickleMemo()
  value.keys.forEach((key, i) => {
    if (key === undefined) return
    const item = value.values[i]
    if (!(item instanceof PyTuple) || item.items.length !== 2) return raise(PyTypeError, "'memo' values must be 2-item tuples")
    const place = asInt(item.items[0] as Value) ?? raise(PyTypeError, 'an integer is required')
    memo.set(item.items[1] as Value, Number(place))
  })
  return memo
}

/** The memo that an unpickler gets from a proxy or a dict. */
export function unpickleMemoOf(value: Value | undefined): UnpickleMemo {
  if (value instanceof PyUnpicklerMemoProxy) return new Map(value.holder.memo)
  if (!(value instanceof PyDict)) return refuse('an UnpicklerMemoProxy', value)
  const memo: UnpickleMemo = new Map()
  value.keys.forEach((key, i) => {
    if (key === undefined) return
    const place = asInt(key) ?? raise(PyTypeError, 'memo key must be integers')
    if (place < 0) raise(ValueError, 'memo key must be positive integers.')
    memo.set(Number(place), value.values[i] as Value)
  })
  return memo
}
