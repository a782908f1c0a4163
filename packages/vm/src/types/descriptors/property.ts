// property.
import { PyProperty } from '../../data/callables.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttrOrUndefined, setAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { AttributeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'

const method = methods<PyProperty>()
const docName = narrowStr('__doc__')

function nameOf(self: PyProperty, py: Thread): Value | undefined {
  if (self.name !== undefined) return self.name
  return self.getter === undefined ? undefined : getAttrOrUndefined(self.getter, narrowStr('__name__'), py)
}

/** AttributeError for a property without the function that is wanted. */
function missing(self: PyProperty, instance: Value, what: string, py: Thread): never {
  const name = nameOf(self, py)
  const owner = typeOf(instance).qualname
  const title = name === undefined ? '' : `${reprText(name, py)} `
  return raise(AttributeError, `property ${title}of '${owner}' object has no ${what}`)
}

function copyWith(self: PyProperty, parts: { getter?: Value; setter?: Value; deleter?: Value }, py: Thread): Value {
  const pick = (given: Value | undefined, own: Value | undefined): Value => given ?? own ?? None
  // A docstring that came from the getter is taken from it again.
  const doc = self.getterDoc && pick(parts.getter, self.getter) !== None ? None : (self.doc ?? None)
  const args = [pick(parts.getter, self.getter), pick(parts.setter, self.setter), pick(parts.deleter, self.deleter), doc]
  const made = call(self.type, args, py)
  if (made instanceof PyProperty && self.name !== undefined) made.name = self.name
  return made
}

/** A subclass has a docstring of its own in its namespace, so the instance's goes where that does not hide it. */
function setDoc(self: PyProperty, doc: Value, py: Thread): void {
  try {
    setAttr(self, docName, doc, py)
  } catch (caught) {
    // CPython drops a docstring that nobody asked for without a word.
    if (self.getterDoc || !isRaised(caught, AttributeError)) throw caught
  }
}

export const propertyType = defineType('property(fget: object | None = None, fset: object | None = None, fdel: object | None = None, doc: object | None = None)', {
  doc: 'A computed attribute: functions to get, set and delete it, and a docstring.',
  instance: PyProperty,
  subclassable: true,
  newRaw: (cls) => withClass(new PyProperty(), cls),
  init(self: PyProperty, getter, setter, deleter, doc, py) {
    self.getter = getter
    self.setter = setter
    self.deleter = deleter
    self.getterDoc = false
    let shown = doc
    if (doc === undefined && getter !== undefined) {
      const found = getAttrOrUndefined(getter, docName, py)
      shown = found === None ? undefined : found
      self.getterDoc = shown !== undefined
    }
    if (self.type === propertyType) self.doc = shown
    else setDoc(self, shown ?? None, py)
  },
  slots: {
    descrGet(self, instance, _owner, py) {
      if (instance === undefined) return self
      if (self.getter === undefined) return missing(self, instance, 'getter', py)
      return call(self.getter, [instance], py)
    },
    descrSet(self, instance, value, py) {
      const func = value === undefined ? self.deleter : self.setter
      if (func === undefined) missing(self, instance, value === undefined ? 'deleter' : 'setter', py)
      call(func, value === undefined ? [instance] : [instance, value], py)
    },
  },
  methods: () => [
    method('getter(self, object: object, /)', 'Copy the property with another getter.', (self, getter, py) => copyWith(self, { getter }, py)),
    method('setter(self, object: object, /)', 'Copy the property with another setter.', (self, setter, py) => copyWith(self, { setter }, py)),
    method('deleter(self, object: object, /)', 'Copy the property with another deleter.', (self, deleter, py) => copyWith(self, { deleter }, py)),
    method('__set_name__(*args)', 'Learn the name that the property is bound to.', (self, args) => {
      if (args.length !== 2) raise(PyTypeError, `__set_name__() takes 2 positional arguments but ${args.length} were given`)
      self.name = args[1] as Value
    }, { text: '($self, owner, name, /)' }),
  ],
  attributes: () => ({
    fget: { member: true, get: (self) => self.getter ?? None },
    fset: { member: true, get: (self) => self.setter ?? None },
    fdel: { member: true, get: (self) => self.deleter ?? None },
    __doc__: { member: true, get: (self) => self.doc ?? None, set: (self, value) => void (self.doc = value) },
    __name__: {
      get: (self, py) => nameOf(self, py) ?? raise(AttributeError, `'${self.type.tpName}' object has no attribute '__name__'`),
      set: (self, value) => void (self.name = value),
    },
    __isabstractmethod__: {
      get(self, py) {
        return [self.getter, self.setter, self.deleter].some((func) => {
          const flag = func === undefined ? undefined : getAttrOrUndefined(func, narrowStr('__isabstractmethod__'), py)
          return flag !== undefined && truth(flag, py)
        })
      },
    },
  }),
})

