// type: the class of classes.
import { objectType, typeType } from '../../data/roots.ts'
import { newList, newTuple, PyTuple } from '../../data/sequences.ts'
import { keepsNames } from '../../data/shape.ts'
import { isHeapType, structFlags, structOf } from '../../data/struct-sizes.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { addSubclass, invalidate, isSubtype, lookup, ownNamespace, PyType, removeSubclass, subclassesOf, TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, newStr, None, strValue, type Str, type Value } from '../../data/values.ts'
import { newDict } from '../../data/dict.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { resolveSlots } from '../../object/resolve-slots.ts'
import { linearise } from '../../object/mro.ts'
import { AttributeError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRealInstance, isRealSubclass } from '../../protocols/instance-check.ts'
import { raise, raiseAttributeError } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { newMappingProxy } from '../mappingproxy.ts'
import { newUnion } from '../union.ts'
import { typeGetAttr, typeSetAttr } from './attributes.ts'
import { listedSubclasses } from './static-subclasses.ts'
import { encodable, bestBase, mroOf, newType, solidBase } from './new.ts'

const method = methods<PyType>()

/** `module.qualname`, without the module for builtins: how classes print. */
export function typeTitle(type: PyType): string {
  const module = moduleOf(type)
  const text = module === undefined ? undefined : asStr(module)
  return text === undefined || strValue(text) === 'builtins' ? type.qualname : `${strValue(text)}.${type.qualname}`
}

function moduleOf(type: PyType): Value | undefined {
  if ((type.flags & TypeFlags.HEAPTYPE) === 0) return newStr(type.module)
  return ownNamespace(type).getStr('__module__') ?? narrowStr('builtins')
}

/** `cls(*args, **keywords)`. */
function callType(self: PyType, args: Value[], names: KeywordNames | undefined, py: Thread): Value {
  if (self === typeType && args.length === 1 && names === undefined) return typeOf(args[0] as Value)
  const make = self.slots.new
  if (make === undefined) return raise(PyTypeError, `cannot create '${typeTitle(self)}' instances`)
  const made = make(self, args.slice(), names, py)
  if (typeOf(made) !== self && !isSubtype(typeOf(made), self)) return made
  typeOf(made).slots.init?.(made, args, names, py)
  return made
}

function named(self: PyType, what: string, value: Value | undefined): string {
  if (self.flags & TypeFlags.IMMUTABLETYPE) raise(PyTypeError, `cannot set '${what}' attribute of immutable type '${self.tpName}'`)
  if (value === undefined) return raise(PyTypeError, `cannot delete '${what}' attribute of immutable type '${self.tpName}'`)
  const text = asStr(value)
  if (text === undefined) {
    return raise(PyTypeError, `can only assign string to ${self.tpName}.${what}, not '${typeOf(value).tpName}'`)
  }
  return strValue(text)
}

/** Is `other` among the bases of the bases, while MROs are being made anew? */
function extendsByBase(type: PyType, other: PyType): boolean {
  for (let base: PyType | null = type; base !== null; base = base.base) if (base === other) return true
  return false
}

/** The class itself, and the names of attributes that it keeps for its instances. */
function sizeOf(self: PyType): number {
  if (!isHeapType(self)) return 416
  return keepsNames(self) ? 928 + 768 : 928
}

function setBases(self: PyType, value: Value | undefined, py: Thread): void {
  if (self.flags & TypeFlags.IMMUTABLETYPE) raise(PyTypeError, `cannot set '__bases__' attribute of immutable type '${self.tpName}'`)
  if (!(value instanceof PyTuple)) {
    return raise(PyTypeError, `can only assign tuple to ${self.tpName}.__bases__, not ${value === undefined ? 'NULL' : typeOf(value).name}`)
  }
  if (value.items.length === 0) raise(PyTypeError, `can only assign non-empty tuple to ${self.tpName}.__bases__, not ()`)
  const bases = value.items.map((base) => {
    if (!(base instanceof PyType)) return raise(PyTypeError, `${self.tpName}.__bases__ must be tuple of classes, not '${typeOf(base).tpName}'`)
    if (isSubtype(base, self) || extendsByBase(base, self)) raise(PyTypeError, 'a __bases__ item causes an inheritance cycle')
    return base
  })
  const base = bestBase(bases)
  const old = self.base ?? objectType
  if (solidBase(base) !== solidBase(old) || base.hasDict !== old.hasDict || base.hasWeakrefs !== old.hasWeakrefs) {
    raise(PyTypeError, `__bases__ assignment: '${base.tpName}' object layout differs from '${old.tpName}'`)
  }
  const before = self.bases
  const beforeBase = self.base
  // In place before any `mro()` of a metaclass runs: one that assigns bases itself must see the circle.
  self.bases = bases
  self.base = base
  try {
    rebuildMro(self, py)
  } catch (caught) {
    if (self.bases === bases) {
      self.bases = before
      self.base = beforeBase
      rebuildMro(self, py)
    }
    throw caught
  }
  // The assignment that came in between is the one that counts.
  if (self.bases !== bases) return
  for (const base of before) removeSubclass(base, self)
  for (const base of bases) addSubclass(base, self)
}

