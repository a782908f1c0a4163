// object: what every class inherits.
import { PyMember } from '../../data/callables.ts'
import { instanceGet, PyInstance } from '../../data/shape.ts'
import { newDict, PyDict } from '../../data/dict.ts'
import { layoutOf, noteFinalizable } from '../../data/finalizable.ts'
import type { PyObject } from '../../data/object.ts'
import { objectType } from '../../data/roots.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { Compare, type KeywordNames } from '../../data/slots.ts'
import { invalidate, isSubtype, lookup, ownNamespace, PyType, TypeFlags, typeOf } from '../../data/type.ts'
import { asStr, narrowStr, newInt, newStr, None, NotImplemented, strValue, type Str, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { structSize } from '../../object/size-of.ts'
import { ensureDict, existingDict, genericGetAttr, genericSetAttr, getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { identityHash, same } from '../../protocols/identity.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import { address, repr, str } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Interpreter } from '../../interpreter.ts'
import type { Thread } from '../../thread.ts'
import { typeTitle } from '../type/index.ts'
import { PyModule } from '../../data/module.ts'
import { reduceEx } from './reduce.ts'

const method = methods<Value>()

const overridesNew = (type: PyType): boolean => type.slots.new !== objectType.slots.new
const overridesInit = (type: PyType): boolean => type.slots.init !== objectType.slots.init

function newObject(cls: PyType, args: readonly Value[], _: KeywordNames | undefined, py: Thread): Value {
  if (args.length > 0) {
    if (overridesNew(cls)) raise(PyTypeError, 'object.__new__() takes exactly one argument (the type to instantiate)')
    if (!overridesInit(cls)) raise(PyTypeError, `${cls.tpName}() takes no arguments`)
  }
  if (cls.isAbstract) abstractError(cls, py)
  return withClass(cls.allocate(cls), cls, true)
}

function abstractError(cls: PyType, py: Thread): never {
  const names = toArray(ownNamespace(cls).getStr('__abstractmethods__') as Value, py).map((name) => strValue(asStr(name) ?? narrowStr('?')))
  names.sort()
  const listed = names.map((name) => `'${name}'`).join(', ')
  const plural = names.length === 1 ? '' : 's'
  return raise(
    PyTypeError,
    `Can't instantiate abstract class ${cls.tpName} without an implementation for abstract method${plural} ${listed}`,
  )
}

function initObject(self: Value, args: readonly Value[]): void {
  if (args.length === 0) return
  const type = typeOf(self)
  if (overridesInit(type)) raise(PyTypeError, 'object.__init__() takes exactly one argument (the instance to initialize)')
  if (!overridesNew(type)) raise(PyTypeError, `${type.tpName}.__init__() takes exactly one argument (the instance to initialize)`)
}

/** `==` by identity; `!=` is the opposite of whatever `==` the class has. */
function compareObjects(self: Value, other: Value, op: Compare, py: Thread): Value {
  if (op === Compare.EQ) return same(self, other) ? true : NotImplemented
  if (op !== Compare.NE) return NotImplemented
  const slot = typeOf(self).slots.richcompare
  if (slot === undefined) return same(self, other) ? false : NotImplemented
  const result = slot(self, other, Compare.EQ, py)
  return result === NotImplemented ? NotImplemented : !truth(result, py)
}

/** Names of the `__slots__` that a class adds. */
const ownMembers = (type: PyType): string[] =>
  ownNamespace(type).values.filter((member) => member instanceof PyMember).map((member) => (member as PyMember).name).sort()

/** The nearest class that adds to the layout of its base. */
function layoutOwner(type: PyType): PyType {
  const { base } = type
  if ((type.flags & TypeFlags.HEAPTYPE) === 0 || base === null) return type
  const adds = type.memberCount !== base.memberCount || type.hasDict !== base.hasDict || type.hasWeakrefs !== base.hasWeakrefs
  return adds ? type : layoutOwner(base)
}

/** May an instance of one class become one of the other? */
function alike(one: PyType, other: PyType): boolean {
  if (layoutOf(one) !== layoutOf(other) || one.hasDict !== other.hasDict || one.hasWeakrefs !== other.hasWeakrefs) return false
  const [left, right] = [layoutOwner(one), layoutOwner(other)]
  return left === right || (left.base === right.base && String(ownMembers(left)) === String(ownMembers(right)))
}

function setClass(self: Value, value: Value | undefined): void {
  if (value === undefined) raise(PyTypeError, "can't delete __class__ attribute")
  if (!(value instanceof PyType)) {
    return raise(PyTypeError, `__class__ must be set to a class, not '${typeOf(value).tpName}' object`)
  }
  const before = typeOf(self)
  const module = self instanceof PyModule && isSubtype(value, PyModule.prototype.type)
  if (!module && ((before.flags | value.flags) & TypeFlags.IMMUTABLETYPE) !== 0) {
    raise(PyTypeError, '__class__ assignment only supported for mutable types or ModuleType subclasses')
  }
  if (!module && !alike(before, value)) {
    raise(PyTypeError, `__class__ assignment: '${value.name}' object layout differs from '${before.name}'`)
  }
  // Shapes belong to a class: the attributes move to a dict.
  if (self instanceof PyInstance && self.shape !== undefined) ensureDict(self)
  ;(self as PyObject).type = value
  if (value.slots.finalize !== undefined && value.owner !== undefined) noteFinalizable(self as PyObject, value.owner as Interpreter)
  // Another metaclass may answer for its attributes.
  if (self instanceof PyType) invalidate(self)
}

function directory(self: Value, py: Thread): Value {
  const names = new PyDict()
  const add = (dict: PyDict | undefined): void => {
    for (const key of dict?.keys ?? []) if (key !== undefined) names.set(key, None, py.keys)
  }
  const own = getAttrOrUndefined(self, narrowStr('__dict__'), py)
  if (own instanceof PyDict) add(own)
  else if (self instanceof PyInstance && self.shape !== undefined) for (const name of self.shape.names) names.setStr(name, None)
  const cls = getAttrOrUndefined(self, narrowStr('__class__'), py)
  if (cls instanceof PyType) for (const entry of cls.mro) add(ownNamespace(entry))
  return newList(names.keys.filter((key): key is Value => key !== undefined))
}

/** What pickling and copying save: `__dict__`, and the values of `__slots__`. */
function getState(self: Value, py: Thread): Value {
  const type = typeOf(self)
  let state: Value = None
  if (self instanceof PyInstance && self.shape !== undefined) {
    const dict = newDict()
    for (const name of self.shape.names) dict.setStr(name, instanceGet(self, name) as Value)
    if (type.hasDict) state = dict.size > 0 ? dict : None
  } else {
    const dict = existingDict(self)
    if (dict !== undefined && dict.size > 0) state = dict.copy()
  }
  const slotNames = call(getAttr(py.interpreter.copyreg(py), narrowStr('_slotnames'), py), [type], py)
  const slots = slotNames === None ? [] : toArray(slotNames, py)
  if (slots.length === 0) return state
  const values = newDict()
  for (const name of slots) {
    const value = getAttrOrUndefined(self, name as Str, py)
    if (value !== undefined) values.set(name, value, py.keys)
  }
  return values.size > 0 ? newTuple([state, values]) : state
}

/** Takes nothing; the message names the class that is made. */
function initSubclass(cls: PyType, args: readonly Value[], names: PyDict): Value {
  const title = `${cls.qualname}.__init_subclass__()`
  if (names.size > 0) raise(PyTypeError, `${title} takes no keyword arguments`)
  if (args.length > 0) raise(PyTypeError, `${title} takes no arguments (${args.length} given)`)
  return None
}

defineType('object()', {
  doc: 'The base of every class.',
  shell: objectType,
  newRaw: newObject,
  initRaw: initObject,
  slots: {
    repr: (self: Value) => newStr(`<${typeTitle(typeOf(self))} object at ${address(self)}>`),
    // Whoever asks checks what comes.
    str: (self: Value, py) => typeOf(self).slots.repr?.(self, py) ?? repr(self, py),
    hash: identityHash as (self: Value) => number,
    richcompare: compareObjects,
    getattro: genericGetAttr as (self: Value, name: Str, py: Thread) => Value,
    setattro: genericSetAttr as (self: Value, name: Str, value: Value | undefined, py: Thread) => void,
  },
  methods: () => [
    method('__reduce_ex__(self, protocol: cint, /)', 'Help pickle.', (self, protocol, py) => {
      const own = lookup(typeOf(self), '__reduce__')
      if (own !== undefined && own !== lookup(objectType, '__reduce__')) return callMethod(self, '__reduce__', [], py)
      return reduceEx(self, protocol, py)
    }),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => reduceEx(self, 0, py)),
    method('__getstate__(self, /)', 'Help pickle.', getState),
    classMethod('__subclasshook__(cls, object: object, /)', 'Let abstract classes answer issubclass().', () => NotImplemented, {
      text: '($type, object, /)',
    }),
    classMethod('__init_subclass__(cls, *args, **kwargs)', 'Called when a class is subclassed.', initSubclass, { text: '($type, /)' }),
    method('__format__(self, format_spec: str, /)', 'Answer str(self); there is no format language here.', (self, spec, py) => {
      if (strValue(spec) !== '') raise(PyTypeError, `unsupported format string passed to ${typeOf(self).tpName}.__format__`)
      return str(self, py)
    }),
    method('__sizeof__(self, /)', 'Answer the size of the object in memory.', (self) =>
      newInt(structSize(self)),
    ),
    method('__dir__(self, /)', "List the object's attributes.", directory),
  ],
  attributes: () => ({
    __class__: { get: (self: Value) => typeOf(self), set: setClass, doc: "the object's class" },
  }),
})
