// `__new__` of date, time and datetime: a pickle's state, or arguments by a signature. C parses those without a name, so
// messages speak of "function".
import type { KeywordNames } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { makeArguments } from '../../object/binder.ts'
import { BuiltinDefinition } from '../../object/define-builtin.ts'
import type { Parsed } from '../../object/signature.ts'
import type { Thread } from '../../thread.ts'

type OfState = (cls: PyType, args: readonly Value[], names: KeywordNames | undefined) => Value | undefined
type New = (cls: PyType, args: Value[], names: KeywordNames | undefined, py: Thread) => Value

export function constructor<const S extends string>(
  signature: S,
  ofState: OfState,
  body: (...args: [cls: PyType, ...Parsed<S>, py: Thread]) => Value,
): New {
  const definition = new BuiltinDefinition(signature, '', body as never, 'class method', { errorName: '' })
  let bind: ReturnType<typeof makeArguments> | undefined
  const make = body as unknown as (...args: unknown[]) => Value
  return (cls, args, names, py) => {
    const restored = ofState(cls, args, names)
    if (restored !== undefined) return restored
    bind ??= makeArguments(definition)
    return make(cls, ...bind(args, names, py), py)
  }
}
