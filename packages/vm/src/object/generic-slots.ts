// Slots of classes that define special methods in Python: look the method up on the class, bind it, call it.
import { PyFunction, PySlotWrapper, PyStaticMethod } from '../data/callables.ts'
import type { PyBufferView } from '../data/buffer.ts'
import { PyBaseException } from '../data/exception.ts'
import { PyMemoryView } from '../data/memory-view.ts'
import type { Compare } from '../data/slots.ts'
import { type KeywordNames, type SlotName } from '../data/slots.ts'
import { isSubtype, lookup, type PyType, typeOf } from '../data/type.ts'
import { asInt, newInt, None, NotImplemented, type Str, type Value } from '../data/values.ts'
import { findAttr, genericGetAttr } from '../protocols/attributes.ts'
import { call as callValue } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { AttributeError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { index, size } from '../protocols/index-number.ts'
import { forEach } from '../protocols/iterate.ts'
import { countedCall } from '../protocols/native-depth.ts'
import { isRaised, raise, raiseAttributeError } from '../protocols/raise.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'

/** Call special method `name` of `self` with `args`; undefined when its class has none. */
export function callSpecial(
  self: Value,
  name: string,
  args: readonly Value[],
  py: Thread,
  names?: KeywordNames,
): Value | undefined {
  const type = typeOf(self)
  const found = lookup(type, name)
  if (found === undefined) return undefined
  if (found instanceof PyFunction) return py.evaluator.callFunction(found, [self, ...args], names, py)
  // Not bound: it says itself whose method it is.
  if (found instanceof PySlotWrapper) return callValue(found, [self, ...args], py, names)
  const get = typeOf(found).slots.descrGet
  return callValue(get === undefined ? found : get(found, self, type, py), args.slice(), py, names)
}

function required(self: Value, name: string, args: readonly Value[], py: Thread): Value {
  return callSpecial(self, name, args, py) ?? raise(AttributeError, name)
}

export const none = (name: string) => (self: Value, py: Thread) => required(self, name, [], py)
export const one = (name: string) => (self: Value, other: Value, py: Thread) => required(self, name, [other], py)

/** Does the subclass's `name` differ from the one that `base` gives? */
function overrides(subclass: PyType, base: PyType, name: string): boolean {
  const found = lookup(subclass, name)
  return found !== undefined && found !== lookup(base, name)
}

export function binary(slot: SlotName, name: string, reflectedName: string) {
  const self = (left: Value, right: Value, py: Thread): Value => {
    const leftType = typeOf(left)
    const rightType = typeOf(right)
    let other = leftType !== rightType && (rightType.slots[slot] as unknown) === self
    if ((leftType.slots[slot] as unknown) === self) {
      if (other && isSubtype(rightType, leftType) && overrides(rightType, leftType, reflectedName)) {
        const result = callSpecial(right, reflectedName, [left], py) ?? NotImplemented
        if (result !== NotImplemented) return result
        other = false
      }
      const result = callSpecial(left, name, [right], py) ?? NotImplemented
      if (result !== NotImplemented || leftType === rightType) return result
    }
    return other ? (callSpecial(right, reflectedName, [left], py) ?? NotImplemented) : NotImplemented
  }
  return self
}

export const power = (base: Value, exponent: Value, modulus: Value, py: Thread): Value => {
  if (modulus === None) {
    // The pair is decided by who has this very slot, so it is asked under the name that the table holds.
    const baseType = typeOf(base)
    const exponentType = typeOf(exponent)
    let other = baseType !== exponentType && (exponentType.slots.power as unknown) === power
    if ((baseType.slots.power as unknown) === power) {
      if (other && isSubtype(exponentType, baseType) && overrides(exponentType, baseType, '__rpow__')) {
        const result = callSpecial(exponent, '__rpow__', [base], py) ?? NotImplemented
        if (result !== NotImplemented) return result
        other = false
      }
      const result = callSpecial(base, '__pow__', [exponent], py) ?? NotImplemented
      if (result !== NotImplemented || baseType === exponentType) return result
    }
    return other ? (callSpecial(exponent, '__rpow__', [base], py) ?? NotImplemented) : NotImplemented
  }
  if ((typeOf(base).slots.power as unknown) === power) return callSpecial(base, '__pow__', [exponent, modulus], py) ?? NotImplemented
  return NotImplemented
}
export const inplacePower = (base: Value, exponent: Value, _: Value, py: Thread): Value =>
  required(base, '__ipow__', [exponent], py)

// Whoever asks checks what they answer: repr() and str() name themselves.
export const repr = (self: Value, py: Thread): Str => required(self, '__repr__', [], py) as Str
export const str = (self: Value, py: Thread): Str => required(self, '__str__', [], py) as Str

export const hash = (self: Value, py: Thread): number | bigint => {
  const made = required(self, '__hash__', [], py)
  const int = asInt(made)
  if (int === undefined) return raise(PyTypeError, '__hash__ method should return an integer')
  if (typeof int === 'number') return int === -1 ? -2 : int
  // Out of Py_hash_t's range, CPython hashes the int itself.
  if (int >= -(2n ** 63n) && int < 2n ** 63n) return int
  const modulus = 2n ** 61n - 1n
  const folded = int < 0n ? -(-int % modulus) : int % modulus
  return newInt(folded === -1n ? -2n : folded)
}

export const call = countedCall((self: Value, args, names, py) =>
  callSpecial(self, '__call__', args, py, names) ??
  raise(PyTypeError, `'${typeOf(self).tpName}' object is not callable`))

export const getattr = (self: Value, name: Str, py: Thread): Value => {
  const type = typeOf(self)
  const hook = lookup(type, '__getattr__')
  const direct = lookup(type, '__getattribute__')
  const plain = direct instanceof PySlotWrapper && direct.slot === genericGetAttr
  if (hook === undefined) return plain ? genericGetAttr(self, name, py) : required(self, '__getattribute__', [name], py)
  if (plain) {
    const found = findAttr(self, name, py)
    if (found !== undefined) return found
  } else {
    try {
      return required(self, '__getattribute__', [name], py)
    } catch (caught) {
      if (!isRaised(caught, AttributeError)) throw caught
    }
  }
  return required(self, '__getattr__', [name], py)
}

export const setattr = (self: Value, name: Str, value: Value | undefined, py: Thread): void => {
  if (value === undefined) required(self, '__delattr__', [name], py)
  else required(self, '__setattr__', [name, value], py)
}

const compareNames = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const
export const compare = (self: Value, other: Value, op: Compare, py: Thread): Value => {
  const found = lookup(typeOf(self), compareNames[op])
  if (found === undefined) return NotImplemented
  if (found instanceof PyFunction) return py.evaluator.callFunction(found, [self, other], undefined, py)
  if (found instanceof PySlotWrapper) return callValue(found, [self, other], py)
  const method = bound(found, self, py)
  return method === undefined ? NotImplemented : callValue(method, [other], py)
}

/** A method bound to its receiver; undefined when that fails, whatever the reason. */
function bound(found: Value, self: Value, py: Thread): Value | undefined {
  try {
    const get = typeOf(found).slots.descrGet
    return get === undefined ? found : get(found, self, typeOf(self), py)
  } catch (caught) {
    if (caught instanceof PyBaseException) return undefined
    throw caught
  }
}

export const iter = (self: Value, py: Thread): Value => {
  const found = lookup(typeOf(self), '__iter__')
  if (found === None) raise(PyTypeError, `'${typeOf(self).tpName}' object is not iterable`)
  return required(self, '__iter__', [], py)
}

export const get = (self: Value, instance: Value | undefined, owner: PyType | undefined, py: Thread): Value =>
  callSpecial(self, '__get__', [instance ?? None, owner ?? None], py) ?? self

export const set = (self: Value, instance: Value, value: Value | undefined, py: Thread): void => {
  const name = value === undefined ? '__delete__' : '__set__'
  const args = value === undefined ? [instance] : [instance, value]
  if (callSpecial(self, name, args, py) === undefined) raiseAttributeError(self, name, name)
}

export const init = (self: Value, args: Value[], names: KeywordNames | undefined, py: Thread): void => {
  const made = callSpecial(self, '__init__', args, py, names)
  if (made !== undefined && made !== None) {
    raise(PyTypeError, `__init__() should return None, not '${typeOf(made).tpName}'`)
  }
}

export const make = (cls: PyType, args: Value[], names: KeywordNames | undefined, py: Thread): Value => {
  const found = lookup(cls, '__new__') as Value
  const callable = found instanceof PyStaticMethod ? found.callable : found
  const get = callable === found ? typeOf(found).slots.descrGet : undefined
  return callValue(get === undefined ? callable : get(found, undefined, cls, py), [cls, ...args], py, names)
}

export const finalize = (self: Value, py: Thread): void => {
  callSpecial(self, '__del__', [], py)
}

export const bool = (self: Value, py: Thread): boolean => {
  const made = required(self, '__bool__', [], py)
  if (typeof made !== 'boolean') raise(PyTypeError, `__bool__ should return bool, returned ${typeOf(made).tpName}`)
  return made
}

export const len = (self: Value, py: Thread): number => {
  const made = required(self, '__len__', [], py)
  const count = index(made, py)
  if (count < 0) raise(ValueError, '__len__() should return >= 0')
  return size(newInt(count), py)
}

export const setItem = (self: Value, key: Value, value: Value | undefined, py: Thread): void => {
  if (value === undefined) required(self, '__delitem__', [key], py)
  else required(self, '__setitem__', [key, value], py)
}

export const contains = (self: Value, item: Value, py: Thread): boolean => {
  const found = lookup(typeOf(self), '__contains__')
  if (found === None) raise(PyTypeError, `'${typeOf(self).tpName}' object is not a container`)
  const made = callSpecial(self, '__contains__', [item], py)
  if (made !== undefined) return truth(made, py)
  let result = false
  forEach(self, py, (candidate) => {
    result = equal(candidate, item, py)
    return !result
  })
  return result
}

export const buffer = (self: Value, flags: number, py: Thread): PyBufferView => {
  const made = required(self, '__buffer__', [newInt(flags)], py)
  if (!(made instanceof PyMemoryView)) return raise(PyTypeError, '__buffer__ returned non-memoryview object')
  if (made.view === undefined) return raise(ValueError, 'operation forbidden on released memoryview object')
  return { ...made.view, owner: self }
}

export const releaseBuffer = (self: Value, view: PyBufferView, py: Thread): void => {
  callSpecial(self, '__release_buffer__', [new PyMemoryView(view)], py)
}
