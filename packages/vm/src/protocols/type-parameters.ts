// How the evaluator makes type parameters and aliases (PEP 695, 696); types/type-parameters puts the functions in.
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

export interface TypeParameterMakers {
  typeVar(name: Value, py: Thread): Value
  /** `bound` is the function that evaluates it. */
  typeVarWithBound(name: Value, bound: Value, py: Thread): Value
  typeVarWithConstraints(name: Value, constraints: Value, py: Thread): Value
  paramSpec(name: Value, py: Thread): Value
  typeVarTuple(name: Value, py: Thread): Value
  /** `Generic[params]`. */
  subscriptGeneric(params: Value, py: Thread): Value
  /** (name, type parameters or None, function that evaluates the value). */
  typeAlias(parts: Value, py: Thread): Value
  setDefault(parameter: Value, evaluate: Value, py: Thread): Value
}

export const typeParameterMakers: { current: TypeParameterMakers | undefined } = { current: undefined }
