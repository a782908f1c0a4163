// staticmethod and classmethod.
import { PyClassMethod, PyMethod, PyStaticMethod } from '../../data/callables.ts'
import type { PyObject } from '../../data/object.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, newStr, None, type Value } from '../../data/values.ts'
import { defineType, withClass, type Attribute } from '../../object/define-type.ts'
import { ensureDict, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { dictAttribute } from '../dict-attribute.ts'

type Wrapper = PyObject & { callable: Value }

/** Names that a wrapper takes over from its function. */
const copied = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'] as const

function adopt(self: Wrapper, callable: Value, py: Thread): void {
  self.callable = callable
  for (const name of copied) {
    const value = getAttrOrUndefined(callable, narrowStr(name), py)
    if (value !== undefined) ensureDict(self)?.setStr(name, value)
  }
}

const attributes: Record<string, Attribute<Wrapper>> = {
  __func__: { member: true, get: (self) => self.callable },
  __wrapped__: { member: true, get: (self) => self.callable },
  __isabstractmethod__: {
    get(self, py) {
      const flag = getAttrOrUndefined(self.callable, narrowStr('__isabstractmethod__'), py)
      return flag !== undefined && truth(flag, py)
    },
  },
  __dict__: dictAttribute as Attribute<Wrapper>,
}

export const staticMethodType = defineType('staticmethod(function: object, /)', {
  doc: 'Make a function of a class body a static method.',
  instance: PyStaticMethod,
  hasDict: true,
  subclassable: true,
  newRaw: (cls) => withClass(new PyStaticMethod(None), cls),
  init: (self: PyStaticMethod, callable, py) => adopt(self, callable, py),
  slots: {
    repr: (self, py) => newStr(`<staticmethod(${reprText(self.callable, py)})>`),
    descrGet: (self) => self.callable,
    call: (self, args, names, py) => call(self.callable, args, py, names),
  },
  attributes: () => attributes,
})

export const classMethodType = defineType('classmethod(function: object, /)', {
  doc: 'Make a function of a class body a class method.',
  instance: PyClassMethod,
  hasDict: true,
  subclassable: true,
  newRaw: (cls) => withClass(new PyClassMethod(None), cls),
  init: (self: PyClassMethod, callable, py) => adopt(self, callable, py),
  slots: {
    repr: (self, py) => newStr(`<classmethod(${reprText(self.callable, py)})>`),
    descrGet: (self, instance, owner) => new PyMethod(self.callable, owner ?? typeOf(instance as Value)),
  },
  attributes: () => attributes,
})

