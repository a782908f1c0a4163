// _abc: abstract base classes. What is registered and what was asked before is kept beside the class.
import { PyFrozenSet } from '../data/set.ts'
import { newSetOf } from './set-of.ts'
import { newTuple } from '../data/sequences.ts'
import { isSubtype, ownNamespace, PyType, subclassesOf, TypeFlags, typeOf } from '../data/type.ts'
import { asInt, asStr, narrowStr, newInt, NotImplemented, type Str, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { getAttr, getAttrOrUndefined, setAttr } from '../protocols/attributes.ts'
import { callMethod } from '../protocols/call.ts'
import { RuntimeError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { isSubclass } from '../protocols/instance-check.ts'
import { toArray } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import { truth } from '../protocols/truth.ts'
import { PyList } from '../data/sequences.ts'
import type { Thread } from '../thread.ts'

interface AbcData {
  registry: Set<PyType>
  cache: Set<PyType>
  negative: Set<PyType>
  negativeVersion: number
}

const data = new WeakMap<PyType, AbcData>()
/** Grows with every registration: what was denied before may hold now. */
let invalidations = 0

function dataOf(cls: Value): AbcData {
  const found = cls instanceof PyType ? data.get(cls) : undefined
  return found ?? raise(PyTypeError, "_abc_init() has not been called")
}

/** Those of `types` that are abstract base classes. */
export const abstractClasses = (types: readonly PyType[]): PyType[] => types.filter((type) => data.has(type))

/** The classes registered with an abstract base class. */
export const registeredWith = (type: PyType): PyType[] => [...(data.get(type)?.registry ?? [])]

/** An abstract base class as it was: its registry counts, what it was asked does not. */
export function restoreRegistry(type: PyType, registered: Iterable<PyType>): void {
  data.set(type, { registry: new Set(registered), cache: new Set(), negative: new Set(), negativeVersion: invalidations })
  invalidations++
}

function abstractNames(cls: PyType, py: Thread): PyFrozenSet {
  const names: Value[] = []
  const isAbstract = (value: Value): boolean => {
    const flag = getAttrOrUndefined(value, narrowStr('__isabstractmethod__'), py)
    return flag !== undefined && truth(flag, py)
  }
  const namespace = ownNamespace(cls)
  namespace.keys.slice().forEach((key, i) => {
    if (key !== undefined && isAbstract(namespace.values[i] as Value)) names.push(key)
  })
  for (const base of cls.bases) {
    const inherited = getAttrOrUndefined(base, narrowStr('__abstractmethods__'), py)
    if (inherited === undefined) continue
    for (const name of toArray(inherited, py)) {
      const value = getAttrOrUndefined(cls, asStr(name) as Str, py)
      if (value !== undefined && isAbstract(value)) names.push(name)
    }
  }
  const set = new PyFrozenSet()
  for (const name of names) set.add(name, py.keys)
  return set
}

const collectionFlags = TypeFlags.SEQUENCE | TypeFlags.MAPPING

function initialize(cls: Value, py: Thread): void {
  if (!(cls instanceof PyType)) return raise(PyTypeError, 'ABCMeta argument must be a type')
  setAttr(cls, narrowStr('__abstractmethods__'), abstractNames(cls, py), py)
  data.set(cls, { registry: new Set(), cache: new Set(), negative: new Set(), negativeVersion: invalidations })
  const flags = ownNamespace(cls).getStr('__abc_tpflags__')
  const int = flags === undefined ? undefined : asInt(flags)
  if (int !== undefined) {
    if ((Number(int) & collectionFlags) === collectionFlags) {
      raise(PyTypeError, '__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')
    }
    cls.flags |= Number(int) & collectionFlags
    ownNamespace(cls).deleteStr('__abc_tpflags__')
  }
}

/** A registered class and its subclasses match as the ABC's own would. */
function spreadFlags(cls: PyType, flags: number): void {
  if ((cls.flags & collectionFlags) === flags || (cls.flags & TypeFlags.IMMUTABLETYPE) !== 0) return
  cls.flags = (cls.flags & ~collectionFlags) | flags
  for (const reference of subclassesOf(cls)) {
    const subclass = reference.deref()
    if (subclass !== undefined) spreadFlags(subclass, flags)
  }
}

function register(self: Value, subclass: Value, py: Thread): Value {
  if (!(subclass instanceof PyType)) return raise(PyTypeError, 'Can only register classes')
  if (isSubclass(subclass, self, py)) return subclass
  if (isSubclass(self, subclass, py)) raise(RuntimeError, 'Refusing to create an inheritance cycle')
  dataOf(self).registry.add(subclass)
  invalidations++
  const flags = (self as PyType).flags & collectionFlags
  if (flags !== 0) spreadFlags(subclass, flags)
  return subclass
}

function subclassCheck(self: Value, subclass: Value, py: Thread): boolean {
  if (!(subclass instanceof PyType)) return raise(PyTypeError, 'issubclass() arg 1 must be a class')
  const own = dataOf(self)
  if (own.cache.has(subclass)) return true
  if (own.negativeVersion < invalidations) {
    own.negative.clear()
    own.negativeVersion = invalidations
  } else if (own.negative.has(subclass)) return false
  const settle = (answer: boolean): boolean => {
    ;(answer ? own.cache : own.negative).add(subclass)
    return answer
  }
  const ok = callMethod(self, '__subclasshook__', [subclass], py)
  if (ok === true || ok === false) return settle(ok)
  if (ok !== NotImplemented) raise(PyTypeError, '__subclasshook__ must return either False, True, or NotImplemented')
  if (isSubtype(subclass, self as PyType)) return settle(true)
  for (const registered of [...own.registry]) if (isSubclass(subclass, registered, py)) return settle(true)
  const subclasses = callMethod(self, '__subclasses__', [], py)
  if (!(subclasses instanceof PyList)) return raise(PyTypeError, '__subclasses__() must return a list')
  for (const candidate of subclasses.items) if (isSubclass(subclass, candidate, py)) return settle(true)
  return settle(false)
}

function instanceCheck(self: Value, instance: Value, py: Thread): boolean {
  const own = dataOf(self)
  const claimed = getAttr(instance, narrowStr('__class__'), py)
  if (claimed instanceof PyType && own.cache.has(claimed)) return true
  const actual = typeOf(instance)
  if (actual === claimed) {
    if (own.negativeVersion === invalidations && own.negative.has(actual)) return false
    return truth(callMethod(self, '__subclasscheck__', [claimed], py), py)
  }
  return truth(callMethod(self, '__subclasscheck__', [claimed], py), py) || truth(callMethod(self, '__subclasscheck__', [actual], py), py)
}

export const _abc = defineModule('_abc', () => ({
  doc: 'What the abc module is made of.',
  functions: [
    fn('get_cache_token()', 'Answer a number that changes with every registration.', () => newInt(invalidations)),
    fn('_abc_init(self: object, /)', 'Set up an abstract base class.', initialize),
    fn('_abc_register(self: object, subclass: object, /)', 'Register a subclass.', register),
    fn('_abc_instancecheck(self: object, instance: object, /)', 'What isinstance() asks.', instanceCheck),
    fn('_abc_subclasscheck(self: object, subclass: object, /)', 'What issubclass() asks.', subclassCheck),
    fn('_get_dump(self: object, /)', 'Answer registry, cache, negative cache and its version.', (self, py) => {
      const own = dataOf(self)
      return newTuple([
        newSetOf([...own.registry], py), newSetOf([...own.cache], py), newSetOf([...own.negative], py), newInt(own.negativeVersion),
      ])
    }),
    fn('_reset_registry(self: object, /)', 'Forget what is registered.', (self) => dataOf(self).registry.clear()),
    fn('_reset_caches(self: object, /)', 'Forget what was asked.', (self) => {
      const own = dataOf(self)
      own.cache.clear()
      own.negative.clear()
    }),
  ],
}))
