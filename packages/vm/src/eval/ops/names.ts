// Names in namespaces: modules, class bodies, globals and builtins.
import type { families } from '@pellucid/opcode-spec/instructions'
import { newDict, PyDict } from '../../data/dict.ts'
import type { PyFrame } from '../../data/frame.ts'
import { narrowStr, newStr, strValue, type Str, type Value } from '../../data/values.ts'
import { AssertionError, KeyError, NameError, SystemError } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import { deleteItem, setItem } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'
import { undefinedName } from '../unbound.ts'
import { namespaceGet } from './locals.ts'
import type { HandlersOf } from './handlers.ts'

const nameOf = (frame: PyFrame, arg: number): string => strValue(frame.code.names[arg] as Str)

function namespaceOf(frame: PyFrame): Value {
  return frame.locals ?? raise(SystemError, 'no locals found')
}

/** Here, unlike in LOAD_GLOBAL, a subclass of dict as globals is not asked by its own `[]`; builtins of any kind are. */
function globalValue(frame: PyFrame, name: string, py: Thread): Value | undefined {
  return frame.globals.getStr(name) ?? namespaceGet(frame.builtins, name, py)
}

export const names = {
  LOAD_NAME(py, arg, frame) {
    const name = nameOf(frame, arg)
    return namespaceGet(namespaceOf(frame), name, py) ?? globalValue(frame, name, py) ?? undefinedName(name)
  },
  STORE_NAME(py, value, arg, frame) {
    const namespace = namespaceOf(frame)
    if (namespace instanceof PyDict && !Object.hasOwn(namespace, 'type')) namespace.setStr(nameOf(frame, arg), value)
    else setItem(namespace, narrowStr(nameOf(frame, arg)), value, py)
  },
  DELETE_NAME(py, arg, frame) {
    const namespace = namespaceOf(frame)
    const name = nameOf(frame, arg)
    try {
      deleteItem(namespace, narrowStr(name), py)
    } catch (caught) {
      if (isRaised(caught, KeyError)) undefinedName(name)
      throw caught
    }
  },
  STORE_GLOBAL(_, value, arg, frame) {
    frame.globals.setStr(nameOf(frame, arg), value)
  },
  DELETE_GLOBAL(_, arg, frame) {
    const name = nameOf(frame, arg)
    if (frame.globals.deleteStr(name) === undefined) undefinedName(name)
  },
  LOAD_FROM_DICT_OR_GLOBALS(py, mapping, arg, frame) {
    const name = nameOf(frame, arg)
    return namespaceGet(mapping, name, py) ?? globalValue(frame, name, py) ?? undefinedName(name)
  },
  LOAD_LOCALS: (_, __, frame) => namespaceOf(frame),
  LOAD_BUILD_CLASS(py, _, frame) {
    const found = namespaceGet(frame.builtins, '__build_class__', py)
    if (found !== undefined) return found
    throw newException(NameError, [newStr('__build_class__ not found')])
  },
  LOAD_ASSERTION_ERROR: () => AssertionError,
  SETUP_ANNOTATIONS(py, _, frame) {
    const namespace = namespaceOf(frame)
    if (namespaceGet(namespace, '__annotations__', py) !== undefined) return
    if (namespace instanceof PyDict) namespace.setStr('__annotations__', newDict())
    else setItem(namespace, narrowStr('__annotations__'), newDict(), py)
  },
} satisfies HandlersOf<
  (typeof families)['names'],
  | 'LOAD_NAME' | 'STORE_NAME' | 'DELETE_NAME' | 'STORE_GLOBAL' | 'DELETE_GLOBAL' | 'LOAD_FROM_DICT_OR_GLOBALS'
  | 'LOAD_LOCALS' | 'LOAD_BUILD_CLASS' | 'LOAD_ASSERTION_ERROR' | 'SETUP_ANNOTATIONS'
>
