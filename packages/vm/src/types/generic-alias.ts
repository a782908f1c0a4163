// types.GenericAlias: `list[int]` (PEP 585), with `*tuple[int, ...]` (PEP 646).
import { newDict } from '../data/dict.ts'
import { PyInstance } from '../data/shape.ts'
import { PyObject, type Visit } from '../data/object.ts'
import { newList, newTuple, PyList, PyTuple } from '../data/sequences.ts'
import { Compare } from '../data/slots.ts'
import { PyType, typeOf } from '../data/type.ts'
import { EllipsisObject, narrowStr, newStr, None, NotImplemented, strValue, type Str, type Value } from '../data/values.ts'
import { classMethod, methods, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineType } from '../object/define-type.ts'
import { genericGetAttr, genericSetAttr, getAttr, getAttrOrUndefined, setAttr } from '../protocols/attributes.ts'
import { call, callMethod } from '../protocols/call.ts'
import { equal } from '../protocols/compare.ts'
import { AttributeError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { hashOf } from '../protocols/hash.ts'
import { isRaised, raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { getItem } from '../protocols/subscript.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'
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
  const args = item instanceof PyTuple && item.type === PyTuple.prototype.type ? item : newTuple([item])
  return new PyGenericAlias(origin, args, starred)
}

/** The `__class_getitem__` that generic builtin classes share. */
export function classGetItem(doc = 'See PEP 585.'): BuiltinDefinition {
  return classMethod('__class_getitem__(cls, object: object, /)', doc, (cls, item) => newGenericAlias(cls, item), { text: null })
}

const parametersName = narrowStr('__parameters__')
const substName = narrowStr('__typing_subst__')
const prepareName = narrowStr('__typing_prepare_subst__')
const unpackedName = narrowStr('__typing_unpacked_tuple_args__')

/** Type variables in arguments, each once, in order of appearance. */
export function collectParameters(args: readonly Value[], py: Thread): Value[] {
  const found: Value[] = []
  const add = (parameter: Value): void => {
    if (!found.includes(parameter)) found.push(parameter)
  }
  for (const arg of args) {
    if (arg instanceof PyType) continue
    if (arg instanceof PyTuple || arg instanceof PyList) {
      collectParameters(arg.items, py).forEach(add)
      continue
    }
    if (getAttrOrUndefined(arg, substName, py) !== undefined) add(arg)
    else {
      const inner = getAttrOrUndefined(arg, parametersName, py)
      if (inner instanceof PyTuple) inner.items.forEach(add)
    }
  }
  return found
}

function itemRepr(value: Value, py: Thread): string {
  if (value instanceof PyList) return `[${value.items.map((item) => typeRepr(item, py)).join(', ')}]`
  return typeRepr(value, py)
}

/** Arguments with `*tuple[…]` of known length put in its place. */
function unpackArguments(item: Value, py: Thread): Value[] {
  const given = item instanceof PyTuple ? item.items : [item]
  return given.flatMap((arg) => {
    if (arg instanceof PyType) return [arg]
    const inner = getAttrOrUndefined(arg, unpackedName, py)
    if (!(inner instanceof PyTuple)) return [arg]
    const last = inner.items[inner.items.length - 1]
    return last === EllipsisObject ? [arg] : [...inner.items]
  })
}

function substituteIn(arg: Value, parameters: readonly Value[], values: readonly Value[], py: Thread): Value {
  const inner = getAttrOrUndefined(arg, parametersName, py)
  if (!(inner instanceof PyTuple) || inner.items.length === 0) return arg
  const chosen: Value[] = []
  for (const parameter of inner.items) {
    const place = parameters.indexOf(parameter)
    if (place < 0) chosen.push(parameter)
    else {
      const value = values[place] as Value
      if (value instanceof PyTuple && isVariadic(parameter, py)) chosen.push(...value.items)
      else chosen.push(value)
    }
  }
  return getItem(arg, newTuple(chosen), py)
}

/** A TypeVarTuple takes any number of arguments. */
const isVariadic = (parameter: Value, py: Thread): boolean => {
  const iter = typeOf(parameter).slots.iter
  void py
  return iter !== undefined
}

/** `alias[item]`: type variables replaced. */
export function substitute(alias: Value, args: readonly Value[], parameters: readonly Value[], item: Value, py: Thread): Value[] {
  if (parameters.length === 0) raise(PyTypeError, `${reprText(alias, py)} is not a generic class`)
  let given: Value = newTuple(unpackArguments(item, py))
  for (const parameter of parameters) {
    const prepare = getAttrOrUndefined(parameter, prepareName, py)
    if (prepare === undefined || prepare === None) continue
    given = call(prepare, [alias, given], py)
    if (!(given instanceof PyTuple)) given = newTuple([given])
  }
  const values = (given as PyTuple).items
  if (values.length !== parameters.length) {
    const word = values.length > parameters.length ? 'many' : 'few'
    raise(
      PyTypeError,
      `Too ${word} arguments for ${reprText(alias, py)}; actual ${values.length}, expected ${parameters.length}`,
    )
  }
  const made: Value[] = []
  for (const arg of args) {
    if (arg instanceof PyType) {
      made.push(arg)
      continue
    }
    if (arg instanceof PyTuple || arg instanceof PyList) {
      const inner = collectParameters(arg.items, py)
      const replaced =
        inner.length === 0
          ? arg.items.slice()
          : substitute(alias, arg.items, inner, newTuple(inner.map((name) => values[parameters.indexOf(name)] as Value)), py)
      made.push(arg instanceof PyTuple ? newTuple(replaced) : newList(replaced))
      continue
    }
    const unpack = truth(getAttrOrUndefined(arg, narrowStr('__typing_is_unpacked_typevartuple__'), py) ?? false, py)
    const subst = getAttrOrUndefined(arg, substName, py)
    const value =
      subst !== undefined && subst !== None
        ? call(subst, [values[parameters.indexOf(arg)] as Value], py)
        : substituteIn(arg, parameters, values, py)
    if (unpack && value instanceof PyTuple) made.push(...value.items)
    else made.push(value)
  }
  return made
}

/** Attributes that the alias answers itself; all other names go to the origin. */
const ownNames = new Set([
  '__class__', '__origin__', '__args__', '__unpacked__', '__parameters__', '__typing_unpacked_tuple_args__', '__mro_entries__',
  '__reduce_ex__', '__reduce__', '__copy__', '__deepcopy__',
])

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
  methods: [
    methods<AliasIterator>()('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const iter = py.interpreter.builtins.getStr('iter') as Value
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
      if (ownNames.has(text)) return genericGetAttr(self, name, py)
      return getAttr(self.origin, name, py)
    },
    setattro(self, name, value, py) {
      genericSetAttr(self, name, value, py)
    },
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
  methods: [
    method('__mro_entries__(self, bases: object, /)', 'Stand for the origin in a list of bases.', (self) => newTuple([self.origin])),
    method('__instancecheck__(self, instance: object, /)', 'Refuse.', () =>
      raise(PyTypeError, 'isinstance() argument 2 cannot be a parameterized generic'),
    ),
    method('__subclasscheck__(self, cls: object, /)', 'Refuse.', () =>
      raise(PyTypeError, 'issubclass() argument 2 cannot be a parameterized generic'),
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      if (self.starred) {
        const next = py.interpreter.builtins.getStr('next') as Value
        return newTuple([next, newTuple([new AliasIterator(new PyGenericAlias(self.origin, self.args, false))])])
      }
      return newTuple([typeOf(self), newTuple([self.origin, self.args])])
    }),
    method('__dir__(self, /)', 'List the attributes of the origin and of the alias.', (self, py) => {
      const names = callMethod(self.origin, '__dir__', self.origin instanceof PyType ? [] : [], py)
      const listed = names instanceof PyList ? names.items.slice() : []
      const seen = newDict()
      for (const name of listed) seen.set(name, None, py.keys)
      for (const name of ownNames) if (!seen.set(narrowStr(name), None, py.keys)) continue
      return newList(seen.keys.filter((key): key is Value => key !== undefined))
    }),
  ],
  attributes: {
    __origin__: { get: (self) => self.origin },
    __args__: { get: (self) => self.args },
    __unpacked__: { get: (self) => self.starred },
    __parameters__: { get: (self, py) => (self.parameters ??= newTuple(collectParameters(self.args.items, py))) },
    __typing_unpacked_tuple_args__: {
      get: (self) => (self.starred && self.origin === PyTuple.prototype.type ? self.args : None),
    },
  },
})
unionableTypes.add(genericAliasType)
