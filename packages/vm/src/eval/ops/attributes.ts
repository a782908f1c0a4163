// Attributes beyond the loop's own cases.
import type { families } from '@pellucid/opcode-spec/instructions'
import { PyFunction, PyMethodDescriptor } from '../../data/callables.ts'
import { PyType, typeOf } from '../../data/type.ts'
import { strValue, type Str } from '../../data/values.ts'
import { getAttr, setAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { superBind, superLookup, superStart } from '../../protocols/super.ts'
import { superType } from '../../types/super.ts'
import type { HandlersOf } from './handlers.ts'

export const attributes = {
  DELETE_ATTR: (py, owner, arg, frame) => setAttr(owner, frame.code.names[arg] as Str, undefined, py),
  LOAD_SUPER_ATTR(py, globalSuper, cls, self, arg, frame) {
    const name = frame.code.names[arg >> 2] as Str
    if (globalSuper === superType) {
      if (!(cls instanceof PyType)) return raise(PyTypeError, `super() argument 1 must be a type, not ${typeOf(cls).tpName}`)
      const start = superStart(cls, self, py)
      const found = strValue(name) === '__class__' ? undefined : superLookup(cls, start, strValue(name))
      if (found !== undefined) {
        if ((arg & 1) === 0) return [superBind(found, self, start, py)]
        const unbound = self !== start && (found instanceof PyFunction || found.constructor === PyMethodDescriptor)
        return unbound ? [found, self] : [superBind(found, self, start, py), undefined]
      }
    }
    const made = call(globalSuper, (arg & 2) !== 0 ? [cls, self] : [], py)
    const attribute = getAttr(made, name, py)
    return (arg & 1) !== 0 ? [attribute, undefined] : [attribute]
  },
} satisfies HandlersOf<(typeof families)['attributes'], 'DELETE_ATTR' | 'LOAD_SUPER_ATTR'>
