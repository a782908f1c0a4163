// f_locals and locals() (PEP 667): a write-through view of a function's variables, a snapshot for `locals()`.
import { codeFlags } from '@pellucid/opcode-spec'
import { PyCell } from '../../data/code.ts'
import { newDict, PyDict } from '../../data/dict.ts'
import { PyFrame } from '../../data/frame.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { Compare } from '../../data/slots.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { TypeFlags, typeOf } from '../../data/type.ts'
import { newInt, newStr, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { compare, equal } from '../../protocols/compare.ts'
import { KeyError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { hashOf } from '../../protocols/hash.ts'
import { forEach, iterate } from '../../protocols/iterate.ts'
import { binary, operators } from '../../protocols/number.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { guardRepr, reprText } from '../../protocols/repr.ts'
import { getItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'

const HIDDEN = 0x10
const CELL_OR_FREE = 0x40 | 0x80

/** `frame.f_locals` of a function. */
export class PyFrameLocals extends PyObject {
  readonly frame: PyFrame
  constructor(frame: PyFrame) {
    super()
    this.frame = frame
    frame.expose()
  }
  override traverse(visit: Visit): void {
    visit(this.frame)
  }
}

const isFunction = (frame: PyFrame): boolean => (frame.code.data.flags & codeFlags.CO_OPTIMIZED) !== 0

function valueAt(frame: PyFrame, place: number): Value | undefined {
  const held = frame.slots[place]
  const kind = frame.code.data.localspluskinds[place] as number
  return (kind & CELL_OR_FREE) !== 0 && held instanceof PyCell ? held.value : held
}

/** Places of the visible variables with a value. */
function* places(frame: PyFrame): Generator<[string, number, Value]> {
  const { localsplusnames } = frame.code.data
  for (let i = 0; i < localsplusnames.length; i++) {
    const value = valueAt(frame, i)
    if (value !== undefined) yield [localsplusnames[i] as string, i, value]
  }
}

/** `locals()`: the namespace of a module or class body, or a fresh dict of a function's variables. */
export function localsOf(frame: PyFrame, py: Thread): Value {
  return isFunction(frame) ? snapshot(frame, py) : withHidden(frame)
}

/** The namespace itself; while a comprehension runs in it (PEP 709), a copy that has the comprehension's variables too. */
function withHidden(frame: PyFrame): Value {
  const namespace = frame.locals ?? frame.globals
  const { localsplusnames, localspluskinds } = frame.code.data
  let merged: PyDict | undefined
  for (let i = 0; i < localsplusnames.length; i++) {
    if (((localspluskinds[i] as number) & HIDDEN) === 0) continue
    const value = valueAt(frame, i)
    if (value === undefined) continue
    merged ??= namespace instanceof PyDict ? namespace.copy() : newDict()
    merged.setStr(localsplusnames[i] as string, value)
  }
  return merged ?? namespace
}

function snapshot(frame: PyFrame, py: Thread): PyDict {
  const dict = newDict()
  for (const [name, , value] of places(frame)) dict.setStr(name, value)
  const extra = frame.extraLocals
  extra?.keys.forEach((key, i) => {
    if (key !== undefined) dict.set(key, extra.values[i] as Value, py.keys)
  })
  return dict
}

/** Does a comprehension run in a module or class body? Its variables are not in the namespace. */
function hasHidden(frame: PyFrame): boolean {
  return frame.code.data.localspluskinds.some((kind, place) => (kind & HIDDEN) !== 0 && valueAt(frame, place) !== undefined)
}

/** `frame.f_locals`. */
export function frameLocals(frame: PyFrame): Value {
  return isFunction(frame) || hasHidden(frame) ? new PyFrameLocals(frame) : (frame.locals ?? frame.globals)
}

/** The place of the variable that a key names: a str, or anything that is equal to it and has its hash. */
function find(frame: PyFrame, key: Value, py: Thread): number {
  const { localsplusnames } = frame.code.data
  if (typeof key === 'string') return localsplusnames.lastIndexOf(key)
  const hash = hashOf(key, py)
  return localsplusnames.findLastIndex((name) => {
    const variable = newStr(name)
    return hashOf(variable, py) === hash && equal(variable, key, py)
  })
}

function store(self: PyFrameLocals, key: Value, value: Value | undefined, py: Thread): void {
  const { frame } = self
  if (value === undefined) return raise(PyTypeError, 'cannot remove variables from FrameLocalsProxy')
  const place = find(frame, key, py)
  if (place >= 0) {
    const held = frame.slots[place]
    if (((frame.code.data.localspluskinds[place] as number) & CELL_OR_FREE) !== 0 && held instanceof PyCell) held.value = value
    else frame.slots[place] = value
    return
  }
  ;(frame.extraLocals ??= newDict()).set(key, value, py.keys)
}

function get(self: PyFrameLocals, key: Value, py: Thread): Value | undefined {
  const place = find(self.frame, key, py)
  const value = place < 0 ? undefined : valueAt(self.frame, place)
  return value ?? self.frame.extraLocals?.get(key, py.keys)
}

const method = methods<PyFrameLocals>()
const asDict = (value: Value, py: Thread): Value => (value instanceof PyFrameLocals ? snapshot(value.frame, py) : value)

export const frameLocalsType = defineType('FrameLocalsProxy', {
  doc: "A function's local variables, for reading and writing.",
  instance: PyFrameLocals,
  flags: TypeFlags.MAPPING,
  newRaw(_cls, args, names) {
    if (names !== undefined && names.length > 0) raise(PyTypeError, 'FrameLocalsProxy() takes no keyword arguments')
    if (args.length !== 1) raise(PyTypeError, `FrameLocalsProxy expected 1 argument, got ${args.length}`)
    const [frame] = args
    return frame instanceof PyFrame ? new PyFrameLocals(frame) : raise(PyTypeError, `expect frame, not ${typeOf(frame as Value).tpName}`)
  },
  slots: {
    repr: (self: PyFrameLocals, py) => guardRepr(self, '{...}', py, () => reprText(snapshot(self.frame, py), py)),
    len: (self, py) => snapshot(self.frame, py).size,
    getitem: (self, key, py) => get(self, key, py) ?? raiseWith(KeyError, key),
    setitem: store,
    contains: (self, key, py) => get(self, key, py) !== undefined,
    iter: (self, py) => iterate(newList([...snapshot(self.frame, py).keys] as Value[]), py),
    richcompare(self, other, op, py) {
      if (op !== Compare.EQ && op !== Compare.NE) return NotImplemented
      if (other instanceof PyFrameLocals) return (self.frame === other.frame) === (op === Compare.EQ)
      return other instanceof PyDict ? compare(snapshot(self.frame, py), other, op, py) : NotImplemented
    },
    or: (left, right, py) => binary(asDict(left, py), asDict(right, py), operators.or, py),
    inplaceOr(left, right, py) {
      callMethod(left, 'update', [right], py)
      return left
    },
  },
  methods: () => [
    method('get(self, key: object, default: object = None, /)', 'Answer a variable, or a default.', (self, key, fallback, py) => get(self, key, py) ?? fallback),
    method('keys(self, /)', 'List the names.', (self, py) => newList([...snapshot(self.frame, py).keys] as Value[])),
    method('values(self, /)', 'List the values.', (self, py) => newList([...snapshot(self.frame, py).values])),
    method('items(self, /)', 'List names and values.', (self, py) => {
      const { keys, values } = snapshot(self.frame, py)
      return newList(keys.map((key, i) => newTuple([key as Value, values[i] as Value])))
    }),
    method('copy(self, /)', 'Answer a dict of the variables.', (self, py) => snapshot(self.frame, py)),
    method('update(self, other: object, /)', 'Set variables from a mapping.', (self, other, py) => {
      if (!(other instanceof PyDict) && !(other instanceof PyFrameLocals)) raise(PyTypeError, 'update() argument must be dict or another FrameLocalsProxy')
      forEach(callMethod(other, 'keys', [], py), py, (key) => store(self, key, getItem(other, key, py), py))
    }),
    method('setdefault(self, key: object, default: object = None, /)', 'Answer a variable, setting it first if need be.', (self, key, fallback, py) => {
      const found = get(self, key, py)
      if (found !== undefined) return found
      store(self, key, fallback, py)
      return fallback
    }),
    method('__reversed__(self, /)', 'Iterate backwards.', (self, py) => newList(([...snapshot(self.frame, py).keys] as Value[]).reverse())),
    method('__sizeof__(self, /)', 'Answer the memory it takes.', () => newInt(64)),
  ],
})
