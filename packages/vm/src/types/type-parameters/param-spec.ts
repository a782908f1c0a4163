// typing.ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple and NoDefault.
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { narrowStr, newStr, None, NotImplemented, strValue, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { equal } from '../../protocols/compare.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { getItem } from '../../protocols/subscript.ts'
import { importModule } from '../../protocols/import-module.ts'
import { iterate } from '../../protocols/iterate.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { unionableTypes } from '../union.ts'
import { Lazy, NoDefault, PyNoDefault, PyParamSpec, PyParamSpecArgs, PyParamSpecKwargs, PyTypeVarTuple } from './layouts.ts'
import { callerModule, callTyping, commonAttributes, hasDefault, reprWithVariance } from './support.ts'
import { checkVariance, typingUnion } from './type-var.ts'

const ownerName = (self: PyParamSpecArgs, py: Thread): string => {
  return self.origin instanceof PyParamSpec ? strValue(self.origin.name) : reprText(self.origin, py)
}

function defineArgs(name: string, instance: typeof PyParamSpecArgs, suffix: string) {
  return defineType(`typing.${name}(origin: object)`, {
    doc: `The ${suffix} of a parameter specification.`,
    errorName: name.toLowerCase(),
    text: null,
    instance,
    hasWeakrefs: true,
    new: (_cls, origin) => new instance(origin),
    slots: {
      repr: (self: PyParamSpecArgs, py) => newStr(`${ownerName(self, py)}.${suffix}`),
      richcompare(self, other, op, py) {
        if (!(other instanceof PyParamSpecArgs) || other.constructor !== self.constructor) return NotImplemented
        if (op !== Compare.EQ && op !== Compare.NE) return NotImplemented
        return equal(self.origin, other.origin, py) === (op === Compare.EQ)
      },
    },
    methods: () => [
      methods<PyParamSpecArgs>()('__mro_entries__(self, object: object, /)', 'Refuse to be a base.', () =>
        raise(PyTypeError, `Cannot subclass an instance of ${name}`),
      ),
    ],
    attributes: () => ({ __origin__: { get: (self: PyParamSpecArgs) => self.origin } }),
  })
}
export const paramSpecArgsType = defineArgs('ParamSpecArgs', PyParamSpecArgs, 'args')
export const paramSpecKwargsType = defineArgs('ParamSpecKwargs', PyParamSpecKwargs, 'kwargs')

const paramSpec = methods<PyParamSpec>()
export const paramSpecType = defineType('typing.ParamSpec(name: str, *, bound: object = None, default: object = <unrepresentable>, covariant: bool = False, contravariant: bool = False, infer_variance: bool = False)', {
  errorName: 'paramspec',
  doc: 'A parameter specification.',
  instance: PyParamSpec,
  hasDict: true,
  hasWeakrefs: true,
  text: null,
  new(_cls, name, bound, fallback, covariant, contravariant, inferVariance, py) {
    checkVariance(covariant, contravariant, inferVariance)
    const made = new PyParamSpec(name)
    // None is a bound too: typing reads it as its type.
    made.bound = callTyping('_type_check', [bound, newStr('Bound must be a type.')], py)
    if (fallback !== undefined && fallback !== NoDefault) made.fallback = new Lazy(fallback, undefined)
    Object.assign(made, { covariant, contravariant, inferVariance })
    made.module = callerModule(py)
    return made
  },
  slots: {
    repr: (self: PyParamSpec) => reprWithVariance(strValue(self.name), self),
    or: typingUnion,
  },
  methods: () => [
    paramSpec('__typing_subst__(self, arg: object, /)', 'Check what is given for it.', (self, arg, py) => callTyping('_paramspec_subst', [self, arg], py)),
    paramSpec('__typing_prepare_subst__(self, alias: object, args: object, /)', 'Prepare arguments.', (self, alias, args, py) =>
      callTyping('_paramspec_prepare_subst', [self, alias, args], py),
    ),
    paramSpec('__reduce__(self, /)', 'Help pickle.', (self) => self.name),
    paramSpec('has_default(self, /)', 'Tell whether there is a default.', (self) => hasDefault(self)),
    paramSpec('__mro_entries__(self, object: object, /)', 'Refuse to be a base.', () => raise(PyTypeError, 'Cannot subclass an instance of ParamSpec')),
  ],
  attributes: () => ({
    ...commonAttributes,
    args: { get: (self) => new PyParamSpecArgs(self) },
    kwargs: { get: (self) => new PyParamSpecKwargs(self) },
    __bound__: { get: (self) => self.bound ?? None },
    __covariant__: { member: true, get: (self) => self.covariant },
    __contravariant__: { member: true, get: (self) => self.contravariant },
    __infer_variance__: { member: true, get: (self) => self.inferVariance },
  }),
})
unionableTypes.add(paramSpecType)

/** `*Ts`, as iterating and indexing unpack it. */
const unpacked = (self: Value, py: Thread): Value =>
  getItem(getAttrOrUndefined(importModule('typing', py), narrowStr('Unpack'), py) as Value, self, py)

const typeVarTuple = methods<PyTypeVarTuple>()
export const typeVarTupleType = defineType('typing.TypeVarTuple(name: str, *, default: object = <unrepresentable>)', {
  errorName: 'typevartuple',
  doc: 'A type variable for any number of types.',
  instance: PyTypeVarTuple,
  hasDict: true,
  hasWeakrefs: true,
  text: null,
  new(_cls, name, fallback, py) {
    const made = new PyTypeVarTuple(name)
    if (fallback !== undefined && fallback !== NoDefault) made.fallback = new Lazy(fallback, undefined)
    made.module = callerModule(py)
    return made
  },
  slots: {
    repr: (self: PyTypeVarTuple) => self.name,
    iter: (self, py) => iterate(newTuple([unpacked(self, py)]), py),
  },
  methods: () => [
    typeVarTuple('__typing_subst__(self, arg: object, /)', 'Refuse a single type.', () =>
      raise(PyTypeError, 'Substitution of bare TypeVarTuple is not supported'),
    ),
    typeVarTuple('__typing_prepare_subst__(self, alias: object, args: object, /)', 'Prepare arguments.', (self, alias, args, py) =>
      callTyping('_typevartuple_prepare_subst', [self, alias, args], py),
    ),
    typeVarTuple('__reduce__(self, /)', 'Help pickle.', (self) => self.name),
    typeVarTuple('has_default(self, /)', 'Tell whether there is a default.', (self) => hasDefault(self)),
    typeVarTuple('__mro_entries__(self, object: object, /)', 'Refuse to be a base.', () =>
      raise(PyTypeError, 'Cannot subclass an instance of TypeVarTuple'),
    ),
  ],
  attributes: () => commonAttributes,
})

const noDefault = methods<PyNoDefault>()
export const noDefaultType = defineType('NoDefaultType()', {
  doc: 'The class of typing.NoDefault.',
  instance: PyNoDefault,
  newRaw(_cls, args, names) {
    if (args.length > 0 || (names?.length ?? 0) > 0) raise(PyTypeError, 'NoDefaultType takes no arguments')
    return NoDefault
  },
  slots: { repr: () => narrowStr('typing.NoDefault') },
  methods: () => [noDefault('__reduce__(self, /)', 'Help pickle.', () => narrowStr('NoDefault'))],
})
