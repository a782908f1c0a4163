// types.GenericAlias: `list[int]` (PEP 585), with `*tuple[int, ...]` (PEP 646).
import { newDict } from '../data/dict.ts'
import { PyInstance } from '../data/shape.ts'
import { PyObject, type Visit } from '../data/object.ts'
import { newList, newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { Compare } from '../data/slots.ts'
import { type PyType, typeOf } from '../data/type.ts'
import { narrowStr, newStr, None, NotImplemented, strValue, type Str, type Value } from '../data/values.ts'
import { classMethod, methods, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { builtinNamed } from '../protocols/builtins-of.ts'
import { genericGetAttr, genericSetAttr, getAttr, setAttr } from '../protocols/attributes.ts'
import { call, lookupSpecial } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { AttributeError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { hashOf } from '../protocols/hash.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { collectParameters, substitute } from './generic-parameters.ts'
import { newUnion, typeRepr, unionableTypes } from './union.ts'

export class PyGenericAlias extends PyObject {
  readonly origin: Value
  readonly args: PyTuple
  readonly starred: boolean
  parameters: PyTuple | undefined = undefined
  constructor(origin: Value, args: PyTuple, starred: boolean) {
    super()
    this.origin = origin
    this.args = args
    this.starred = starred
  }
  override traverse(visit: Visit): void {
    visit(this.origin)
    visit(this.args)
    if (this.parameters !== undefined) visit(this.parameters)
  }
}

/** `origin[item]`. */
export function newGenericAlias(origin: Value, item: Value, starred = false): PyGenericAlias {
  const args = item instanceof PyTuple ? item : newTuple([item])
  return new PyGenericAlias(origin, args, starred)
}

/** The `__class_getitem__` that generic builtin classes share. */
export function classGetItem(doc = 'See PEP 585.'): BuiltinDefinition {
  return classMethod('__class_getitem__(cls, object: object, /)', doc, (cls, item) => newGenericAlias(cls, item))
}

function itemRepr(value: Value, py: Thread): string {
  if (value instanceof PyList) return `[${value.items.map((item) => typeRepr(item, py)).join(', ')}]`
  return typeRepr(value, py)
}

/** Attributes that the alias answers itself; all other names go to the origin. */
const ownNames = new Set([
  '__class__', '__origin__', '__args__', '__unpacked__', '__parameters__', '__typing_unpacked_tuple_args__', '__mro_entries__',
  '__reduce_ex__', '__reduce__',
])

/** Attributes that nobody answers, though the origin may have them: an alias is no class. */
const blockedNames = new Set(['__bases__', '__copy__', '__deepcopy__'])

const method = methods<PyGenericAlias>()

function aliasRepr(self: PyGenericAlias, py: Thread): Str {
  const args = self.args.items.map((arg) => itemRepr(arg, py)).join(', ')
  return newStr(`${self.starred ? '*' : ''}${typeRepr(self.origin, py)}[${self.args.items.length === 0 ? '()' : args}]`)
}

class AliasIterator extends PyObject {
  alias: PyGenericAlias | undefined
  constructor(alias: PyGenericAlias) {
    super()
    this.alias = alias
  }
  override traverse(visit: Visit): void {
    if (this.alias !== undefined) visit(this.alias)
  }
}

defineType('generic_alias_iterator', {
  doc: 'Yields a generic alias once, starred.',
  instance: AliasIterator,
  slots: {
    iter: (self: AliasIterator) => self,
    next(self: AliasIterator) {
      const { alias } = self
      if (alias === undefined) return undefined
      self.alias = undefined
      return new PyGenericAlias(alias.origin, alias.args, true)
    },
  },
  methods: () => [
    methods<AliasIterator>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const iter = builtinNamed('iter', py)
      return newTuple([iter, newTuple([self.alias ?? newTuple([])])])
    }),
  ],
})

export const genericAliasType: PyType = defineType('types.GenericAlias(origin: object, args: object, /)', {
  doc: 'A generic class with its arguments: list[int].',
  instance: PyGenericAlias,
  subclassable: true,
  hasWeakrefs: true,
  new: (_cls, origin, args) => newGenericAlias(origin, args),
  slots: {
    repr: aliasRepr,
    hash: (self, py) => {
      const both = BigInt(hashOf(self.origin, py)) ^ BigInt(hashOf(self.args, py))
      return BigInt.asIntN(64, both)
    },
    call(self, args, names, py) {
      const made = call(self.origin, args, py, names)
      if (made instanceof PyInstance || (made instanceof PyObject && made.type.hasDict)) {
        try {
          setAttr(made, narrowStr('__orig_class__'), self, py)
        } catch (caught) {
          if (!isRaised(caught, AttributeError) && !isRaised(caught, PyTypeError)) throw caught
        }
      }
      return made
    },
    getattro(self, name, py) {
      const text = strValue(name)
      if (ownNames.has(text) || blockedNames.has(text)) return genericGetAttr(self, name, py)
      return getAttr(self.origin, name, py)
    },
    setattro: genericSetAttr as never,
    richcompare(self, other, op, py) {
      if (!(other instanceof PyGenericAlias) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      const alike = self.starred === other.starred && equal(self.origin, other.origin, py) && equal(self.args, other.args, py)
      return alike === (op === Compare.EQ)
    },
    iter: (self) => new AliasIterator(self),
    or: (left, right, py) => newUnion(left, right, py),
    getitem(self, item, py) {
      const parameters = (self.parameters ??= newTuple(collectParameters(self.args.items, py)))
      return new PyGenericAlias(self.origin, newTuple(substitute(self, self.args.items, parameters.items, item, py)), self.starred)
    },
  },
  methods: () => [
    method('__mro_entries__(self, object: object, /)', 'Stand for the origin in a list of bases.', (self) => newTuple([self.origin])),
    method('__instancecheck__(self, object: object, /)', 'Refuse.', () =>
      raise(PyTypeError, 'isinstance() argument 2 cannot be a parameterized generic'),
    ),
    method('__subclasscheck__(self, object: object, /)', 'Refuse.', () =>
      raise(PyTypeError, 'issubclass() argument 2 cannot be a parameterized generic'),
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.starred) {
        const next = builtinNamed('next', py)
        return newTuple([next, newTuple([new AliasIterator(new PyGenericAlias(self.origin, self.args, false))])])
      }
      return newTuple([typeOf(self), newTuple([self.origin, self.args])])
    }),
    method('__dir__(self, /)', 'List the attributes of the origin and of the alias.', (self, py) => {
      const names = call(lookupSpecial(self.origin, '__dir__', py) as Value, [], py)
      const listed = names instanceof PyList ? names.items.slice() : []
      const seen = newDict()
      for (const name of listed) seen.set(name, None, py.keys)
      for (const name of [...ownNames, ...blockedNames]) seen.set(narrowStr(name), None, py.keys)
      return newList(seen.keys.filter((key): key is Value => key !== undefined))
    }),
  ],
  attributes: () => ({
    __origin__: { member: true, get: (self) => self.origin },
    __args__: { member: true, get: (self) => self.args },
    __unpacked__: { member: true, get: (self) => self.starred },
    __parameters__: { get: (self, py) => (self.parameters ??= newTuple(collectParameters(self.args.items, py))) },
    __typing_unpacked_tuple_args__: {
      get: (self) => (self.starred && self.origin === PyTuple.prototype.type ? self.args : None),
    },
  }),
})
unionableTypes.add(genericAliasType)
