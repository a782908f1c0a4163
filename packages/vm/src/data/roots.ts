// `object` and `type`: the two classes every other class needs before it can exist. types/object and types/type
// give them their behaviour.
import { PyInstance } from './shape.ts'
import { emptySlots } from './slots.ts'
import { addSubclass, bindRoot, PyType, TypeFlags } from './type.ts'

export const objectType: PyType = new PyType('object', 'builtins', emptySlots(), (type) => new PyInstance(type))
export const typeType: PyType = new PyType('type', 'builtins', emptySlots(), (type) => {
  const made = new PyType('', '', emptySlots(), objectType.allocate)
  made.type = type
  return made
})

objectType.mro = [objectType]
objectType.flags = TypeFlags.BASETYPE | TypeFlags.IMMUTABLETYPE
typeType.bases = [objectType]
typeType.base = objectType
typeType.mro = [typeType, objectType]
typeType.flags = TypeFlags.BASETYPE | TypeFlags.IMMUTABLETYPE
typeType.hasDict = true
typeType.hasWeakrefs = true
addSubclass(objectType, typeType)
PyType.prototype.type = typeType
bindRoot(objectType)
