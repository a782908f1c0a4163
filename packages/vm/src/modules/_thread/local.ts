// threading.local: another namespace in each thread.
import { PyDict } from '../../data/dict.ts'
import { PyObject } from '../../data/object.ts'
import type { KeywordNames } from '../../data/slots.ts'
import type { PyType } from '../../data/type.ts'
import { strValue, type Value } from '../../data/values.ts'
import { objectType } from '../../data/roots.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { genericGetAttr, genericSetAttr } from '../../protocols/attributes.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise, raiseAttributeError } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

class PyLocal extends PyObject {
  args: Value[] = []
  names: KeywordNames | undefined = undefined
  readonly spaces: WeakMap<Thread, PyDict> = new WeakMap()
}

/** Make this thread's namespace the object's; `__init__` of a subclass runs in each thread. */
function enter(self: PyLocal, py: Thread): void {
  let space = self.spaces.get(py)
  if (space === undefined) {
    space = new PyDict()
    self.spaces.set(py, space)
    self.dict = space
    const { init } = self.type.slots
    if (init !== undefined && init !== objectType.slots.init) init(self, self.args.slice(), self.names, py)
  }
  self.dict = space
}

export const localType: PyType = defineType('_thread._local()', {
  doc: 'A namespace for each thread.',
  instance: PyLocal,
  subclassable: true,
  hasDict: true,
  hasWeakrefs: true,
  newRaw(cls, args, names, py) {
    if (args.length > 0 && cls.slots.init === objectType.slots.init) raise(PyTypeError, 'Initialization arguments are not supported')
    const made = withClass(new PyLocal(), cls, true)
    made.args = args
    made.names = names
    const space = new PyDict()
    made.spaces.set(py, space)
    made.dict = space
    return made
  },
  slots: {
    getattro(self: PyLocal, name, py) {
      enter(self, py)
      if (strValue(name) === '__dict__') return self.dict as PyDict
      return genericGetAttr(self, name, py)
    },
    setattro(self: PyLocal, name, value, py) {
      enter(self, py)
      if (strValue(name) === '__dict__') raiseAttributeError(self, '__dict__', `'${self.type.tpName}' object attribute '__dict__' is read-only`)
      genericSetAttr(self, name, value, py)
    },
  },
})
