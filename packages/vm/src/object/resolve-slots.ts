// Which functions fill a class's slots: from its own and inherited special methods, whoever wrote them. Start-up does
// this for each class before V8 has optimised anything, when `for … of` costs an object a step: loops count.
import { PyMethodDescriptor, PySlotWrapper } from '../data/callables.ts'
import type { SlotName, Slots } from '../data/slots.ts'
import { noteInstances } from '../data/finalizable.ts'
import { isSubtype, lookup, ownNamespace, subclassesOf, TypeFlags, type PyType } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import { dundersByName, dundersBySlot, type Dunder } from './dunder.ts'

/**
 * Copy what a builtin class does not define itself from its bases, which have their own bases' already. `hash` and
 * `richcompare` go together.
 */
export function inheritSlots(type: PyType): void {
  const into = type.slots as Record<string, unknown>
  const ownComparison = into['richcompare'] !== undefined || into['hash'] !== undefined
  for (let place = 0; place < type.bases.length; place++) {
    const from = (type.bases[place] as PyType).slots as Record<string, unknown>
    for (const name in from) {
      if (into[name] !== undefined || from[name] === undefined) continue
      if (ownComparison && (name === 'hash' || name === 'richcompare')) continue
      into[name] = from[name]
    }
  }
}

/**
 * Fill every slot of a Python class from the methods that a look-up through its MRO finds. The first base has done so
 * already: what the class and its other ancestors do not define is as there.
 */
export function resolveSlots(type: PyType): void {
  const [base] = type.bases
  if (base === undefined || !isResolved(base) || !keepsOrder(type, base)) {
    dundersBySlot.forEach((_, slot) => resolveSlot(type, slot))
    if (type.slots.finalize !== undefined) noteInstances(type)
    return
  }
  const from = base.slots as Record<string, unknown>
  dundersBySlot.forEach((_, slot) => assign(type, slot, from[slot]))
  const changed = new Set<SlotName>()
  type.mro.forEach((ancestor) => {
    if (base.mro.includes(ancestor)) return
    ownNamespace(ancestor).keys.forEach((key) => {
      if (typeof key === 'string') dundersByName.get(key)?.forEach((entry) => changed.add(entry.slot))
    })
  })
  changed.forEach((slot) => resolveSlot(type, slot))
  if (type.slots.finalize !== undefined) noteInstances(type)
}

/**
 * Are the class's slots those that names lead to? A builtin one's may not be, `object` excepted (a tuple's `+` is its
 * `__add__`, for the number protocol a slot of its own).
 */
function isResolved({ flags, mro }: PyType): boolean {
  return (flags & TypeFlags.HEAPTYPE) !== 0 || mro.length === 1
}

/** After `cls.__name__ = …` or `del cls.__name__`: fill that method's slots again, in subclasses too. */
export function resolveAfterChange(type: PyType, name: string): void {
  const entries = dundersByName.get(name)
  if (entries === undefined) return
  for (const entry of entries) resolveSlot(type, entry.slot)
  if (type.slots.finalize !== undefined) noteInstances(type)
  for (const reference of subclassesOf(type)) {
    const subclass = reference.deref()
    if (subclass !== undefined) resolveAfterChange(subclass, name)
  }
}

/** Does the class look through its base as the base does? Always, but for a metaclass's own `mro()`. */
function keepsOrder(type: PyType, base: PyType): boolean {
  const shared = type.mro.filter((ancestor) => base.mro.includes(ancestor))
  return shared.length === base.mro.length && shared.every((ancestor, place) => ancestor === base.mro[place])
}

function resolveSlot(type: PyType, slot: SlotName): void {
  let specific: unknown
  let generic: Slots[SlotName]
  let conflict = false
  const entries = dundersBySlot.get(slot) as readonly Dunder[]
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place] as Dunder
    const found = lookup(type, entry.name)
    if (found === undefined) continue
    if (found instanceof PySlotWrapper && found.slotName === slot && isSubtype(type, found.owner)) {
      // One wrapped builtin slot is used as it is, unless two different ones meet.
      if (specific !== undefined && specific !== found.slot) conflict = true
      specific = found.slot
      generic ??= entry.generic
      continue
    }
    // A tuple's `__mul__` wraps what repeats it: a subclass has no number's slot because of it. Somebody else's wrapper is
    // a method like any other, which refuses.
    if (found instanceof PySlotWrapper && (entry.generic === undefined || (found.name === entry.name && found.slotName !== slot && isSubtype(type, found.owner)))) continue
    if (found instanceof PyMethodDescriptor && found.owner.slots[slot] !== undefined && isSubtype(type, found.owner)) {
      // A method that stands beside a slot of its class (`list.__getitem__`): the slot is the quicker way.
      const own = found.owner.slots[slot]
      if (specific !== undefined && specific !== own) conflict = true
      specific = own
      generic ??= entry.generic
      continue
    }
    if (slot === 'new') {
      specific = newSlot(type, found)
      if (specific !== undefined) continue
    }
    if (slot === 'hash' && found === None) {
      assign(type, slot, undefined)
      return
    }
    if (entry.generic === undefined) continue
    generic = entry.generic
    conflict = true
  }
  assign(type, slot, conflict || specific === undefined ? generic : (specific as Slots[SlotName]))
}

/** `__new__` of a builtin base, not overridden in Python: keep the base's own slot. */
function newSlot(type: PyType, found: Value): unknown {
  const base = type.mro.find((ancestor) => ownNamespace(ancestor).getStr('__new__') !== undefined)
  return base !== undefined && base.nativeNew && base.namespace.getStr('__new__') === found ? base.slots.new : undefined
}

function assign(type: PyType, slot: SlotName, value: unknown): void {
  ;(type.slots as Record<string, unknown>)[slot] = value
}

