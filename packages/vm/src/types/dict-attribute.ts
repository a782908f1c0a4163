// `__dict__` of builtin classes whose instances have one.
import { PyDict } from '../data/dict.ts'
import type { PyObject } from '../data/object.ts'
import { typeOf } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import type { Attribute } from '../object/define-type.ts'
import { ensureDict } from '../protocols/attributes.ts'
import { TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'

export const dictAttribute: Attribute<PyObject> = {
  get: (self) => ensureDict(self) ?? None,
  set(self, value: Value | undefined) {
    if (value === undefined) raise(PyTypeError, 'cannot delete __dict__')
    if (!(value instanceof PyDict)) raise(PyTypeError, `__dict__ must be set to a dictionary, not a '${typeOf(value).tpName}'`)
    self.dict = value
  },
}
