// builtin_function_or_method: functions of builtin modules, and builtin methods with their receiver.
import { PyBuiltin, PyBuiltinMethod } from '../../data/callables.ts'
import { Compare } from '../../data/slots.ts'
import { PyType, typeOf } from '../../data/type.ts'
import { newTuple } from '../../data/sequences.ts'
import { PyModule } from '../../data/module.ts'
import { newStr, None, NotImplemented, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { builtinNamed } from '../../protocols/builtins-of.ts'
import { identityHash, same } from '../../protocols/identity.ts'
import { address } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

const method = methods<PyBuiltin>()

/** What the method is of: its receiver, or the class of a static method. */
function ownerOf({ self, definition }: PyBuiltin, py: Thread): Value | undefined {
  if (self instanceof PyModule) return undefined
  if (self !== undefined || definition.kind !== 'static method' || definition.ownerName === undefined) return self
  return py.interpreter.builtins.getStr(definition.ownerName)
}
const ofModule = (self: PyBuiltin): boolean => self.self === undefined || self.self instanceof PyModule

function qualname(self: PyBuiltin): string {
  const { name, kind, ownerName } = self.definition
  if (ofModule(self)) return kind === 'static method' && ownerName !== undefined ? `${ownerName}.${name}` : name
  const owner = self.self as Value
  return `${owner instanceof PyType ? owner.qualname : typeOf(owner).qualname}.${name}`
}

export const builtinType = defineType('builtin_function_or_method', {
  doc: 'A function or method that is part of the interpreter.',
  instance: PyBuiltin,
  hasWeakrefs: true,
  slots: {
    repr(self: PyBuiltin, py) {
      const owner = ownerOf(self, py)
      if (owner === undefined) return newStr(`<built-in function ${self.definition.name}>`)
      return newStr(`<built-in method ${self.definition.name} of ${typeOf(owner).tpName} object at ${address(owner)}>`)
    },
    call: (self, args, names, py) => self.definition.invoke(self.self, args, names, py),
    hash: (self) => (self.self === undefined ? identityHash(self) : (identityHash(self.self) ^ self.definition.name.length) >>> 0),
    richcompare(self, other, op) {
      if (!(other instanceof PyBuiltin) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      const alike =
        self.definition === other.definition &&
        (self.self === other.self || (self.self !== undefined && other.self !== undefined && same(self.self, other.self)))
      return alike === (op === Compare.EQ)
    },
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const owner = ownerOf(self, py)
      if (owner === undefined) return newStr(self.definition.name)
      return newTuple([builtinNamed('getattr', py), newTuple([owner, newStr(self.definition.name)])])
    }),
  ],
  attributes: () => ({
    __name__: { get: (self) => newStr(self.definition.name) },
    __qualname__: { get: (self) => newStr(qualname(self)) },
    __doc__: { get: (self) => newStr(self.definition.doc) },
    __self__: { get: (self) => self.self ?? None },
    __module__: { get: (self) => self.module ?? None, set: (self, value) => void (self.module = value) },
    __text_signature__: {
      get(self) {
        const text = self.definition.textSignature
        return text === undefined ? None : newStr(text)
      },
    },
  }),
})

export const builtinMethodType = defineType('builtin_method', {
  doc: 'A method that is part of the interpreter and asks for the class that defines it.',
  instance: PyBuiltinMethod,
  base: builtinType,
  instantiable: false,
})
