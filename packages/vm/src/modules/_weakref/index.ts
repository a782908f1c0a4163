// _weakref: weak references and proxies.
import { PyDict } from '../../data/dict.ts'
import { PyObject } from '../../data/object.ts'
import { newList } from '../../data/sequences.ts'
import { newInt, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { deleteItem } from '../../protocols/subscript.ts'
import { callableProxyType, newProxy, proxyType } from './proxy.ts'
import { PyWeakReference, referencesTo, referenceType, referent } from './reference.ts'

export const _weakref = defineModule('_weakref', () => ({
  doc: 'References that do not keep their objects alive.',
  functions: [
    fn('getweakrefcount(object: object, /)', 'Count the weak references to an object.', (object) =>
      newInt(object instanceof PyObject ? referencesTo(object).length : 0)),
    fn('getweakrefs(object: object, /)', 'List the weak references to an object.', (object) =>
      newList(object instanceof PyObject ? referencesTo(object) : [])),
    fn('proxy(object: object, callback: object = None, /)', 'Make a proxy.', (object, callback, py) =>
      newProxy(object, callback === None ? undefined : callback, py)),
    fn('_remove_dead_weakref(dct: object, key: object, /)', 'Remove an entry whose weak reference is dead.', (dict, key, py) => {
      if (!(dict instanceof PyDict)) return raise(PyTypeError, '_remove_dead_weakref() argument 1 must be dict')
      const value = dict.get(key, py.keys)
      if (value instanceof PyWeakReference && referent(value) === undefined) deleteItem(dict, key, py)
      return None
    }),
  ],
  constants: (): Record<string, Value> => ({
    ref: referenceType, ReferenceType: referenceType, ProxyType: proxyType, CallableProxyType: callableProxyType,
  }),
}))
