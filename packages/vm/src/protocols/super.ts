// Attribute look-up behind `super()`: in the MRO of the object's class, after the class that asks.
import { isSubtype, ownNamespace, PyType, typeOf } from '../data/type.ts'
import { narrowStr, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { getAttrOrUndefined } from './attributes.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** The class whose MRO `super(cls, object)` walks; TypeError when object is neither instance nor subclass. */
export function superStart(cls: PyType, object: Value, py: Thread): PyType {
  if (object instanceof PyType && isSubtype(object, cls)) return object
  if (isSubtype(typeOf(object), cls)) return typeOf(object)
  const claimed = getAttrOrUndefined(object, narrowStr('__class__'), py)
  if (claimed instanceof PyType && claimed !== typeOf(object) && isSubtype(claimed, cls)) return claimed
  const what = object instanceof PyType ? `type ${object.tpName}` : `instance of ${typeOf(object).tpName}`
  return raise(PyTypeError, `super(type, obj): obj (${what}) is not an instance or subtype of type (${cls.tpName}).`)
}

/** The unbound attribute; undefined when no class after `cls` has it. */
export function superLookup(cls: PyType, start: PyType, name: string): Value | undefined {
  const at = start.mro.indexOf(cls)
  for (let i = at + 1; i < start.mro.length; i++) {
    const found = ownNamespace(start.mro[i] as PyType).getStr(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Bind what was found to the object (or leave it to the class, when the object is the class itself). */
export function superBind(found: Value, object: Value, start: PyType, py: Thread): Value {
  const get = typeOf(found).slots.descrGet
  return get === undefined ? found : get(found, object === start ? undefined : object, start, py)
}

