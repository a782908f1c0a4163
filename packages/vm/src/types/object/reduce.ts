// `object.__reduce_ex__`: how objects without a reduction of their own are pickled and copied (PEP 307).
import { PyDict } from '../../data/dict.ts'
import { newTuple, PyList, PyTuple } from '../../data/sequences.ts'
import { objectType } from '../../data/roots.ts'
import { lookup, typeOf } from '../../data/type.ts'
import { narrowStr, newInt, None, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, callMethod, lookupSpecial } from '../../protocols/call.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { iterate } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { TypeFlags } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'

/** The reduction for a pickle protocol. */
export function reduceEx(self: Value, protocol: number, py: Thread): Value {
  const copyreg = py.interpreter.copyreg(py)
  if (protocol < 2) return call(getAttr(copyreg, narrowStr('_reduce_ex'), py), [self, newInt(protocol)], py)
  const cls = typeOf(self)
  const arguments_ = newArguments(self, py)
  const simpleLayout = cls.flags & TypeFlags.HEAPTYPE || self instanceof PyDict || self instanceof PyList
  const hasOwnState = lookup(cls, '__getstate__') !== lookup(objectType, '__getstate__')
  if (arguments_ === undefined && !simpleLayout && !hasOwnState && !isPlain(self)) {
    raise(PyTypeError, cls.layoutBase === 'variable' ? `cannot pickle ${cls.tpName} objects` : `cannot pickle '${cls.tpName}' object`)
  }
  const state = callMethod(self, '__getstate__', [], py)
  const listItems = self instanceof PyList ? iterate(self, py) : None
  const dictItems = self instanceof PyDict ? iterate(callMethod(self, 'items', [], py), py) : None
  if (arguments_ !== undefined && arguments_.names !== undefined && arguments_.names.size > 0) {
    const parts = [cls, newTuple(arguments_.args), arguments_.names]
    return newTuple([getAttr(copyreg, narrowStr('__newobj_ex__'), py), newTuple(parts), state, listItems, dictItems])
  }
  const args = [cls, ...(arguments_?.args ?? [])]
  return newTuple([getAttr(copyreg, narrowStr('__newobj__'), py), newTuple(args), state, listItems, dictItems])
}

/** Objects whose class adds nothing that object.__new__ would not make again. */
const isPlain = (self: Value): boolean => self === None || typeOf(self).layoutBase === undefined

function newArguments(self: Value, py: Thread): { args: readonly Value[]; names: PyDict | undefined } | undefined {
  const extended = lookupSpecial(self, '__getnewargs_ex__', py)
  if (extended !== undefined) {
    const made = call(extended, [], py)
    if (!(made instanceof PyTuple)) return raise(PyTypeError, `__getnewargs_ex__ should return a tuple, not '${typeOf(made).tpName}'`)
    if (made.items.length !== 2) raise(ValueError, `__getnewargs_ex__ should return a tuple of length 2, not ${made.items.length}`)
    const [args, names] = made.items
    if (!(args instanceof PyTuple)) {
      return raise(PyTypeError, `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeOf(args as Value).tpName}'`)
    }
    if (!(names instanceof PyDict)) {
      return raise(PyTypeError, `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeOf(names as Value).tpName}'`)
    }
    return { args: args.items, names }
  }
  const plain = lookupSpecial(self, '__getnewargs__', py)
  if (plain === undefined) return undefined
  const made = call(plain, [], py)
  if (!(made instanceof PyTuple)) return raise(PyTypeError, `__getnewargs__ should return a tuple, not '${typeOf(made).tpName}'`)
  return { args: made.items, names: undefined }
}
