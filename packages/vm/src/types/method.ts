// method: a function bound to its receiver.
import { PyMethod } from '../data/callables.ts'
import { lookup, typeOf } from '../data/type.ts'
import { Compare } from '../data/slots.ts'
import { narrowStr, newStr, None, NotImplemented, strValue } from '../data/values.ts'
import { asStr } from '../data/values.ts'
import { newTuple } from '../data/sequences.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { builtinNamed } from '../protocols/builtins-of.ts'
import { genericGetAttr, getAttr, getAttrOrUndefined } from '../protocols/attributes.ts'
import { call, isCallable } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { hashOf } from '../protocols/hash.ts'
import { identityHash, same } from '../protocols/identity.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'

const method = methods<PyMethod>()

function title(self: PyMethod, py: Thread): string {
  const found =
    getAttrOrUndefined(self.func, narrowStr('__qualname__'), py) ?? getAttrOrUndefined(self.func, narrowStr('__name__'), py)
  const text = found === undefined ? undefined : asStr(found)
  return text === undefined ? '?' : strValue(text)
}

export const methodType = defineType('method(function: object, instance: object, /)', {
  doc: 'A function and the object it is called on.',
  instance: PyMethod,
  hasWeakrefs: true,
  new(_cls, func, instance) {
    if (!isCallable(func)) raise(PyTypeError, 'first argument must be callable')
    if (instance === None) raise(PyTypeError, 'instance must not be None')
    return new PyMethod(func, instance)
  },
  slots: {
    repr: (self: PyMethod, py) => newStr(`<bound method ${title(self, py)} of ${reprText(self.self, py)}>`),
    hash(self, py) {
      const func = hashOf(self.func, py)
      const mixed = Number(BigInt.asIntN(53, BigInt(identityHash(self.self)) ^ BigInt(func)))
      return mixed === -1 ? -2 : mixed
    },
    call: (self, args, names, py) => {
      args.unshift(self.self)
      return call(self.func, args, py, names)
    },
    richcompare(self, other, op, py) {
      if (!(other instanceof PyMethod) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      const alike = same(self.self, other.self) && equal(self.func, other.func, py)
      return alike === (op === Compare.EQ)
    },
    getattro(self, name, py) {
      if (lookup(typeOf(self), strValue(name)) !== undefined) return genericGetAttr(self, name, py)
      return getAttr(self.func, name, py)
    },
    descrGet: (self) => self,
  },
  methods: () => [
    method('__reduce__(self, /)', 'Help pickle.', (self, py) =>
      newTuple([builtinNamed('getattr', py), newTuple([self.self, getAttr(self.func, narrowStr('__name__'), py)])]),
    ),
  ],
  attributes: () => ({
    __func__: { member: true, get: (self) => self.func, doc: 'the function' },
    __self__: { member: true, get: (self) => self.self, doc: 'the receiver' },
    __doc__: { get: (self, py) => getAttrOrUndefined(self.func, narrowStr('__doc__'), py) ?? None },
  }),
})
