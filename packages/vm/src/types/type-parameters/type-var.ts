// typing.TypeVar.
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { asStr, narrowStr, newStr, None, strValue, type Value } from '../../data/values.ts'
import type { PyDict } from '../../data/dict.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { unionableTypes } from '../union.ts'
import { dictAttribute } from '../dict-attribute.ts'
import { Lazy, NoDefault, PyTypeVar } from './layouts.ts'
import { callerModule, callTyping, commonAttributes, force, hasDefault, reprWithVariance } from './support.ts'

/** `left | right` where one side is a type parameter: typing decides. */
export function typingUnion(left: Value, right: Value, py: Thread): Value {
  return callTyping('_make_union', [left, right], py)
}

function checkType(value: Value, message: string, py: Thread): Value {
  return value === None ? None : callTyping('_type_check', [value, newStr(message)], py)
}

interface Keywords {
  bound: Value
  default: Value
  covariant: boolean
  contravariant: boolean
  inferVariance: boolean
}

/** The keyword arguments that all type parameters take. */
export function readKeywords(names: PyDict, title: string, py: Thread): Keywords {
  const out: Keywords = { bound: None, default: NoDefault, covariant: false, contravariant: false, inferVariance: false }
  names.keys.forEach((key, i) => {
    if (key === undefined) return
    const name = String(asStr(key))
    const value = names.values[i] as Value
    if (name === 'bound') out.bound = value
    else if (name === 'default') out.default = value
    else if (name === 'covariant') out.covariant = truth(value, py)
    else if (name === 'contravariant') out.contravariant = truth(value, py)
    else if (name === 'infer_variance') out.inferVariance = truth(value, py)
    else raise(PyTypeError, `${title}() got an unexpected keyword argument '${name}'`)
  })
  if (out.covariant && out.contravariant) raise(ValueError, 'Bivariant types are not supported.')
  if (out.inferVariance && (out.covariant || out.contravariant)) raise(ValueError, 'Variance cannot be specified with infer_variance.')
  return out
}

const method = methods<PyTypeVar>()

export const typeVarType = defineType('typing.TypeVar(name: str, *constraints, **kwargs)', {
  errorName: 'typevar',
  doc: 'A type variable.',
  instance: PyTypeVar,
  hasDict: true,
  hasWeakrefs: true,
  text: null,
  new(_cls, name, constraints, names, py) {
    const keywords = readKeywords(names, 'typevar', py)
    const made = new PyTypeVar(name)
    if (keywords.bound !== None) made.bound = new Lazy(checkType(keywords.bound, 'Bound must be a type.', py), undefined)
    if (constraints.length === 1) raise(PyTypeError, 'A single constraint is not allowed')
    if (constraints.length > 0 && keywords.bound !== None) raise(PyTypeError, 'Constraints cannot be combined with bound=...')
    if (constraints.length > 0) made.constraints = new Lazy(newTuple(constraints), undefined)
    if (keywords.default !== NoDefault) made.fallback = new Lazy(keywords.default, undefined)
    made.covariant = keywords.covariant
    made.contravariant = keywords.contravariant
    made.inferVariance = keywords.inferVariance
    made.module = callerModule(py)
    return made
  },
  slots: {
    repr: (self: PyTypeVar) => reprWithVariance(strValue(self.name), self),
    or: typingUnion,
  },
  methods: [
    method('__typing_subst__(self, arg: object, /)', 'Check a type given for the variable.', (self, arg, py) => callTyping('_typevar_subst', [self, arg], py)),
    method('__typing_prepare_subst__(self, alias: object, args: object, /)', 'Supply defaults.', (self, alias, args, py) => {
      const parameters = callTypingParameters(alias, py)
      const index = parameters.indexOf(self)
      const given = args as PyTuple
      if (index < given.items.length) return args
      if (index === given.items.length && hasDefault(self)) return newTuple([...given.items, force(self.fallback, py) as Value])
      const least = parameters.filter((one) => !(one instanceof PyTypeVar && hasDefault(one))).length
      return raise(PyTypeError, `Too few arguments for ${reprText(alias, py)}; actual ${given.items.length}, expected at least ${least}`)
    }),
    method('__reduce__(self, /)', 'Help pickle.', (self) => self.name),
    method('has_default(self, /)', 'Tell whether there is a default.', (self) => hasDefault(self)),
    method('__mro_entries__(self, object: object, /)', 'Refuse to be a base.', () => raise(PyTypeError, 'Cannot subclass an instance of TypeVar')),
  ],
  attributes: {
    ...commonAttributes,
    __dict__: dictAttribute as never,
    __bound__: { get: (self, py) => force(self.bound, py) ?? None },
    __constraints__: { get: (self, py) => force(self.constraints, py) ?? newTuple([]) },
    __covariant__: { member: true, get: (self) => self.covariant },
    __contravariant__: { member: true, get: (self) => self.contravariant },
    __infer_variance__: { member: true, get: (self) => self.inferVariance },
  },
})
unionableTypes.add(typeVarType)

function callTypingParameters(alias: Value, py: Thread): readonly Value[] {
  const found = getAttr(alias, narrowStr('__parameters__'), py)
  return found instanceof PyTuple ? found.items : []
}
