// The `__dict__` and `__weakref__` attributes that a class adds to its instances.
import { PyDict } from '../../data/dict.ts'
import { PyGetSet } from '../../data/callables.ts'
import { PyObject } from '../../data/object.ts'
import { PyInstance } from '../../data/shape.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { ensureDict } from '../../protocols/attributes.ts'
import { AttributeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

function getDict(self: Value): Value {
  return ensureDict(self) ?? raise(AttributeError, 'This object has no __dict__')
}

function setDict(self: Value, value: Value | undefined): void {
  if (value !== undefined && !(value instanceof PyDict)) {
    raise(PyTypeError, `__dict__ must be set to a dictionary, not a '${typeOf(value).tpName}'`)
  }
  if (!(self instanceof PyObject)) return raise(AttributeError, 'This object has no __dict__')
  ensureDict(self)
  if (self instanceof PyInstance) self.shape = undefined
  self.dict = value ?? new PyDict()
}

export function dictGetSet(owner: PyType): PyGetSet {
  return new PyGetSet(owner, '__dict__', 'dictionary for instance variables', getDict, setDict)
}

export function weakrefGetSet(owner: PyType): PyGetSet {
  const first = (self: PyObject): Value => weakReferences.get(self)?.[0]?.deref() ?? None
  return new PyGetSet(owner, '__weakref__', 'list of weak references to the object', first, undefined)
}

/** Weak references by referent, newest first; `_weakref` keeps it. */
export const weakReferences: WeakMap<PyObject, WeakRef<PyObject>[]> = new WeakMap()
