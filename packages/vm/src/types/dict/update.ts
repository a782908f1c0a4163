// dict.update, dict(), `|`: mappings and sequences of pairs into a dict.
import { PyDict } from '../../data/dict.ts'
import { PyList, PyTuple } from '../../data/sequences.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, newStr, strValue, type Value } from '../../data/values.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { RuntimeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { forEach, iterate, next, toArray } from '../../protocols/iterate.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { mayIterate } from '../../protocols/sequence-check.ts'
import { getItem } from '../../protocols/subscript.ts'
import { keysFrom } from '../../protocols/mapping-keys.ts'
import type { Thread } from '../../thread.ts'

/** Does reading the dict by its own methods give what its class would? (No `__iter__` of its own.) */
const readsPlainly = (mapping: PyDict): boolean => mapping.type.slots.iter === PyDict.prototype.type.slots.iter

/** Copy all items of a dict; those whose hash it knows are not asked for it again. */
export function mergeDict(into: PyDict, from: PyDict, py: Thread): void {
  if (from === into) return
  const { size } = from
  for (let i = 0; i < from.keys.length; i++) {
    const key = from.keys[i]
    if (key === undefined) continue
    into.set(key, from.values[i] as Value, py.keys, from.hashAt(i))
    if (from.size !== size) raise(RuntimeError, 'dict mutated during update')
  }
}

/** Copy a mapping: anything with `keys()`. */
export function mergeMapping(into: PyDict, mapping: Value, keys: Value | undefined, py: Thread): void {
  if (mapping instanceof PyDict && readsPlainly(mapping)) {
    mergeDict(into, mapping, py)
    return
  }
  const method = keys ?? getAttrOrUndefined(mapping, narrowStr('keys'), py)
  if (method === undefined) return raise(PyTypeError, `'${typeOf(mapping).tpName}' object is not a mapping`)
  forEach(keysFrom(mapping, method, py), py, (key) => void into.set(key, getItem(mapping, key, py), py.keys))
}

/** `dict.copy`: a plain dict; a subclass that iterates otherwise is asked for its keys. */
export function copyDict(from: PyDict, py: Thread): PyDict {
  if (readsPlainly(from)) return from.copy()
  const made = new PyDict()
  mergeMapping(made, from, undefined, py)
  return made
}

/** Copy (key, value) pairs. */
export function mergePairs(into: PyDict, pairs: Value, py: Thread): void {
  const iterator = iterate(pairs, py)
  for (let i = 0; ; i++) {
    const pair = next(iterator, py)
    if (pair === undefined) return
    const items = pairOf(pair, i, py)
    if (items.length !== 2) {
      raise(ValueError, `dictionary update sequence element #${i} has length ${items.length}; 2 is required`)
    }
    into.set(items[0] as Value, items[1] as Value, py.keys)
  }
}

function pairOf(pair: Value, place: number, py: Thread): readonly Value[] {
  if ((pair instanceof PyTuple || pair instanceof PyList) && !Object.hasOwn(pair, 'type')) return pair.items
  try {
    return toArray(pair, py)
  } catch (caught) {
    if (isRaised(caught, PyTypeError) && !mayIterate(pair)) {
      raise(PyTypeError, `cannot convert dictionary update sequence element #${place} to a sequence`)
    }
    throw caught
  }
}

/** The arguments of dict() and dict.update(): at most one mapping or iterable, then keyword arguments. */
export function updateDict(
  self: PyDict,
  args: readonly Value[],
  names: KeywordNames | undefined,
  functionName: string,
  py: Thread,
): void {
  const named = names === undefined ? 0 : names.length
  const given = args.length - named
  if (given > 1) raise(PyTypeError, `${functionName} expected at most 1 argument, got ${given}`)
  if (given === 1) {
    const source = args[0] as Value
    if (source instanceof PyDict && readsPlainly(source)) mergeDict(self, source, py)
    else {
      const keys = getAttrOrUndefined(source, narrowStr('keys'), py)
      if (keys === undefined) mergePairs(self, source, py)
      else mergeMapping(self, source, keys, py)
    }
  }
  for (let i = 0; i < named; i++) {
    const name = (names as KeywordNames)[i] as Value
    const text = strValue(name as never)
    self.set(newStr(text), args[given + i] as Value, py.keys)
  }
}
