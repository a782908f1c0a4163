// typing.TypeVar.
import { newTuple } from '../../data/sequences.ts'
import { narrowStr, newStr, None, strValue, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { equal } from '../../protocols/compare.ts'
import { same } from '../../protocols/identity.ts'
import { forEach } from '../../protocols/iterate.ts'
import { binary, operators } from '../../protocols/number.ts'
import { length } from '../../protocols/subscript.ts'
import { raise } from '../../protocols/raise.ts'
import { strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { unionableTypes } from '../union.ts'
import { Lazy, NoDefault, PyTypeVar } from './layouts.ts'
import { callerModule, callTyping, commonAttributes, force, hasDefault, reprWithVariance } from './support.ts'

/** `left | right` where one side is a type parameter: typing decides. */
export function typingUnion(left: Value, right: Value, py: Thread): Value {
  return callTyping('_make_union', [left, right], py)
}

function checkType(value: Value, message: string, py: Thread): Value {
  return value === None ? None : callTyping('_type_check', [value, newStr(message)], py)
}

/** What all type parameters refuse. */
export function checkVariance(covariant: boolean, contravariant: boolean, inferVariance: boolean): void {
  if (covariant && contravariant) raise(ValueError, 'Bivariant types are not supported.')
  if (inferVariance && (covariant || contravariant)) raise(ValueError, 'Variance cannot be specified with infer_variance.')
}

const method = methods<PyTypeVar>()

export const typeVarType = defineType('typing.TypeVar(name: str, *constraints, bound: object = None, default: object = <unrepresentable>, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)', {
  errorName: 'typevar',
  doc: 'A type variable.',
  instance: PyTypeVar,
  hasDict: true,
  hasWeakrefs: true,
  text: null,
  new(_cls, name, constraints, bound, fallback, covariant, contravariant, inferVariance, py) {
    checkVariance(covariant, contravariant, inferVariance)
    const made = new PyTypeVar(name)
    if (bound !== None) made.bound = new Lazy(checkType(bound, 'Bound must be a type.', py), undefined)
    if (constraints.length === 1) raise(PyTypeError, 'A single constraint is not allowed')
    if (constraints.length > 0 && bound !== None) raise(PyTypeError, 'Constraints cannot be combined with bound=...')
    if (constraints.length > 0) made.constraints = new Lazy(newTuple(constraints), undefined)
    if (fallback !== undefined && fallback !== NoDefault) made.fallback = new Lazy(fallback, undefined)
    Object.assign(made, { covariant, contravariant, inferVariance })
    made.module = callerModule(py)
    return made
  },
  slots: {
    repr: (self: PyTypeVar) => reprWithVariance(strValue(self.name), self),
    or: typingUnion,
  },
  methods: () => [
    method('__typing_subst__(self, arg: object, /)', 'Check a type given for the variable.', (self, arg, py) => callTyping('_typevar_subst', [self, arg], py)),
    method('__typing_prepare_subst__(self, alias: object, args: object, /)', 'Supply defaults.', (self, alias, args, py) => {
      const parameters = getAttr(alias, narrowStr('__parameters__'), py)
      const index = placeIn(parameters, self, py)
      const given = length(args, py)
      if (index < given) return args
      if (index === given && hasDefault(self)) {
        return binary(args, newTuple([force(self.fallback, py) as Value]), operators.add, py)
      }
      return raise(PyTypeError, `Too few arguments for ${strText(alias, py)}; actual ${given}, expected at least ${index + 1}`)
    }),
    method('__reduce__(self, /)', 'Help pickle.', (self) => self.name),
    method('has_default(self, /)', 'Tell whether there is a default.', (self) => hasDefault(self)),
    method('__mro_entries__(self, object: object, /)', 'Refuse to be a base.', () => raise(PyTypeError, 'Cannot subclass an instance of TypeVar')),
  ],
  attributes: () => ({
    ...commonAttributes,
    __bound__: { get: (self, py) => force(self.bound, py) ?? None },
    __constraints__: { get: (self, py) => force(self.constraints, py) ?? newTuple([]) },
    __covariant__: { member: true, get: (self) => self.covariant },
    __contravariant__: { member: true, get: (self) => self.contravariant },
    __infer_variance__: { member: true, get: (self) => self.inferVariance },
  }),
})
unionableTypes.add(typeVarType)

function placeIn(parameters: Value, wanted: PyTypeVar, py: Thread): number {
  let place = 0
  let found = false
  forEach(parameters, py, (one) => {
    found = same(one, wanted) || equal(one, wanted, py)
    if (!found) place++
    return !found
  })
  return found ? place : raise(ValueError, 'sequence.index(x): x not in sequence')
}
