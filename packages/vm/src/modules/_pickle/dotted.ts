// Names of globals: the path in a module, and their names in Python 2.
import type { PyDict } from '../../data/dict.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newStr, strValue, type Value } from '../../data/values.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { AttributeError, RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

/** The parts of a qualified name; AttributeError for what only a function's locals hold. */
export function dottedPath(name: Value, module: Value | undefined, py: Thread): string[] {
  const path = strValue(asStr(name) ?? newStr('')).split('.')
  if (!path.includes('<locals>')) return path
  if (module === undefined) return raise(AttributeError, `Can't get local object ${reprText(name, py)}`)
  return raise(AttributeError, `Can't get local attribute ${reprText(name, py)} on ${reprText(module, py)}`)
}

/** What the path leads to and what holds it; undefined when it leads nowhere. */
export function follow(start: Value, path: readonly string[], py: Thread): { found: Value; parent: Value } | undefined {
  let parent = start
  let found = start
  for (const part of path) {
    parent = found
    const next = getAttrOrUndefined(parent, newStr(part), py)
    if (next === undefined) return undefined
    found = next
  }
  return { found, parent }
}

/** A global's module and name in the other Python, by the two tables of _compat_pickle; `prefix` names the tables. */
export function translate(
  module: Value,
  name: Value,
  names: PyDict,
  modules: PyDict,
  prefix: string,
  py: Thread,
): [module: Value, name: Value] {
  const pair = names.get(newTuple([module, name]), py.keys)
  if (pair !== undefined) {
    if (!(pair instanceof PyTuple) || pair.items.length !== 2) {
      return raise(RuntimeError, `_compat_pickle.${prefix}NAME_MAPPING values should be 2-tuples, not ${typeOf(pair).tpName}`)
    }
    const [first, second] = pair.items as [Value, Value]
    if (asStr(first) === undefined || asStr(second) === undefined) {
      const found = `${typeOf(first).tpName}, ${typeOf(second).tpName}`
      raise(RuntimeError, `_compat_pickle.${prefix}NAME_MAPPING values should be pairs of str, not (${found})`)
    }
    return [first, second]
  }
  const moved = modules.get(module, py.keys)
  if (moved === undefined) return [module, name]
  if (asStr(moved) === undefined) {
    raise(RuntimeError, `_compat_pickle.${prefix}IMPORT_MAPPING values should be strings, not ${typeOf(moved).tpName}`)
  }
  return [moved, name]
}

export const nameOf = (value: Value, name: string, py: Thread): Value | undefined => getAttrOrUndefined(value, narrowStr(name), py)
