// The name of a class with its module, as tracebacks and the newer messages of CPython have it (`%T`).
import type { PyType } from '../data/type.ts'
import { narrowStr } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { getAttr, getAttrOrUndefined } from './attributes.ts'
import { strText } from './repr.ts'

/** `module.qualname`; the name alone for builtins and what `__main__` defines. */
export function fullName(type: PyType, py: Thread): string {
  const module = getAttrOrUndefined(type, narrowStr('__module__'), py)
  const name = strText(getAttr(type, narrowStr('__qualname__'), py), py)
  const shown = module === undefined ? '' : strText(module, py)
  return shown === '' || shown === 'builtins' || shown === '__main__' ? name : `${shown}.${name}`
}
