// The root of every heap object. Layouts hold fields only; behaviour lives in types/ and reaches an object
// through the slots of its type.
//
// Invariant: `type` of a plain builtin object sits on its class's prototype (`PyList.prototype.type`), so the
// object itself carries no header; an instance of a Python class, or of a subclass of a builtin, owns the field.
import type { PyDict } from './dict.ts'
import type { PyType } from './type.ts'
import type { Value } from './values.ts'

/** Called once for each Python object that an object holds, for the collectors and the audit. */
export type Visit = (child: Value) => void

export abstract class PyObject {
  /** The Python class; on the prototype for plain builtin objects. */
  declare type: PyType
  /** The namespace of an instance that has one and whose layout keeps it apart; absent until first used. */
  declare dict?: PyDict | undefined
  /** Storage of `__slots__`, indexed by the member descriptors of the class; absent where there are none. */
  declare members?: (Value | undefined)[] | undefined

  /** Visit the Python objects held in this object's own layout; `traverseObject` adds type, dict and members. */
  traverse(_visit: Visit): void {}
}

/** Visit everything that `object` holds: its layout, its namespace, its slots. */
export function traverseObject(object: PyObject, visit: Visit): void {
  object.traverse(visit)
  if (object.dict !== undefined) visit(object.dict)
  if (object.members !== undefined) for (const member of object.members) if (member !== undefined) visit(member)
  if (Object.hasOwn(object, 'type')) visit(object.type)
}
