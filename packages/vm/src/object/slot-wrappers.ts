// A builtin type's slot as a Python method: checks the number of arguments, calls the slot, answers a Value.
import type { Compare } from '../data/slots.ts'
import { type KeywordNames, type SlotFunctions } from '../data/slots.ts'
import { PyMemoryView } from '../data/memory-view.ts'
import { PyType, typeOf } from '../data/type.ts'
import { newInt, None, type Value } from '../data/values.ts'
import { attributeName, checkMutable } from '../protocols/attributes.ts'
import { BufferError, OverflowError, StopIteration, SystemError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { size, sizeInt } from '../protocols/index-number.ts'
import { raise, raiseWith } from '../protocols/raise.ts'
import { PyByteArray, PyBytes } from '../data/bytes.ts'
import type { Thread } from '../thread.ts'

type Wrapped = (self: Value, args: Value[], names: KeywordNames | undefined, py: Thread) => Value
type Slot<Name extends keyof SlotFunctions> = SlotFunctions[Name] extends (self: never, ...rest: infer Rest) => infer Result
  ? (self: Value, ...rest: Rest) => Result
  : never

function expect(args: readonly Value[], least: number, most = least, called = ''): void {
  if (args.length >= least && args.length <= most) return
  const bound = least === most ? '' : args.length < least ? 'at least ' : 'at most '
  const count = args.length < least ? least : most
  raise(PyTypeError, `${called}expected ${bound}${count} argument${count === 1 ? '' : 's'}, got ${args.length}`)
}

/** The same where C unpacks the arguments for a function without a name: there is a blank where it would stand. */
const unpack = (args: readonly Value[], least: number, most = least): void => expect(args, least, most, ' ')

export const none =
  (slot: (self: Value, py: Thread) => Value): Wrapped =>
  (self, args, _, py) => {
    expect(args, 0)
    return slot(self, py)
  }

export const next =
  (slot: Slot<'next'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 0)
    return slot(self, py) ?? raiseWith(StopIteration)
  }

export const bool =
  (slot: Slot<'bool'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 0)
    return slot(self, py)
  }

export const hash =
  (slot: Slot<'hash'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 0)
    return newInt(slot(self, py))
  }

export const len =
  (slot: Slot<'len'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 0)
    return sizeInt(slot(self, py))
  }

export const finalize =
  (slot: Slot<'finalize'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 0)
    slot(self, py)
    return None
  }

export const call =
  (slot: Slot<'call'>): Wrapped =>
  (self, args, names, py) =>
    slot(self, args, names, py)

export const init =
  (slot: Slot<'init'>): Wrapped =>
  (self, args, names, py) => {
    slot(self, args, names, py)
    return None
  }

export const binary =
  (slot: (self: Value, other: Value, py: Thread) => Value): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    return slot(self, args[0] as Value, py)
  }

export const reflected =
  (slot: (self: Value, other: Value, py: Thread) => Value): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    return slot(args[0] as Value, self, py)
  }

export const power =
  (slot: Slot<'power'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 1, 2)
    return slot(self, args[0] as Value, args[1] ?? None, py)
  }
export const reflectedPower =
  (slot: Slot<'power'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 1, 2)
    return slot(args[0] as Value, self, args[1] ?? None, py)
  }
export const inplacePower =
  (slot: Slot<'power'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    return slot(self, args[0] as Value, None, py)
  }

export const repeat =
  (slot: Slot<'repeat'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 1)
    return slot(self, size(args[0] as Value, py), py)
  }

export const contains =
  (slot: Slot<'contains'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    return slot(self, args[0] as Value, py)
  }

export const compare =
  (op: number) =>
  (slot: Slot<'richcompare'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    return slot(self, args[0] as Value, op as Compare, py)
  }

export const getattr =
  (slot: Slot<'getattro'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    return slot(self, attributeName(args[0] as Value), py)
  }

/** `object.__setattr__(SomeType, …)` must not get round a metaclass that is more particular. */
function checkSetattr(self: Value, slot: unknown, what: string): void {
  if (!(self instanceof PyType)) return
  let base: PyType | null = typeOf(self)
  while (base !== null && (base.flags & 0x200) !== 0) base = base.base
  if (base !== null && (base.slots.setattro as unknown) !== slot) {
    raise(PyTypeError, `can't apply this ${what} to ${typeOf(self).tpName} object`)
  }
}

export const setattr =
  (slot: Slot<'setattro'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 2)
    checkSetattr(self, slot, '__setattr__')
    checkMutable(self, args[0] as Value, py)
    slot(self, attributeName(args[0] as Value), args[1] as Value, py)
    return None
  }
export const delattr =
  (slot: Slot<'setattro'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    checkSetattr(self, slot, '__delattr__')
    checkMutable(self, args[0] as Value, py)
    slot(self, attributeName(args[0] as Value), undefined, py)
    return None
  }

export const get =
  (slot: Slot<'descrGet'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 1, 2)
    const instance = args[0] === None ? undefined : args[0]
    const owner = args[1] === undefined || args[1] === None ? undefined : (args[1] as PyType)
    if (instance === undefined && owner === undefined) raise(PyTypeError, '__get__(None, None) is invalid')
    return slot(self, instance, owner, py)
  }
export const set =
  (slot: Slot<'descrSet'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 2)
    slot(self, args[0] as Value, args[1] as Value, py)
    return None
  }
export const unset =
  (slot: Slot<'descrSet'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    slot(self, args[0] as Value, undefined, py)
    return None
  }

export const setItem =
  (slot: Slot<'setitem'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 2)
    slot(self, args[0] as Value, args[1] as Value, py)
    return None
  }
export const deleteItem =
  (slot: Slot<'setitem'>): Wrapped =>
  (self, args, _, py) => {
    expect(args, 1)
    slot(self, args[0] as Value, undefined, py)
    return None
  }


export const buffer =
  (slot: Slot<'buffer'>): Wrapped =>
  (self, args, _, py) => {
    unpack(args, 1)
    const asked = size(args[0] as Value, py)
    if (asked > 0x7fff_ffff) raise(OverflowError, 'buffer flags too large')
    const flags = Number(BigInt.asIntN(32, BigInt(asked)))
    // bytes and bytearray leave it to PyBuffer_FillInfo, which does not take a memoryview's flags for reading or writing.
    const plain = self instanceof PyBytes || self instanceof PyByteArray
    if (plain && (flags === 0x100 || flags === 0x200)) raise(SystemError, 'Objects/abstract.c:772: bad argument to internal function')
    const view = slot(self, flags, py)
    if (plain && (flags & 1) !== 0 && view.readonly) raise(BufferError, 'Object is not writable.')
    // A memoryview holds its exporter's size only inside a `with` block.
    typeOf(self).slots.releaseBuffer?.(self, view, py)
    return new PyMemoryView(view)
  }

export const releaseBuffer = (): Wrapped => (self, args) => {
  unpack(args, 1)
  const view = args[0]
  if (!(view instanceof PyMemoryView)) return raise(PyTypeError, 'expected a memoryview object')
  if (view.view === undefined) return raise(ValueError, "memoryview's buffer has already been released")
  if (view.view.owner !== self) raise(ValueError, "memoryview's buffer is not this object")
  view.view = undefined
  return None
}
