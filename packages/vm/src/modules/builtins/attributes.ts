// getattr, setattr, hasattr, delattr, callable, dir, vars, id, hash, isinstance, issubclass.
import { PyDict } from '../../data/dict.ts'
import type { PyList } from '../../data/sequences.ts';
import { newList } from '../../data/sequences.ts'
import { narrowStr, newInt, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { attributeName, getAttr, getAttrOrUndefined, setAttr } from '../../protocols/attributes.ts'
import { call, callMethod, isCallable, lookupSpecial } from '../../protocols/call.ts'
import { less } from '../../protocols/compare.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { hashValue } from '../../protocols/hash.ts'
import { identityOf } from '../../protocols/identity.ts'
import { isInstance, isSubclass } from '../../protocols/instance-check.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { localsOf } from '../../types/frame/locals.ts'
import type { Thread } from '../../thread.ts'

function sorted(items: Value[], py: Thread): Value[] {
  // Names are strs: JavaScript's order by code units is Python's for all but astral names.
  if (items.every((item) => typeof item === 'string')) return (items as unknown as string[]).sort() as unknown as Value[]
  return items.sort((a, b) => (less(a, b, py) ? -1 : less(b, a, py) ? 1 : 0))
}

export function dirOf(object: Value | undefined, py: Thread): PyList {
  if (object === undefined) {
    const names = localsOf(py.frame as NonNullable<typeof py.frame>, py)
    const listed = names instanceof PyDict && names.type === PyDict.prototype.type ? names : callMethod(names, 'keys', [], py)
    return newList(sorted(toArray(listed, py), py))
  }
  const method = lookupSpecial(object, '__dir__', py)
  if (method === undefined) return raise(PyTypeError, 'object does not provide __dir__')
  return newList(sorted(toArray(call(method, [], py), py), py))
}

export const attributeFunctions = [
  fn('callable(obj: object, /)', 'Tell whether an object can be called.', (object) => isCallable(object)),
  fn('delattr(obj: object, name: object, /)', "Delete an object's attribute.", (object, name, py) =>
    setAttr(object, attributeName(name), undefined, py),
  ),
  fn('dir(object: object = <unrepresentable>, /)', "List an object's attributes, or the names of the scope.", (object, py) => dirOf(object, py), {
    text: null,
  }),
  fn('getattr(object: object, name: object, default: object = <unrepresentable>, /)', "Answer an object's attribute, or a default.", (object, name, fallback, py) => {
    const text = attributeName(name)
    if (fallback === undefined) return getAttr(object, text, py)
    return getAttrOrUndefined(object, text, py) ?? fallback
  }, { text: null }),
  fn('hasattr(obj: object, name: object, /)', 'Tell whether an object has an attribute.', (object, name, py) =>
    getAttrOrUndefined(object, attributeName(name), py) !== undefined,
  ),
  fn('hash(obj: object, /)', "Answer an object's hash.", (object, py) => hashValue(object, py)),
  fn('id(obj: object, /)', "Answer an object's identity.", (object) => newInt(identityOf(object))),
  fn('isinstance(obj: object, class_or_tuple: object, /)', 'Tell whether an object is an instance of a class.', (object, cls, py) => isInstance(object, cls, py)),
  fn('issubclass(cls: object, class_or_tuple: object, /)', 'Tell whether a class derives from another.', (derived, cls, py) => isSubclass(derived, cls, py)),
  fn('setattr(obj: object, name: object, value: object, /)', "Set an object's attribute.", (object, name, value, py) =>
    setAttr(object, attributeName(name), value, py),
  ),
  fn('vars(object: object = <unrepresentable>, /)', "Answer an object's namespace, or the scope's.", (object, py) => {
    if (object === undefined) return localsOf(py.frame as NonNullable<typeof py.frame>, py)
    return (
      getAttrOrUndefined(object, narrowStr('__dict__'), py) ?? raise(PyTypeError, 'vars() argument must have __dict__ attribute')
    )
  }, { text: null }),
  fn('globals()', "Answer the running code's globals.", (py) => py.frame?.globals ?? new PyDict()),
  fn('locals()', "Answer the running code's variables.", (py) => localsOf(py.frame as NonNullable<typeof py.frame>, py)),
]

