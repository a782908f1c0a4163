// method_descriptor, classmethod_descriptor, wrapper_descriptor and method-wrapper: builtin methods seen on classes.
import {
  bindBuiltin, PyClassMethodDescriptor, PyMethodDescriptor, PyMethodWrapper, PySlotWrapper,
} from '../../data/callables.ts'
import { Compare, type KeywordNames } from '../../data/slots.ts'
import { isSubtype, PyType, typeOf } from '../../data/type.ts'
import { newTuple } from '../../data/sequences.ts'
import { newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { identityHash, same } from '../../protocols/identity.ts'
import { raise } from '../../protocols/raise.ts'
import { address } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

const getattrOf = (py: Thread): Value => builtinNamed('getattr', py)

function checkReceiver(owner: PyType, name: string, self: Value | undefined, given: number): asserts self is Value {
  if (given < 1 || self === undefined) {
    return raise(PyTypeError, `unbound method ${owner.name}.${name}() needs an argument`)
  }
  if (!isSubtype(typeOf(self), owner)) {
    raise(PyTypeError, `descriptor '${name}' for '${owner.tpName}' objects doesn't apply to a '${typeOf(self).tpName}' object`)
  }
}

const descriptor = methods<PyMethodDescriptor>()
const common = {
  __name__: { member: true, get: (self: PyMethodDescriptor) => newStr(self.definition.name) },
  __qualname__: { get: (self: PyMethodDescriptor) => newStr(`${self.owner.qualname}.${self.definition.name}`) },
  __objclass__: { member: true, get: (self: PyMethodDescriptor) => self.owner },
  __doc__: { get: (self: PyMethodDescriptor) => newStr(self.definition.doc) },
  __text_signature__: {
    get(self: PyMethodDescriptor) {
      const text = self.definition.textSignature
      return text === undefined ? None : newStr(text)
    },
  },
}
const reduce = descriptor('__reduce__(self, /)', 'Help pickle.', (self, py) =>
  newTuple([getattrOf(py), newTuple([self.owner, newStr(self.definition.name)])]),
)

export const methodDescriptorType = defineType('method_descriptor', {
  doc: 'A builtin method seen on its class.',
  instance: PyMethodDescriptor,
  slots: {
    repr: (self: PyMethodDescriptor) => newStr(`<method '${self.definition.name}' of '${self.owner.tpName}' objects>`),
    call(self, args, names, py) {
      const receiver = args[0]
      checkReceiver(self.owner, self.definition.name, receiver, args.length - (names?.length ?? 0))
      return self.definition.invoke(receiver, args.slice(1), names, py)
    },
    descrGet(self, instance) {
      if (instance === undefined) return self
      checkReceiver(self.owner, self.definition.name, instance, 1)
      return bindBuiltin(self.definition, instance)
    },
  },
  methods: () => [reduce],
  attributes: () => common,
})

export const classMethodDescriptorType = defineType('classmethod_descriptor', {
  doc: 'A builtin class method seen in its class.',
  instance: PyClassMethodDescriptor,
  slots: {
    repr: (self: PyMethodDescriptor) => newStr(`<method '${self.definition.name}' of '${self.owner.tpName}' objects>`),
    call(self, args, names, py) {
      const receiver = args[0]
      if (!(receiver instanceof PyType) || !isSubtype(receiver, self.owner)) {
        const title = `descriptor '${self.definition.name}'`
        if (args.length - (names?.length ?? 0) < 1 || receiver === undefined) {
          return raise(PyTypeError, `${title} of '${self.owner.tpName}' object needs an argument`)
        }
        const found = receiver instanceof PyType ? ` but received '${receiver.tpName}'` : ''
        return raise(PyTypeError, `${title} requires a subtype of '${self.owner.tpName}'${found}`)
      }
      return self.definition.invoke(receiver, args.slice(1), names, py)
    },
    descrGet(self, instance, owner) {
      const { name } = self.definition
      const cls = owner ?? (instance === undefined ? undefined : typeOf(instance))
      if (cls === undefined) return raise(PyTypeError, `descriptor '${name}' for type '${self.owner.tpName}' needs either an object or a type`)
      if (!(cls instanceof PyType)) {
        return raise(PyTypeError, `descriptor '${name}' for type '${self.owner.tpName}' needs a type, not a '${typeOf(cls).tpName}' as arg 2`)
      }
      if (!isSubtype(cls, self.owner)) {
        raise(PyTypeError, `descriptor '${name}' requires a subtype of '${self.owner.tpName}' but received '${cls.tpName}'`)
      }
      return bindBuiltin(self.definition, cls)
    },
  },
  attributes: () => common,
})

function refuseNames({ name }: PySlotWrapper, names: KeywordNames | undefined): void {
  if (names === undefined || names.length === 0 || name === '__call__' || name === '__init__') return
  raise(PyTypeError, `wrapper ${name}() takes no keyword arguments`)
}

const wrapper = methods<PySlotWrapper>()
export const slotWrapperType = defineType('wrapper_descriptor', {
  doc: 'A special method that a builtin class has by a slot.',
  instance: PySlotWrapper,
  slots: {
    repr: (self: PySlotWrapper) => newStr(`<slot wrapper '${self.name}' of '${self.owner.tpName}' objects>`),
    call(self, args, names, py) {
      const receiver = args[0]
      if (args.length - (names?.length ?? 0) < 1 || receiver === undefined) {
        return raise(PyTypeError, `descriptor '${self.name}' of '${self.owner.tpName}' object needs an argument`)
      }
      if (!isSubtype(typeOf(receiver), self.owner)) {
        raise(PyTypeError, `descriptor '${self.name}' requires a '${self.owner.tpName}' object but received a '${typeOf(receiver).tpName}'`)
      }
      refuseNames(self, names)
      return self.call(receiver, args.slice(1), names, py)
    },
    descrGet(self, instance) {
      if (instance === undefined) return self
      checkReceiver(self.owner, self.name, instance, 1)
      return new PyMethodWrapper(self, instance)
    },
  },
  methods: () => [
    wrapper('__reduce__(self, /)', 'Help pickle.', (self, py) => newTuple([getattrOf(py), newTuple([self.owner, newStr(self.name)])])),
  ],
  attributes: () => ({
    __name__: { member: true, get: (self) => newStr(self.name) },
    __qualname__: { get: (self) => newStr(`${self.owner.qualname}.${self.name}`) },
    __objclass__: { member: true, get: (self) => self.owner },
    __doc__: { get: (self) => newStr(self.doc) },
    __text_signature__: { get: (self) => newStr(self.textSignature) },
  }),
})

const bound = methods<PyMethodWrapper>()
export const methodWrapperType = defineType('method-wrapper', {
  doc: 'A special method of a builtin class, bound to its receiver.',
  instance: PyMethodWrapper,
  slots: {
    repr: (self: PyMethodWrapper) =>
      newStr(`<method-wrapper '${self.wrapper.name}' of ${typeOf(self.self).tpName} object at ${address(self.self)}>`),
    call(self, args, names, py) {
      refuseNames(self.wrapper, names)
      return self.wrapper.call(self.self, args, names, py)
    },
    hash: (self) => identityHash(self.self),
    richcompare(self, other, op) {
      if (!(other instanceof PyMethodWrapper) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      return (self.wrapper === other.wrapper && same(self.self, other.self)) === (op === Compare.EQ)
    },
  },
  methods: () => [
    bound('__reduce__(self, /)', 'Help pickle.', (self, py) => newTuple([getattrOf(py), newTuple([self.self, newStr(self.wrapper.name)])])),
  ],
  attributes: () => ({
    __name__: { get: (self) => newStr(self.wrapper.name) },
    __qualname__: { get: (self) => newStr(`${self.wrapper.owner.qualname}.${self.wrapper.name}`) },
    __objclass__: { get: (self) => self.wrapper.owner },
    __self__: { member: true, get: (self) => self.self },
    __doc__: { get: (self) => newStr(self.wrapper.doc) },
    __text_signature__: { get: (self) => newStr(self.wrapper.textSignature) },
  }),
})

