// isinstance() and issubclass() (https://docs.python.org/3.13/reference/datamodel.html#customizing-instance-and-subclass-checks).
import { objectType, typeType } from '../data/roots.ts'
import { PyTuple } from '../data/sequences.ts'
import { isSubtype, lookup, PyType, typeOf } from '../data/type.ts'
import { PyUnion } from '../data/union.ts'
import { narrowStr, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { genericGetAttr, getAttrOrUndefined } from './attributes.ts'
import { call, lookupSpecial } from './call.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { enterNative } from './native-depth.ts'
import { raise } from './raise.ts'
import { truth } from './truth.ts'

const instanceMessage = 'isinstance() arg 2 must be a type, a tuple of types, or a union'
const subclassMessage = 'issubclass() arg 2 must be a class, a tuple of classes, or a union'

/** What stands for several classes. */
const membersOf = (cls: Value): readonly Value[] | undefined =>
  cls instanceof PyTuple ? cls.items : cls instanceof PyUnion ? cls.args.items : undefined

/** `isinstance(object, cls)`: a class, a tuple of them, or anything with `__instancecheck__`. */
export function isInstance(object: Value, cls: Value, py: Thread): boolean {
  if (typeOf(object) === cls) return true
  if (cls instanceof PyType && cls.type === typeType) return isRealInstance(object, cls, py)
  const members = membersOf(cls)
  const check = members === undefined ? lookupSpecial(cls, '__instancecheck__', py) : undefined
  if (check !== undefined || members !== undefined) {
    enterNative(py, ' in __instancecheck__')
    try {
      if (check !== undefined) return truth(call(check, [object], py), py)
      return (members ?? []).some((entry) => isInstance(object, entry, py))
    } finally {
      py.nativeDepth--
    }
  }
  return isRealInstance(object, cls, py)
}

/** Is `__class__` of its instances the class that they have? */
function tellsTruth(type: PyType): boolean {
  const slot = type.slots.getattro
  return (slot === undefined || slot === (genericGetAttr as unknown)) && lookup(type, '__class__') === lookup(objectType, '__class__')
}

/** `type.__instancecheck__`, and classes by duck typing. */
export function isRealInstance(object: Value, cls: Value, py: Thread): boolean {
  if (cls instanceof PyType) {
    const type = typeOf(object)
    if (isSubtype(type, cls)) return true
    if (tellsTruth(type)) return false
    const claimed = getAttrOrUndefined(object, narrowStr('__class__'), py)
    return claimed instanceof PyType && claimed !== typeOf(object) && isSubtype(claimed, cls)
  }
  if (basesOf(cls, py) === undefined) raise(PyTypeError, instanceMessage)
  const claimed = getAttrOrUndefined(object, narrowStr('__class__'), py)
  return claimed !== undefined && inherits(claimed, cls, py)
}

/** `issubclass(derived, cls)`. */
export function isSubclass(derived: Value, cls: Value, py: Thread): boolean {
  if (cls instanceof PyType && cls.type === typeType) {
    if (derived === cls) return true
    return isRealSubclass(derived, cls, py)
  }
  const members = membersOf(cls)
  const check = members === undefined ? lookupSpecial(cls, '__subclasscheck__', py) : undefined
  if (check !== undefined || members !== undefined) {
    enterNative(py, ' in __subclasscheck__')
    try {
      if (check !== undefined) return truth(call(check, [derived], py), py)
      return (members ?? []).some((entry) => isSubclass(derived, entry, py))
    } finally {
      py.nativeDepth--
    }
  }
  return isRealSubclass(derived, cls, py)
}

/** `type.__subclasscheck__`. */
export function isRealSubclass(derived: Value, cls: Value, py: Thread): boolean {
  if (derived instanceof PyType && cls instanceof PyType) return isSubtype(derived, cls)
  if (basesOf(derived, py) === undefined) raise(PyTypeError, 'issubclass() arg 1 must be a class')
  if (basesOf(cls, py) === undefined) raise(PyTypeError, subclassMessage)
  return inherits(derived, cls, py)
}

function basesOf(cls: Value, py: Thread): readonly Value[] | undefined {
  const bases = getAttrOrUndefined(cls, narrowStr('__bases__'), py)
  return bases instanceof PyTuple ? bases.items : undefined
}

function inherits(derived: Value, cls: Value, py: Thread): boolean {
  if (derived === cls) return true
  return (basesOf(derived, py) ?? []).some((base) => inherits(base, cls, py))
}
