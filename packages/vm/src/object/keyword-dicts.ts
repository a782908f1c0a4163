// Which callees get the keywords of `f(**keywords)` as a dict, whatever its keys are: those that C calls by `tp_call`, not
// as a vector of arguments.
import { PyBuiltin, PyFunction, PyMethod, PyMethodDescriptor } from '../data/callables.ts'
import { PyType, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { BuiltinDefinition } from './define-builtin.ts'

/** Classes with a vectorcall of their own (`tp_vectorcall`). */
const vectorcalled: ReadonlySet<string> = new Set(
  ('bool dict enumerate filter float frozenset int list map range reversed set str super tuple type zip').split(' '),
)

/** Classes whose instances have one. */
const vectorcalledInstances: ReadonlySet<string> = new Set([
  'operator.attrgetter', 'operator.itemgetter', 'operator.methodcaller', 'types.GenericAlias',
])

/** Does it look at the names itself? Else all of them must be str before it is called. */
export function takesKeywordDict(callable: Value): boolean {
  if (callable instanceof PyFunction || callable instanceof PyMethod || callable instanceof PyMethodDescriptor) return false
  if (callable instanceof PyBuiltin) return (callable.definition as BuiltinDefinition).varargs
  if (callable instanceof PyType && callable.owner === undefined) return !vectorcalled.has(callable.tpName)
  return !vectorcalledInstances.has(typeOf(callable).tpName)
}
