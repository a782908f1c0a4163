// Attribute access: `getattro` and `setattro` of every class, and what `object` puts in them
// (https://docs.python.org/3.13/howto/descriptor.html#invocation-from-an-instance).
import { PyDict } from '../data/dict.ts'
import { PyObject } from '../data/object.ts'
import { instanceDelete, instanceGet, instanceSet, keepsNames, namesKept, namespaceOf, PyInstance } from '../data/shape.ts'
import { lookup, PyType, TypeFlags, typeOf } from '../data/type.ts'
import { PyModule } from '../data/module.ts'
import { None, PyStrInstance, PyWideStr, strValue, type Str, type Value } from '../data/values.ts'
import { reprText } from './repr.ts'
import type { Thread } from '../thread.ts'
import { AttributeError, TypeError as PyTypeError } from './exceptions.ts'
import { isRaised, raise, raiseAttributeError } from './raise.ts'

/** `getattr(object, name)`. */
export function getAttr(object: Value, name: Str, py: Thread): Value {
  const slot = typeOf(object).slots.getattro
  try {
    return slot === undefined ? genericGetAttr(object, name, py) : slot(object, name, py)
  } catch (caught) {
    // Who raised may not have said of what: the look-up does.
    if (isRaised(caught, AttributeError) && (caught.fields['name'] ?? None) === None && (caught.fields['obj'] ?? None) === None) {
      caught.fields['name'] = name
      caught.fields['obj'] = object
    }
    throw caught
  }
}

/** `getattr(object, name, undefined)`: only AttributeError is a miss. */
export function getAttrOrUndefined(object: Value, name: Str, py: Thread): Value | undefined {
  const slot = typeOf(object).slots.getattro
  if (slot === undefined || slot === (genericGetAttr as unknown)) return findAttr(object, name, py)
  try {
    return slot(object, name, py)
  } catch (caught) {
    if (isRaised(caught, AttributeError)) return undefined
    throw caught
  }
}

/** `setattr(object, name, value)`; `value` undefined deletes. */
export function setAttr(object: Value, name: Str, value: Value | undefined, py: Thread): void {
  const type = typeOf(object)
  const slot = type.slots.setattro
  if (slot === undefined) genericSetAttr(object, name, value, py)
  else slot(object, name, value, py)
}

/** The namespace an object already has; undefined when it has none (yet). Never creates one. */
export function existingDict(object: Value): PyDict | undefined {
  if (!(object instanceof PyObject)) return undefined
  if (object instanceof PyModule) return object.namespace
  return object.dict
}

/** `object.__dict__` as a dict, made when it is not there yet; undefined when the class allows none. */
export function ensureDict(object: Value): PyDict | undefined {
  if (!(object instanceof PyObject)) return undefined
  if (object instanceof PyModule) return object.namespace
  if (!object.type.hasDict) return undefined
  if (object instanceof PyInstance) return namespaceOf(object)
  return (object.dict ??= keepsNames(object.type) ? PyDict.ofInstance(namesKept) : new PyDict())
}

function ownAttr(object: Value, text: string): Value | undefined {
  if (object instanceof PyInstance) return instanceGet(object, text)
  return existingDict(object)?.getStr(text)
}

/** `object.__getattribute__`, with undefined for AttributeError of its own making. */
export function findAttr(object: Value, name: Str, py: Thread): Value | undefined {
  const type = typeOf(object)
  const text = strValue(name)
  const found = lookup(type, text)
  if (found !== undefined) {
    const slots = typeOf(found).slots
    const get = slots.descrGet
    if (get !== undefined && slots.descrSet !== undefined) return getOrUndefined(found, object, py)
    const own = ownAttr(object, text)
    if (own !== undefined) return own
    return get === undefined ? found : getOrUndefined(found, object, py)
  }
  return ownAttr(object, text)
}

function getOrUndefined(descriptor: Value, object: Value, py: Thread): Value | undefined {
  try {
    return typeOf(descriptor).slots.descrGet?.(descriptor, object, typeOf(object), py)
  } catch (caught) {
    if (isRaised(caught, AttributeError)) return undefined
    throw caught
  }
}

/** `object.__getattribute__`. */
export function genericGetAttr(object: Value, name: Str, py: Thread): Value {
  const type = typeOf(object)
  const text = strValue(name)
  const found = lookup(type, text)
  if (found !== undefined) {
    const slots = typeOf(found).slots
    const get = slots.descrGet
    if (get !== undefined && slots.descrSet !== undefined) return get(found, object, type, py)
    const own = ownAttr(object, text)
    if (own !== undefined) return own
    return get === undefined ? found : get(found, object, type, py)
  }
  const own = ownAttr(object, text)
  if (own !== undefined) return own
  return raiseAttributeError(object, name, `'${type.tpName}' object has no attribute '${text}'`)
}

/** Do its instances hold their values themselves, rather than in a dict? Then a value that cannot be deleted has no context. */
function holdsValues(type: PyType): boolean {
  let base = type
  while (base.flags & TypeFlags.HEAPTYPE && base.base !== null) base = base.base
  return !base.hasDict
}

/** `object.__setattr__` and `object.__delattr__` (`value` undefined). */
export function genericSetAttr(object: Value, name: Str, value: Value | undefined, py: Thread): void {
  const type = typeOf(object)
  const text = strValue(name)
  const found = lookup(type, text)
  if (found !== undefined) {
    const set = typeOf(found).slots.descrSet
    if (set !== undefined) return set(found, object, value, py)
  }
  if (object instanceof PyInstance && type.hasDict) {
    if (value !== undefined) return instanceSet(object, text, value)
    if (instanceDelete(object, text)) return
    const message = `'${type.tpName}' object has no attribute '${text}'`
    const plain = !(name instanceof PyStrInstance) && holdsValues(type)
    return plain ? raise(AttributeError, message) : raiseAttributeError(object, name, message)
  }
  const dict = ensureDict(object)
  if (dict === undefined) {
    if (found === undefined) {
      const message =
        typeOf(object).slots.setattro === (genericSetAttr as unknown)
          ? `'${type.tpName}' object has no attribute '${text}' and no __dict__ for setting new attributes`
          : `'${type.tpName}' object has no attribute '${text}'`
      return raiseAttributeError(object, name, message)
    }
    return raise(AttributeError, `'${type.tpName}' object attribute '${text}' is read-only`)
  }
  if (value !== undefined) dict.setStr(text, value)
  else if (dict.deleteStr(text) === undefined) {
    raiseAttributeError(object, name, `'${type.tpName}' object has no attribute '${text}'`)
  }
}

/** TypeError for an attribute of a builtin class, whatever the name is. */
export function checkMutable(self: Value, name: Value, py: Thread): void {
  if (!(self instanceof PyType) || (self.flags & TypeFlags.IMMUTABLETYPE) === 0) return
  raise(PyTypeError, `cannot set ${reprText(name, py)} attribute of immutable type '${self.tpName}'`)
}

/** The name argument of getattr, setattr…: TypeError unless it is a str. */
export function attributeName(name: Value): Str {
  if (typeof name === 'string') return name
  if (name instanceof PyWideStr) return name
  if (name instanceof PyStrInstance) return name as unknown as Str
  return raise(PyTypeError, `attribute name must be string, not '${typeOf(name).tpName}'`)
}
