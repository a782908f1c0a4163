// Exception classes that a module defines (`struct.error`), as C's PyErr_NewException makes them.
import { TypeFlags, type PyType } from '../data/type.ts'
import { newStr, None } from '../data/values.ts'
import { exceptionType } from '../protocols/exceptions.ts'
import { inheritSlots } from './resolve-slots.ts'

/** An exception class with the behaviour of its bases. */
export function moduleException(name: string, bases: readonly PyType[], module: string): PyType {
  const type = exceptionType(name, bases, module)
  type.flags = TypeFlags.BASETYPE | TypeFlags.HEAPTYPE
  type.hasWeakrefs = true
  // Heap types keep these two in their namespace.
  type.namespace.setStr('__module__', newStr(module))
  type.namespace.setStr('__doc__', None)
  inheritSlots(type)
  return type
}