function rebuildMro(type: PyType, py: Thread): void {
  type.mro = mroOf(type, typeOf(type), py)
  invalidate(type)
  resolveSlots(type)
  for (const reference of subclassesOf(type)) {
    const subclass = reference.deref()
    if (subclass !== undefined) rebuildMro(subclass, py)
  }
}

function textSignature(self: PyType): Value {
  const own = self.flags & TypeFlags.HEAPTYPE ? writtenSignature(self) : (self.textSignature?.() ?? null)
  return own === null ? None : newStr(own)
}

/** A docstring that begins as those of C classes do, `Name(a, b=1)\n--\n\n`, says the signature in Python classes too. */
function writtenSignature({ namespace, name }: PyType): string | null {
  const written = namespace.getStr('__doc__')
  const text = typeof written === 'string' ? written : ''
  if (!text.startsWith(`${name}(`)) return null
  const end = text.indexOf(')\n--\n\n')
  const paragraph = text.indexOf('\n\n')
  return end < 0 || paragraph < end ? null : text.slice(name.length, end + 1)
}

function doc(self: PyType, py: Thread): Value {
  if ((self.flags & TypeFlags.HEAPTYPE) === 0) return ownNamespace(self).getStr('__doc__') ?? None
  const found = lookup(self, '__doc__')
  if (found === undefined) return None
  const get = typeOf(found).slots.descrGet
  return get === undefined ? found : get(found, undefined, self, py)
}

/** An attribute that lives in a class's own namespace, with a fallback. */
function ownEntry(self: PyType, name: string): Value {
  return ownNamespace(self).getStr(name) ?? raiseAttributeError(self, name, name)
}

