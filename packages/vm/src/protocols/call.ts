// Calling: one protocol, `callable.slots.call(callable, args, names, py)`.
import { PyModule } from '../data/module.ts'
import type { KeywordNames } from '../data/slots.ts'
import { lookup, typeOf } from '../data/type.ts'
import { narrowStr, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { getAttr } from './attributes.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** Call with positional arguments followed by the values of `names`. The callee may keep `args`. */
export function call(callable: Value, args: Value[], py: Thread, names?: KeywordNames): Value {
  const slot = typeOf(callable).slots.call
  if (slot === undefined) raise(PyTypeError, `'${typeOf(callable).tpName}' object is not callable${namesake(callable)}`)
  return slot(callable, args, names, py)
}

/** Whoever calls a module may mean what it holds under its own name. */
function namesake(callable: Value): string {
  if (!(callable instanceof PyModule)) return ''
  const name = callable.namespace.getStr('__name__')
  const inside = typeof name === 'string' ? callable.namespace.getStr(name) : undefined
  return inside !== undefined && isCallable(inside) ? `. Did you mean: '${String(name)}.${String(name)}(...)'?` : ''
}

/** `receiver.name(*args)`, found as an attribute. */
export function callMethod(receiver: Value, name: string, args: Value[], py: Thread, names?: KeywordNames): Value {
  return call(getAttr(receiver, narrowStr(name), py), args, py, names)
}

/** A special method looked up on the class only and bound; undefined when there is none. */
export function lookupSpecial(receiver: Value, name: string, py: Thread): Value | undefined {
  const type = typeOf(receiver)
  const found = lookup(type, name)
  if (found === undefined) return undefined
  const get = typeOf(found).slots.descrGet
  return get === undefined ? found : get(found, receiver, type, py)
}

export function isCallable(value: Value): boolean {
  return typeOf(value).slots.call !== undefined
}
