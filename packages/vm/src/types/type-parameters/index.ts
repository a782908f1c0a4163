// Type parameters, generic classes and type aliases; and how the evaluator makes them.
import type { PyFunction } from '../../data/callables.ts'
import type { PyTuple } from '../../data/sequences.ts';
import { newTuple } from '../../data/sequences.ts'
import { type Str, type Value } from '../../data/values.ts'
import { classMethod } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { getItem } from '../../protocols/subscript.ts'
import { typeParameterMakers } from '../../protocols/type-parameters.ts'
import { narrowStr, None } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { importModule } from '../../protocols/import-module.ts'
import { Lazy, PyParamSpec, PyTypeAlias, type PyTypeParameter, PyTypeVar, PyTypeVarTuple } from './layouts.ts'
import { callerModule } from './support.ts'
import type { Thread } from '../../thread.ts'

export { typeAliasType } from './alias.ts'
export { NoDefault } from './layouts.ts'
export { noDefaultType, paramSpecArgsType, paramSpecKwargsType, paramSpecType, typeVarTupleType } from './param-spec.ts'
export { typeVarType } from './type-var.ts'

/** Forward to the function of typing that does the work in Python. */
function viaTyping(name: string, cls: Value, args: Value[], names: Parameters<typeof call>[3], py: Thread): Value {
  return call(getAttr(importModule('typing', py), narrowStr(name), py), [cls, ...args], py, names)
}

export const genericType = defineType('typing.Generic', {
  doc: 'The base of generic classes.',
  subclassable: true,
  instantiable: true,
  methods: () => [
    classMethod('__class_getitem__(cls, *args, **kwargs)', 'Parameterise a generic class.', (cls, args, _names, py) =>
      viaTyping('_generic_class_getitem', cls, args, undefined, py),
    { text: null }),
    classMethod('__init_subclass__(cls, *args, **kwargs)', 'Check the parameters of a new generic class.', (cls, args, names, py) => {
      const keys = names.keys.filter((key): key is Value => key !== undefined)
      viaTyping('_generic_init_subclass', cls, [...args, ...keys.map((_, i) => names.values[i] as Value)], keys as unknown as Str[], py)
    }, { text: null }),
  ],
})

const inferred = (made: PyTypeVar | PyParamSpec, py: Thread): Value => {
  made.inferVariance = true
  made.module = callerModule(py)
  return made
}

typeParameterMakers.current = {
  typeVar: (name, py) => inferred(new PyTypeVar(name as Str), py),
  typeVarWithBound(name, bound, py) {
    const made = new PyTypeVar(name as Str)
    made.bound = new Lazy(undefined, bound)
    return inferred(made, py)
  },
  typeVarWithConstraints(name, constraints, py) {
    const made = new PyTypeVar(name as Str)
    made.constraints = new Lazy(undefined, constraints)
    return inferred(made, py)
  },
  paramSpec: (name, py) => inferred(new PyParamSpec(name as Str), py),
  typeVarTuple(name, py) {
    const made = new PyTypeVarTuple(name as Str)
    made.module = callerModule(py)
    return made
  },
  subscriptGeneric(params, py) {
    const unpack = (): Value => getAttr(importModule('typing', py), narrowStr('Unpack'), py)
    const items = (params as PyTuple).items.map((param) => (param instanceof PyTypeVarTuple ? getItem(unpack(), param, py) : param))
    return viaTyping('_GenericAlias', genericType, [newTuple(items)], undefined, py)
  },
  typeAlias(parts, py) {
    const [name, params, evaluate] = (parts as PyTuple).items as [Value, Value, Value]
    return new PyTypeAlias(name as Str, params === None ? undefined : params, new Lazy(undefined, evaluate as PyFunction), callerModule(py))
  },
  setDefault(parameter, evaluate) {
    ;(parameter as PyTypeParameter).fallback = new Lazy(undefined, evaluate)
    return parameter
  },
}
