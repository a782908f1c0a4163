// Proxies: everything that is asked of one is asked of its object.
import { emptySlots, type SlotName } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import { newStr, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { call } from '../../protocols/call.ts'
import { getAttr, setAttr } from '../../protocols/attributes.ts'
import { compare } from '../../protocols/compare.ts'
import { ReferenceError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { fullName } from '../../protocols/full-name.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { address, str } from '../../protocols/repr.ts'
import { contains, deleteItem, getItem, length, setItem } from '../../protocols/subscript.ts'
import { truth } from '../../protocols/truth.ts'
import { typeOf } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'
import { binary, inplace, operators, power, unary } from '../../protocols/number.ts'
import { addReference, PyWeakReference, referent, sharedReference, weakReferenceable } from './reference.ts'

export class PyProxy extends PyWeakReference {}
export class PyCallableProxy extends PyProxy {}

/** The object behind a proxy; any other value itself. */
function unwrap(value: Value): Value {
  if (!(value instanceof PyProxy)) return value
  return referent(value) ?? raise(ReferenceError, 'weakly-referenced object no longer exists')
}

const operatorSlots: readonly (readonly [SlotName, keyof typeof operators])[] = Object.keys(operators).map(
  (name) => [name as SlotName, name as keyof typeof operators] as const,
)

function slots(): Record<string, unknown> {
  const made: Record<string, unknown> = {
    repr: (self: PyProxy, py: Thread) => {
      const target = referent(self)
      return newStr(
        target === undefined
          ? `<weakproxy at ${address(self)}; dead>`
          : `<weakproxy at ${address(self)}; to '${fullName(target.type, py)}' at ${address(target)}>`,
      )
    },
    str: (self: Value, py: never) => str(unwrap(self), py),
    getattro: (self: Value, name: never, py: never) => getAttr(unwrap(self), name, py),
    setattro: (self: Value, name: never, value: never, py: never) => setAttr(unwrap(self), name, value, py),
    richcompare: (self: Value, other: Value, op: never, py: never) => compare(unwrap(self), unwrap(other), op, py),
    iter: (self: Value, py: never) => iterate(unwrap(self), py),
    next: (self: Value, py: never) => {
      const target = unwrap(self)
      const slot = typeOf(target).slots.next
      if (slot === undefined) return raise(PyTypeError, `Weakref proxy referenced a non-iterator '${typeOf(target).tpName}' object`)
      return slot(target, py)
    },
    len: (self: Value, py: never) => length(unwrap(self), py),
    getitem: (self: Value, key: Value, py: never) => getItem(unwrap(self), unwrap(key), py),
    setitem: (self: Value, key: Value, value: Value | undefined, py: never) =>
      value === undefined ? deleteItem(unwrap(self), key, py) : setItem(unwrap(self), key, value, py),
    contains: (self: Value, item: Value, py: never) => contains(unwrap(self), item, py),
    bool: (self: Value, py: never) => truth(unwrap(self), py),
    int: (self: Value, py: never) => callMethod(unwrap(self), '__int__', [], py),
    float: (self: Value, py: never) => callMethod(unwrap(self), '__float__', [], py),
    index: (self: Value, py: never) => callMethod(unwrap(self), '__index__', [], py),
    power: (base: Value, exponent: Value, modulus: Value, py: never) => power(unwrap(base), unwrap(exponent), unwrap(modulus), py),
    inplacePower: (base: Value, exponent: Value, modulus: Value, py: never) => power(unwrap(base), unwrap(exponent), unwrap(modulus), py, true),
  }
  for (const name of ['negative', 'positive', 'invert', 'absolute'] as const) {
    made[name] = (self: Value, py: never) => unary(unwrap(self), name, py)
  }
  const known = emptySlots()
  for (const [slot, name] of operatorSlots) {
    if (!(slot in known) || made[slot] !== undefined) continue
    made[slot] = (left: Value, right: Value, py: never) => binary(unwrap(left), unwrap(right), operators[name], py)
    const { inplace: inplaceSlot } = operators[name]
    if (inplaceSlot !== slot) made[inplaceSlot] = (left: Value, right: Value, py: never) => inplace(unwrap(left), unwrap(right), operators[name], py)
  }
  return made
}

const method = methods<PyProxy>()
const proxyMethods = [
  method('__bytes__(self, /)', 'Ask the object.', (self, py) => callMethod(unwrap(self), '__bytes__', [], py)),
  method('__reversed__(self, /)', 'Ask the object.', (self, py) => callMethod(unwrap(self), '__reversed__', [], py)),
] as BuiltinDefinition[]

export const proxyType: PyType = defineType('weakref.ProxyType()', {
  text: null,
  doc: 'Stands for an object without keeping it alive.',
  instance: PyProxy,
  instantiable: false,
  slots: slots() as never,
  methods: () => proxyMethods,
})
export const callableProxyType: PyType = defineType('weakref.CallableProxyType()', {
  text: null,
  doc: 'Stands for a callable without keeping it alive.',
  instance: PyCallableProxy,
  instantiable: false,
  slots: { ...slots(), call: (self: Value, args: never, names: never, py: never) => call(unwrap(self), args, py, names) } as never,
  methods: () => proxyMethods,
})

/** `weakref.proxy(object, callback)`. */
export function newProxy(object: Value, callback: Value | undefined, py: Thread): PyProxy {
  const target = weakReferenceable(object)
  const callable = typeOf(target).slots.call !== undefined
  const shared = callback === undefined ? sharedReference(target, callable ? callableProxyType : proxyType) : undefined
  if (shared !== undefined) return shared
  const made = callable ? new PyCallableProxy(target, callback) : new PyProxy(target, callback)
  addReference(target, made, py)
  return made
}
