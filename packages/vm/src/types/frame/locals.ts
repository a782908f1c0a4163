// f_locals and locals() (PEP 667): a write-through view of a function's variables, a snapshot for `locals()`.
import { codeFlags } from '@pellucid/opcode-spec'
import { PyCell } from '../../data/code.ts'
import { newDict, PyDict } from '../../data/dict.ts'
import type { PyFrame } from '../../data/frame.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, newInt, newStr, strValue, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { compare } from '../../protocols/compare.ts'
import { KeyError, ValueError } from '../../protocols/exceptions.ts'
import { forEach, iterate } from '../../protocols/iterate.ts'
import { binary, operators } from '../../protocols/number.ts'
import { raise, raiseWith } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
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
  const { localsplusnames, localspluskinds } = frame.code.data
  for (let i = 0; i < localsplusnames.length; i++) {
    if ((localspluskinds[i] as number) & HIDDEN && !isFunction(frame)) continue
    const value = valueAt(frame, i)
    if (value !== undefined) yield [localsplusnames[i] as string, i, value]
  }
}

/** `locals()`: the namespace of a module or class body, or a fresh dict of a function's variables. */
export function localsOf(frame: PyFrame): Value {
  return isFunction(frame) ? snapshot(frame) : withHidden(frame)
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

function snapshot(frame: PyFrame): PyDict {
  const dict = newDict()
  for (const [name, , value] of places(frame)) dict.setStr(name, value)
  const extra = frame.extraLocals
  extra?.keys.forEach((key, i) => {
    if (typeof key === 'string') dict.setStr(key, extra.values[i] as Value)
  })
  return dict
}

/** `frame.f_locals`. */
export function frameLocals(frame: PyFrame): Value {
  return isFunction(frame) ? new PyFrameLocals(frame) : (frame.locals ?? frame.globals)
}

function find(frame: PyFrame, key: Value): number {
  const text = asStr(key)
  return text === undefined ? -1 : frame.code.data.localsplusnames.lastIndexOf(strValue(text))
}

function store(self: PyFrameLocals, key: Value, value: Value | undefined, py: Thread): void {
  const { frame } = self
  const place = find(frame, key)
  if (place >= 0) {
    if (value === undefined) raise(ValueError, 'cannot remove local variables from FrameLocalsProxy')
    const held = frame.slots[place]
    if (((frame.code.data.localspluskinds[place] as number) & CELL_OR_FREE) !== 0 && held instanceof PyCell) held.value = value
    else frame.slots[place] = value
    return
  }
  if (value !== undefined) (frame.extraLocals ??= newDict()).set(key, value, py.keys)
  else if (frame.extraLocals?.delete(key, py.keys) === undefined) raiseWith(KeyError, key)
}

function get(self: PyFrameLocals, key: Value, py: Thread): Value | undefined {
  const place = find(self.frame, key)
  const value = place < 0 ? undefined : valueAt(self.frame, place)
  return value ?? self.frame.extraLocals?.get(key, py.keys)
}

const method = methods<PyFrameLocals>()
const asDict = (value: Value): Value => (value instanceof PyFrameLocals ? snapshot(value.frame) : value)

export const frameLocalsType = defineType('FrameLocalsProxy', {
  doc: "A function's local variables, for reading and writing.",
  instance: PyFrameLocals,
  flags: TypeFlags.MAPPING,
  slots: {
    repr: (self: PyFrameLocals, py) => newStr(reprText(snapshot(self.frame), py)),
    len: (self) => snapshot(self.frame).size,
    getitem: (self, key, py) => get(self, key, py) ?? raiseWith(KeyError, key),
    setitem: store,
    contains: (self, key, py) => get(self, key, py) !== undefined,
    iter: (self, py) => iterate(snapshot(self.frame), py),
    richcompare: (self, other, op, py) => compare(snapshot(self.frame), asDict(other), op, py),
    or: (left, right, py) => binary(asDict(left), asDict(right), operators.or, py),
    inplaceOr(left, right, py) {
      callMethod(left, 'update', [right], py)
      return left
    },
  },
  methods: [
    method('get(self, key: object, default: object = None, /)', 'Answer a variable, or a default.', (self, key, fallback, py) => get(self, key, py) ?? fallback),
    method('keys(self, /)', 'List the names.', (self) => newList([...snapshot(self.frame).keys] as Value[])),
    method('values(self, /)', 'List the values.', (self) => newList([...snapshot(self.frame).values])),
    method('items(self, /)', 'List names and values.', (self) => {
      const { keys, values } = snapshot(self.frame)
      return newList(keys.map((key, i) => newTuple([key as Value, values[i] as Value])))
    }),
    method('copy(self, /)', 'Answer a dict of the variables.', (self) => snapshot(self.frame)),
    method('update(self, other: object, /)', 'Set variables from a mapping.', (self, other, py) => {
      if (typeOf(other).slots.getitem === undefined) raise(ValueError, 'update() argument must be dict or another FrameLocalsProxy')
      forEach(callMethod(other, 'keys', [], py), py, (key) => store(self, key, getItem(other, key, py), py))
    }),
    method('setdefault(self, key: object, default: object = None, /)', 'Answer a variable, setting it first if need be.', (self, key, fallback, py) => {
      const found = get(self, key, py)
      if (found !== undefined) return found
      store(self, key, fallback, py)
      return fallback
    }),
    method('__reversed__(self, /)', 'Iterate backwards.', (self, py) => iterate(newList(([...snapshot(self.frame).keys] as Value[]).reverse()), py)),
    method('__sizeof__(self, /)', 'Answer the memory it takes.', () => newInt(64)),
  ],
})