defineType('type(object_or_name: object, bases: object, dict: object, **kwds: object)', {
  doc: 'The class of a class, or a new class from a name, bases and a namespace.',
  shell: typeType,
  instance: PyType,
  hasWeakrefs: true,
  text: null,
  newRaw: (cls, args, names, py) => newType(cls, args, names, py),
  initRaw(_self: PyType, args, names) {
    const count = args.length - (names?.length ?? 0)
    if (count !== 1 && count !== 3) raise(PyTypeError, 'type.__init__() takes 1 or 3 arguments')
    if (count === 1 && names !== undefined && names.length > 0) raise(PyTypeError, 'type.__init__() takes no keyword arguments')
  },
  slots: {
    repr: (self: PyType) => newStr(`<class '${typeTitle(self)}'>`),
    call: callType,
    getattro: typeGetAttr,
    setattro: typeSetAttr,
    or: (left, right, py) => newUnion(left, right, py),
  },
  methods: () => [
    method('mro(self, /)', "Answer the class's method resolution order.", (self) => newList(linearise(self, self.bases))),
    method('__subclasses__(self, /)', 'Answer the immediate subclasses that live.', (self, py) => newList(listedSubclasses(self, py))),
    classMethod('__prepare__(cls, *args, **kwargs)', "Make the namespace of a class's body.", () => newDict(), {
      text: '($cls, name, bases, /, **kwds)',
    }),
    method('__instancecheck__(self, instance: object, /)', 'Tell whether an object is an instance.', (self, instance, py) =>
      isRealInstance(instance, self, py),
    ),
    method('__subclasscheck__(self, subclass: object, /)', 'Tell whether a class is a subclass.', (self, subclass, py) =>
      isRealSubclass(subclass, self, py),
    ),
    method('__dir__(self, /)', "List the class's attributes.", (self) => {
      const seen = newDict()
      for (const entry of self.mro) for (const key of ownNamespace(entry).keys) if (typeof key === 'string') seen.setStr(key, None)
      return newList(seen.keys.slice() as Value[])
    }),
    method('__sizeof__(self, /)', 'Answer the memory the class takes.', (self) => newInt(sizeOf(self))),
  ],
  attributes: () => ({
    __name__: {
      get: (self) => newStr(self.name),
      set(self, value, py) {
        const name = named(self, '__name__', value)
        encodable(asStr(value as Value) as Str, py)
        if (name.includes('\0')) raise(ValueError, 'type name must not contain null characters')
        self.name = name
      },
    },
    __qualname__: { get: (self) => newStr(self.qualname), set: (self, value) => void (self.qualname = named(self, '__qualname__', value)) },
    __bases__: { get: (self) => newTuple(self.bases), set: setBases },
    __base__: { member: true, get: (self) => self.base ?? None },
    __mro__: { get: (self) => newTuple(self.mro) },
    __module__: {
      get: (self) => moduleOf(self) as Value,
      set(self, value) {
        if (self.flags & TypeFlags.IMMUTABLETYPE) raise(PyTypeError, `cannot set '__module__' attribute of immutable type '${self.tpName}'`)
        if (value === undefined) return raise(PyTypeError, `cannot delete '__module__' attribute of immutable type '${self.tpName}'`)
        ownNamespace(self).setStr('__module__', value)
        ownNamespace(self).deleteStr('__firstlineno__')
        invalidate(self)
      },
    },
    __abstractmethods__: {
      get: (self) => (self === typeType ? raiseAttributeError(self, '__abstractmethods__', '__abstractmethods__') : ownEntry(self, '__abstractmethods__')),
      set(self, value, py) {
        const namespace = ownNamespace(self)
        if (value !== undefined) namespace.setStr('__abstractmethods__', value)
        else if (namespace.deleteStr('__abstractmethods__') === undefined) raise(AttributeError, '__abstractmethods__')
        self.isAbstract = value !== undefined && truth(value, py)
        if (self.isAbstract) self.flags |= TypeFlags.IS_ABSTRACT
        else self.flags &= ~TypeFlags.IS_ABSTRACT
        invalidate(self)
      },
    },
    __dict__: { get: (self) => newMappingProxy(ownNamespace(self)) },
    __doc__: {
      get: doc,
      set(self, value) {
        if (self.flags & TypeFlags.IMMUTABLETYPE) raise(PyTypeError, `cannot set '__doc__' attribute of immutable type '${self.tpName}'`)
        if (value === undefined) return raise(PyTypeError, `cannot delete '__doc__' attribute of immutable type '${self.tpName}'`)
        ownNamespace(self).setStr('__doc__', value)
        invalidate(self)
      },
    },
    __text_signature__: { get: textSignature },
    __annotations__: {
      get(self) {
        if ((self.flags & TypeFlags.HEAPTYPE) === 0) return raiseAttributeError(self, '__annotations__', `type object '${self.tpName}' has no attribute '__annotations__'`)
        const namespace = ownNamespace(self)
        const found = namespace.getStr('__annotations__')
        if (found !== undefined) return found
        const made = newDict()
        namespace.setStr('__annotations__', made)
        invalidate(self)
        return made
      },
      set(self, value) {
        if (self.flags & TypeFlags.IMMUTABLETYPE) raise(PyTypeError, `cannot set '__annotations__' attribute of immutable type '${self.tpName}'`)
        const namespace = ownNamespace(self)
        if (value !== undefined) namespace.setStr('__annotations__', value)
        else if (namespace.deleteStr('__annotations__') === undefined) raiseAttributeError(self, '__annotations__', '__annotations__')
        invalidate(self)
      },
    },
    __type_params__: {
      // The namespace of `type` itself has this descriptor under the name.
      get: (self) => (self === typeType ? undefined : ownNamespace(self).getStr('__type_params__')) ?? newTuple([]),
      set(self, value) {
        if (self.flags & TypeFlags.IMMUTABLETYPE) raise(PyTypeError, `cannot set '__type_params__' attribute of immutable type '${self.tpName}'`)
        if (value === undefined) return raise(PyTypeError, `cannot delete '__type_params__' attribute of immutable type '${self.tpName}'`)
        ownNamespace(self).setStr('__type_params__', value)
        invalidate(self)
      },
    },
    __flags__: { member: true, get: (self) => newInt(self.flags | (isHeapType(self) ? TypeFlags.HEAPTYPE : 0) | structFlags(self)) },
    __basicsize__: { member: true, get: (self) => newInt(structOf(self).basic) },
    __itemsize__: { member: true, get: (self) => newInt(structOf(self).item) },
    __dictoffset__: { member: true, get: (self) => newInt(structOf(self).dict) },
    __weakrefoffset__: { member: true, get: (self) => newInt(structOf(self).weakrefs) },
  }),
})
