// Calls that the loop does not finish by itself.
import { PyFunction, type PyMethodDescriptor } from '../data/callables.ts'
import { PyDict } from '../data/dict.ts'
import { PyObject } from '../data/object.ts'
import { objectType, typeType } from '../data/roots.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import { PyInstance } from '../data/shape.ts'
import type { KeywordNames } from '../data/slots.ts'
import { isSubtype, lookup, type PyType, typeOf } from '../data/type.ts'
import { asStr, type Str, type Value } from '../data/values.ts'
import * as generic from '../object/generic-slots.ts'
import { takesKeywordDict } from '../object/keyword-dicts.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { collect, toArray } from '../protocols/iterate.ts'
import { oddKeyword, refuseKeyword } from '../protocols/odd-keyword.ts'
import { raise } from '../protocols/raise.ts'
import { reprText } from '../protocols/repr.ts'
import { mayIterate } from '../protocols/sequence-check.ts'
import type { Thread } from '../thread.ts'

/** Call a builtin method with receiver and arguments at `stack[base …]`. */
export function callDescriptor(
  method: PyMethodDescriptor,
  stack: readonly (Value | undefined)[],
  base: number,
  count: number,
  py: Thread,
): Value {
  const self = stack[base] as Value
  if (typeOf(self) !== method.owner && !isSubtype(typeOf(self), method.owner)) {
    return typeOf(method).slots.call?.(method, stack.slice(base, base + count) as Value[], undefined, py) as Value
  }
  return method.definition.direct(self, stack, base + 1, count - 1, py)
}

/** A dict of `count` keys and values on the stack. */
export function buildMap(stack: readonly (Value | undefined)[], base: number, count: number, py: Thread): PyDict {
  const dict = new PyDict()
  for (let i = 0; i < count; i++) dict.set(stack[base + 2 * i] as Value, stack[base + 2 * i + 1] as Value, py.keys)
  return dict
}

const initializers = new WeakMap<PyType, { version: number; maker: PyFunction | undefined }>()

/** The Python `__init__` of a class that is instantiated the ordinary way: blank object, then `__init__`. */
export function instantiation(cls: PyType): PyFunction | undefined {
  const known = initializers.get(cls)
  if (known !== undefined && known.version === cls.version) return known.maker
  let maker: PyFunction | undefined
  if (cls.type === typeType && cls.slots.new === objectType.slots.new && cls.slots.init === (generic.init as unknown)) {
    const found = lookup(cls, '__init__')
    if (found instanceof PyFunction && !cls.isAbstract) maker = found
  }
  initializers.set(cls, { version: cls.version, maker })
  return maker
}

export function prepareMembers(made: PyObject, cls: PyType): void {
  made.members = new Array<Value | undefined>(cls.memberCount).fill(undefined)
}

/** The Python function behind a special method of an instance of a Python class, if that is what its slot calls. */
export function pythonMethod(owner: Value, name: string): PyFunction | undefined {
  if (!(owner instanceof PyInstance)) return undefined
  const found = lookup(owner.type, name)
  return found instanceof PyFunction ? found : undefined
}

/** The arguments of `f(*args, **keywords)`. */
export function spreadArguments(
  callable: Value,
  args: Value,
  keywords: PyDict | undefined,
  py: Thread,
): { args: Value[]; names: KeywordNames | undefined } {
  let list: Value[]
  if (args instanceof PyTuple || args instanceof PyList) list = toArray(args, py)
  else {
    if (!mayIterate(args)) {
      raise(PyTypeError, `${functionTitle(callable, py)} argument after * must be an iterable, not ${typeOf(args).tpName}`)
    }
    list = collect(args, py)
  }
  if (keywords === undefined || keywords.size === 0) return { args: list, names: undefined }
  const names: Str[] = []
  for (let i = 0; i < keywords.keys.length; i++) {
    const key = keywords.keys[i]
    if (key === undefined) continue
    const name = asStr(key)
    if (name === undefined && !takesKeywordDict(callable)) refuseKeyword()
    names.push(name ?? oddKeyword(key))
    list.push(keywords.values[i] as Value)
  }
  return { args: list, names }
}

/** `f()` as messages about calls name the function. */
export function functionTitle(callable: Value, py: Thread): string {
  if (callable instanceof PyFunction) {
    const module = asStr(callable.module)
    const qualname = asStr(callable.qualname)
    if (typeof qualname === 'string') {
      return module === undefined || module === 'builtins' ? `${qualname}()` : `${String(module)}.${qualname}()`
    }
  }
  const name = callable instanceof PyObject && 'definition' in callable ? (callable as PyMethodDescriptor).definition.name : undefined
  return name !== undefined ? `${name}()` : `${reprText(callable, py)}`
}
