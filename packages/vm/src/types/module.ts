// module: a namespace with a name.
import { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import { newList, PyList } from '../data/sequences.ts'
import { lookup, typeOf } from '../data/type.ts'
import { asStr, narrowStr, newStr, None, strValue, type Str, type Value } from '../data/values.ts'
import { methods } from '../object/define-builtin.ts'
import { defineType, withClass } from '../object/define-type.ts'
import { findAttr, genericSetAttr, getAttr, getAttrOrUndefined } from '../protocols/attributes.ts'
import { call, callMethod } from '../protocols/call.ts'
import { TypeError as PyTypeError, AttributeError } from '../protocols/exceptions.ts'
import { raise, raiseAttributeError } from '../protocols/raise.ts'
import { toArray } from '../protocols/iterate.ts'
import { address } from '../protocols/repr.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'
import { isInLibrary, mayShadow } from './shadowing.ts'

const method = methods<PyModule>()

/** A missing attribute: the module's own `__getattr__`, or AttributeError that says what it can of the module. */
function missing(self: PyModule, name: Str, py: Thread): Value {
  const hook = self.namespace.getStr('__getattr__')
  if (hook !== undefined) return call(hook, [name], py)
  const text = strValue(name)
  const title = self.namespace.getStr('__name__') ?? None
  if (asStr(title) === undefined) return raise(AttributeError, `module has no attribute '${text}'`)
  return raise(AttributeError, reason(title, text, self.namespace.getStr('__spec__') ?? None, py))
}

/** Why a module does not have an attribute, as far as its spec tells. */
function reason(title: Value, name: string, spec: Value, py: Thread): string {
  const module = strValue(asStr(title) as Str)
  const read = (field: string): Value => getAttrOrUndefined(spec, narrowStr(field), py) ?? None
  const plain = `module '${module}' has no attribute '${name}'`
  if (spec === None) return plain
  const circular = '(most likely due to a circular import)'
  const origin = truth(read('has_location'), py) ? asStr(read('origin')) : undefined
  const path = origin === undefined ? undefined : strValue(origin)
  const shadows = mayShadow(path, py)
  if (shadows && isInLibrary(title, py)) {
    return `${plain} (consider renaming '${path}' since it has the same name as the standard library module named '${module}' ` +
      'and the import system gives it precedence)'
  }
  if (truth(read('_initializing'), py)) {
    if (shadows) return `${plain} (consider renaming '${path}' if it has the same name as a third-party module you intended to import)`
    return `partially initialized ${plain.replace(' has no', path === undefined ? ' has no' : ` from '${path}' has no`)} ${circular}`
  }
  const submodules = read('_uninitialized_submodules')
  if (submodules instanceof PyList && submodules.items.includes(newStr(name))) return `cannot access submodule '${name}' of module '${module}' ${circular}`
  return plain
}

function moduleRepr(self: PyModule, py: Thread): Str {
  const bootstrap = py.interpreter.modules.getStr('_frozen_importlib') ?? py.interpreter.modules.getStr('importlib._bootstrap')
  if (bootstrap !== undefined) return callMethod(bootstrap, '_module_repr', [self], py) as Str
  const name = asStr(self.namespace.getStr('__name__') ?? None)
  return newStr(name === undefined ? `<module at ${address(self)}>` : `<module '${strValue(name)}' (built-in)>`)
}

export const moduleType = defineType('module(name: str, doc: object = None)', {
  doc: 'A module: a name, and a namespace of attributes.',
  instance: PyModule,
  hasWeakrefs: true,
  hasDict: true,
  subclassable: true,
  newRaw: (cls) => withClass(new PyModule(), cls),
  init(self: PyModule, name, doc) {
    const { namespace } = self
    namespace.setStr('__name__', name)
    namespace.setStr('__doc__', doc)
    for (const key of ['__package__', '__loader__', '__spec__']) namespace.setStr(key, None)
  },
  slots: {
    repr: moduleRepr,
    getattro: (self, name, py) => findAttr(self, name, py) ?? missing(self, name, py),
    setattro: (self, name, value, py) => {
      if (value === undefined && lookup(typeOf(self), strValue(name)) === undefined && self.namespace.getStr(strValue(name)) === undefined) {
        raiseAttributeError(self, name, `'${typeOf(self).tpName}' object has no attribute '${strValue(name)}'`)
      }
      genericSetAttr(self, name, value, py)
    },
  },
  methods: () => [
    method('__dir__(self, /)', "List the module's attributes.", (self, py) => {
      const hook = self.namespace.getStr('__dir__')
      if (hook !== undefined) return call(hook, [], py)
      const names = getAttr(self, narrowStr('__dict__'), py)
      if (!(names instanceof PyDict)) return raise(PyTypeError, '<module>.__dict__ is not a dictionary')
      return newList(toArray(callMethod(names, 'keys', [], py), py))
    }),
  ],
  attributes: () => ({
    __dict__: { get: (self) => self.namespace },
    __annotations__: {
      get(self) {
        const found = self.namespace.getStr('__annotations__')
        if (found !== undefined) return found
        const made = new PyDict()
        self.namespace.setStr('__annotations__', made)
        return made
      },
      set(self, value) {
        if (value !== undefined) self.namespace.setStr('__annotations__', value)
        else if (self.namespace.deleteStr('__annotations__') === undefined) {
          raise(AttributeError, '__annotations__')
        }
      },
    },
  }),
})
