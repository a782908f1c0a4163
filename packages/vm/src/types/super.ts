// super: attribute look-up after a class in an MRO.
import { PyCell } from '../data/code.ts'
import { PyObject, type Visit } from '../data/object.ts'
import { PyType, typeOf } from '../data/type.ts'
import { None, strValue, type Value } from '../data/values.ts'
import { defineType } from '../object/define-type.ts'
import { genericGetAttr } from '../protocols/attributes.ts'
import { call } from '../protocols/call.ts'
import { RuntimeError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { superBind, superLookup, superStart } from '../protocols/super.ts'
import type { Thread } from '../thread.ts'
import { localKinds } from '@pellucid/opcode-spec'
import { newStr } from '../data/values.ts'

export class PySuper extends PyObject {
  cls: PyType | undefined = undefined
  object: Value | undefined = undefined
  start: PyType | undefined = undefined
  override traverse(visit: Visit): void {
    if (this.cls !== undefined) visit(this.cls)
    if (this.object !== undefined) visit(this.object)
  }
}

/** What `super()` without arguments finds in the running frame: `__class__` and the first argument. */
function fromFrame(py: Thread): [PyType, Value] {
  const frame = py.frame
  if (frame === undefined) return raise(RuntimeError, 'super(): no current frame')
  const { argcount, localsplusnames, localspluskinds } = frame.code.data
  if (argcount === 0) raise(RuntimeError, 'super(): no arguments')
  const first = frame.slots[0]
  const object = first instanceof PyCell && ((localspluskinds[0] as number) & localKinds.CO_FAST_CELL) !== 0 ? first.value : first
  if (object === undefined) return raise(RuntimeError, 'super(): arg[0] deleted')
  const place = localsplusnames.indexOf('__class__')
  if (place < 0) raise(RuntimeError, 'super(): __class__ cell not found')
  const cls = (frame.slots[place] as PyCell | undefined)?.value
  if (cls === undefined) raise(RuntimeError, 'super(): empty __class__ cell')
  if (!(cls instanceof PyType)) return raise(RuntimeError, `super(): __class__ is not a type (${typeOf(cls).tpName})`)
  return [cls, object]
}

export const superType: PyType = defineType('super(type: object = <unrepresentable>, object_or_type: object | None = <unrepresentable>, /)', {
  text: null,
  doc: 'Stand for an object with attributes looked up in the classes after a given one.',
  instance: PySuper,
  subclassable: true,
  newRaw: (cls) => {
    const made = new PySuper()
    if (cls !== PySuper.prototype.type) made.type = cls
    return made
  },
  init(self: PySuper, cls, object, py) {
    if (cls !== undefined && !(cls instanceof PyType)) raise(PyTypeError, `super() argument 1 must be a type, not ${typeOf(cls).tpName}`)
    const [start, receiver] = cls === undefined ? fromFrame(py) : [cls, object]
    self.cls = start
    self.object = receiver
    self.start = receiver === undefined ? undefined : superStart(start, receiver, py)
  },
  slots: {
    repr(self, _py) {
      const name = self.cls?.name ?? 'NULL'
      return newStr(self.start === undefined ? `<super: <class '${name}'>, NULL>` : `<super: <class '${name}'>, <${self.start.name} object>>`)
    },
    getattro(self, name, py) {
      if (self.cls !== undefined && self.start !== undefined && strValue(name) !== '__class__') {
        const found = superLookup(self.cls, self.start, strValue(name))
        if (found !== undefined) return superBind(found, self.object as Value, self.start, py)
      }
      return genericGetAttr(self, name, py)
    },
    descrGet(self: PySuper, instance, _owner, py): Value {
      if (instance === undefined || self.object !== undefined || self.cls === undefined) return self
      if (self.type !== superType) return call(self.type, [self.cls, instance], py)
      const bound = new PySuper()
      bound.cls = self.cls
      bound.object = instance
      bound.start = superStart(self.cls, instance, py)
      return bound
    },
  },
  attributes: () => ({
    __thisclass__: { member: true, get: (self: PySuper) => self.cls ?? None, doc: 'the class that asks' },
    __self__: { member: true, get: (self: PySuper) => self.object ?? None, doc: 'the object asked for' },
    __self_class__: { member: true, get: (self: PySuper) => self.start ?? None, doc: "the object's class" },
  }),
})

