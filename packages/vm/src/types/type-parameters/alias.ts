// typing.TypeAliasType: `type X = …` (PEP 695).
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { getItem } from '../../protocols/subscript.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { narrowStr } from '../../data/values.ts'
import { importModule } from '../../protocols/import-module.ts'
import type { Thread } from '../../thread.ts'
import { newUnion, unionableTypes } from '../union.ts'
import { Lazy, PyTypeAlias, PyTypeVarTuple } from './layouts.ts'
import { callerModule, force } from './support.ts'

/** Type variable tuples are shown unpacked. */
function parameters(self: PyTypeAlias, py: Thread): Value {
  const params = self.typeParams
  if (!(params instanceof PyTuple)) return newTuple([])
  if (!params.items.some((param) => param instanceof PyTypeVarTuple)) return params
  const unpack = getAttrOrUndefined(importModule('typing', py), narrowStr('Unpack'), py) as Value
  return newTuple(params.items.map((param) => (param instanceof PyTypeVarTuple ? getItem(unpack, param, py) : param)))
}

const method = methods<PyTypeAlias>()
export const typeAliasType = defineType('typing.TypeAliasType(name: str, value: object, *, type_params: object = <unrepresentable>)', {
  errorName: 'typealias',
  text: null,
  doc: 'A named type.',
  instance: PyTypeAlias,
  hasWeakrefs: true,
  new(_cls, name, value, params, py) {
    if (params !== undefined && !(params instanceof PyTuple)) raise(PyTypeError, 'type_params must be a tuple')
    return new PyTypeAlias(name, params?.items.length === 0 ? undefined : params, new Lazy(value, undefined), callerModule(py))
  },
  slots: {
    repr: (self: PyTypeAlias) => self.name,
    getitem(self, args, py) {
      if (self.typeParams === undefined) raise(PyTypeError, 'Only generic type aliases are subscriptable')
      return call(py.interpreter.genericAlias(py), [self, args], py)
    },
    or: newUnion,
  },
  methods: () => [method('__reduce__(self, /)', 'Help pickle.', (self) => self.name)],
  attributes: () => ({
    __name__: { member: true, get: (self) => self.name },
    __value__: { get: (self, py) => force(self.content, py) ?? None },
    __type_params__: { get: (self) => self.typeParams ?? newTuple([]) },
    __parameters__: { get: (self, py) => parameters(self, py) },
    __module__: { get: (self) => self.module ?? None },
  }),
})
unionableTypes.add(typeAliasType)
