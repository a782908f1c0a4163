// types.UnionType: `int | str` (PEP 604).
import { hashFrozenSet } from '@pellucid/primitives'
import { newTuple, type PyTuple } from '../data/sequences.ts'
import { Compare } from '../data/slots.ts'
import { PyType, typeOf } from '../data/type.ts'
import { PyUnion } from '../data/union.ts'
import { asStr, narrowStr, newStr, None, NotImplemented, strValue, EllipsisObject, type Value } from '../data/values.ts'
import { defineType } from '../object/define-type.ts'
import { genericGetAttr, getAttr, getAttrOrUndefined } from '../protocols/attributes.ts'
import { equal } from '../protocols/compare.ts'
import { hashOf } from '../protocols/hash.ts'
import { binary, operators } from '../protocols/number.ts'
import { reprText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { collectParameters, substitute } from './generic-parameters.ts'

/** Classes of `typing` and generic aliases that may stand in a union; others register themselves. */
export const unionableTypes: Set<PyType> = new Set()

function unionable(value: Value): boolean {
  return value === None || value instanceof PyType || value instanceof PyUnion || typeOf(value).mro.some((type) => unionableTypes.has(type))
}

/** `left | right` of types; NotImplemented for anything else. */
export function newUnion(left: Value, right: Value, py: Thread): Value {
  if (!unionable(left) || !unionable(right)) return NotImplemented
  const members = [left, right].flatMap((value) => (value instanceof PyUnion ? value.args.items : [value === None ? typeOf(None) : value]))
  return unionOf(members, py)
}

export function unionOf(members: readonly Value[], py: Thread): Value {
  const distinct: Value[] = []
  for (const member of members) if (!distinct.some((other) => other === member || (!(other instanceof PyType) && equal(other, member, py)))) distinct.push(member)
  return distinct.length === 1 ? (distinct[0] as Value) : new PyUnion(newTuple(distinct))
}

/** A type as unions and generic aliases show it. */
export function typeRepr(value: Value, py: Thread): string {
  if (value === EllipsisObject) return '...'
  if (value === typeOf(None)) return 'None'
  if (getAttrOrUndefined(value, narrowStr('__origin__'), py) !== undefined && getAttrOrUndefined(value, narrowStr('__args__'), py) !== undefined) {
    return reprText(value, py)
  }
  const qualname = asStr(getAttrOrUndefined(value, narrowStr('__qualname__'), py) ?? None)
  const module = asStr(getAttrOrUndefined(value, narrowStr('__module__'), py) ?? None)
  if (qualname === undefined || module === undefined) return reprText(value, py)
  return strValue(module) === 'builtins' ? strValue(qualname) : `${strValue(module)}.${strValue(qualname)}`
}

export const unionType: PyType = defineType('types.UnionType', {
  doc: 'A union of types: int | str.',
  instance: PyUnion,
  repeats: ['getattro'],
  hasWeakrefs: true,
  slots: {
    repr: (self: PyUnion, py) => newStr(self.args.items.map((member) => typeRepr(member, py)).join(' | ')),
    // As a frozenset of the members: order does not matter, and typing.Union's hash is the same.
    hash: (self, py) => hashFrozenSet(self.args.items.map((member) => hashOf(member, py))),
    richcompare(self, other, op, py) {
      if (!(other instanceof PyUnion) || (op !== Compare.EQ && op !== Compare.NE)) return NotImplemented
      const [a, b] = [self.args.items, other.args.items]
      const alike = a.length === b.length && a.every((member) => b.some((candidate) => equal(member, candidate, py)))
      return alike === (op === Compare.EQ)
    },
    // A union is in the module that its class is in.
    getattro: (self, name, py) => (strValue(name) === '__module__' ? getAttr(self.type, name, py) : genericGetAttr(self, name, py)),
    or: (left, right, py) => newUnion(left, right, py),
    getitem(self, key, py) {
      const parameters = getAttr(self, narrowStr('__parameters__'), py) as PyTuple
      const substituted = substitute(self, self.args.items, parameters.items, key, py)
      return substituted.reduce((left, right) => binary(left, right, operators.or, py))
    },
  },
  attributes: () => ({
    __args__: { member: true, get: (self) => self.args },
    __parameters__: {
      get(self, py) {
        return (self.parameters ??= newTuple(collectParameters(self.args.items, py)))
      },
    },
  }),
})
unionableTypes.add(unionType)
