// getset_descriptor and member_descriptor: attributes of builtin layouts, and places of `__slots__`.
import { PyField, PyGetSet, PyMember } from '../../data/callables.ts'
import type { PyObject } from '../../data/object.ts'
import { newTuple } from '../../data/sequences.ts'
import { isSubtype, type PyType, typeOf } from '../../data/type.ts'
import { newStr, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { AttributeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise, raiseAttributeError } from '../../protocols/raise.ts'
import { fullName } from '../../protocols/full-name.ts'
import type { Thread } from '../../thread.ts'

function check(owner: PyType, name: string, instance: Value): void {
  if (isSubtype(typeOf(instance), owner)) return
  raise(PyTypeError, `descriptor '${name}' for '${owner.tpName}' objects doesn't apply to a '${typeOf(instance).tpName}' object`)
}

function read(self: PyGetSet, instance: Value, py: Thread): Value {
  check(self.owner, self.name, instance)
  if (self.get === undefined) {
    return raise(AttributeError, `attribute '${self.name}' of '${self.owner.tpName}' objects is not readable`)
  }
  return self.get(instance as never, py)
}

function write(self: PyGetSet, instance: Value, value: Value | undefined, py: Thread): void {
  check(self.owner, self.name, instance)
  if (self.set === undefined) {
    if (self instanceof PyField) raise(AttributeError, 'readonly attribute')
    return raise(AttributeError, `attribute '${self.name}' of '${self.owner.tpName}' objects is not writable`)
  }
  self.set(instance as never, value, py)
}

export const getSetType = defineType('getset_descriptor', {
  doc: 'A computed attribute of a builtin class.',
  instance: PyGetSet,
  slots: {
    repr: (self: PyGetSet) => newStr(`<attribute '${self.name}' of '${self.owner.tpName}' objects>`),
    descrGet: (self, instance, _owner, py) => (instance === undefined ? self : read(self, instance, py)),
    descrSet: write,
  },
  attributes: () => ({
    __name__: { member: true, get: (self) => newStr(self.name) },
    __qualname__: { get: (self) => newStr(`${self.owner.qualname}.${self.name}`) },
    __objclass__: { member: true, get: (self) => self.owner },
    __doc__: { get: (self) => (self.doc === undefined ? None : newStr(self.doc)) },
  }),
})

const member = methods<PyMember>()
export const memberType = defineType('member_descriptor', {
  doc: 'An attribute that lies at a fixed place of the object.',
  instance: PyMember,
  slots: {
    repr: (self: PyMember | PyField) => newStr(`<member '${self.name}' of '${self.owner.tpName}' objects>`),
    descrGet(self: PyMember | PyField, instance, _owner, py) {
      if (instance === undefined) return self
      if (self instanceof PyField) return read(self, instance, py)
      check(self.owner, self.name, instance)
      const value = (instance as PyObject).members?.[self.place]
      return value ?? raiseAttributeError(instance, self.name, `'${fullName(typeOf(instance), py)}' object has no attribute '${self.name}'`)
    },
    descrSet(self: PyMember | PyField, instance, value, py) {
      if (self instanceof PyField) return write(self, instance, value, py)
      check(self.owner, self.name, instance)
      const members = ((instance as PyObject).members ??= [])
      if (value === undefined && members[self.place] === undefined) raise(AttributeError, self.name)
      members[self.place] = value
    },
  },
  methods: () => [
    member('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      newTuple([builtinNamed('getattr', py), newTuple([self.owner, newStr(self.name)])]),
    ),
  ],
  attributes: () => ({
    __name__: { member: true, get: (self) => newStr(self.name) },
    __qualname__: { get: (self) => newStr(`${self.owner.qualname}.${self.name}`) },
    __objclass__: { member: true, get: (self) => self.owner },
    __doc__: { get: (self: PyMember | PyField) => (self instanceof PyField && self.doc !== undefined ? newStr(self.doc) : None) },
  }),
})
PyField.prototype.type = memberType
